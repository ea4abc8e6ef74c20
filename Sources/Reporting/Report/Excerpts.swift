package import SourceText

/// The lines of an architecture file around what is talked about.
package struct Excerpts: Sendable {
  package struct Line: Sendable, Equatable {
    package let number: Int
    package let before: String
    package let marked: String
    package let after: String
  }

  private let file: SourceFile
  private let lines: LineTable

  package init(_ file: SourceFile) {
    self.file = file
    lines = LineTable(file)
  }

  /// The lines that a span covers, no more than a reader needs to find it.
  package func lines(of span: Span, most: Int = 4) -> [Line] {
    let first = lines.position(of: span.start).line
    let last = lines.position(of: max(span.start, span.end - 1)).line
    return (first...max(first, last)).prefix(most).map { number in
      let line = lines.span(ofLine: number)
      let start = min(max(span.start, line.start), line.end)
      let end = min(max(span.end, start), line.end)
      let before = Span(nearest(start - Self.mostBeside, from: line.start), start)
      let marked = Span(start, nearest(start + Self.mostBeside, to: end))
      let after = Span(end, nearest(end + Self.mostBeside, to: line.end))
      return Line(
        number: number, before: (before.start > line.start ? "…" : "") + text(before),
        marked: text(marked) + (marked.end < end ? "…" : ""),
        after: text(after) + (after.end < line.end ? "…" : ""))
    }
  }

  /// How many bytes of a line are shown on each side, and of what is marked: a line may be as long as the file.
  private static let mostBeside = 400

  /// A place, or the next one where a character begins, in what begins there.
  private func nearest(_ place: Int, from start: Int) -> Int {
    place <= start ? start : character(at: place)
  }

  /// The same in what ends there.
  private func nearest(_ place: Int, to end: Int) -> Int {
    place >= end ? end : min(character(at: place), end)
  }

  private func character(at place: Int) -> Int {
    file.bytes[place...].firstIndex { !$0.continuesScalar } ?? file.bytes.endIndex
  }

  /// A tab is two spaces wide, as in the terminal.
  private func text(_ span: Span) -> String {
    file.text(span).split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }
}
