import SourceText
import Testing

@testable import Reporting

/// The lines around what a finding points at.
@Suite struct ExcerptsTests {
  private func line(_ text: String, _ span: Span) -> Excerpts.Line? {
    Excerpts(SourceFile(name: "a.yaml", text: text)).lines(of: span).first
  }

  @Test func aLineIsShownWhole() {
    let line = line("a: b\nkind:\trag, x\n", Span(11, 14))
    #expect(line == Excerpts.Line(number: 2, before: "kind:  ", marked: "rag", after: ", x"))
  }

  /// A file may be one line, and has a finding for each of its parts: what is shown of it does not grow with it.
  @Test func aLongLineIsCutBetweenCharacters() throws {
    let side = String(repeating: "né", count: 5_000)
    let text = side + "[" + side + "]" + side
    let start = side.utf8.count
    let end = start + side.utf8.count + 2
    let shown = try #require(line(text, Span(start, end)))
    for part in [shown.before, shown.marked, shown.after] {
      #expect(part.utf8.count < 410 && !part.contains("\u{FFFD}"))
    }
    #expect(shown.before.hasPrefix("…") && shown.before.hasSuffix("né"))
    #expect(shown.marked.hasPrefix("[né") && shown.marked.hasSuffix("…"))
    #expect(shown.after.hasPrefix("né") && shown.after.hasSuffix("…"))
  }
}
