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
      return Line(
        number: number, before: text(Span(line.start, start)), marked: text(Span(start, end)),
        after: text(Span(end, line.end)))
    }
  }

  /// A tab is two spaces wide, as in the terminal.
  private func text(_ span: Span) -> String {
    file.text(span).split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }
}
