import Testing

@testable import SourceText

@Suite struct LineTableTests {
  @Test func columnsCountScalars() {
    let lines = LineTable(SourceFile(name: "f", text: "aé😀b\nx"))
    #expect(lines.position(of: 0) == Position(line: 1, column: 1))
    #expect(lines.position(of: 7) == Position(line: 1, column: 4))
    #expect(lines.position(of: 9) == Position(line: 2, column: 1))
    #expect(lines.position(of: 999) == Position(line: 2, column: 2))
  }

  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"])
  func everyLineBreakEndsALine(text: String) {
    let file = SourceFile(name: "f", text: text)
    let lines = LineTable(file)
    #expect(lines.count == 3)
    #expect((1...3).map { file.text(lines.span(ofLine: $0)) } == ["a", "b", "c"])
    #expect(lines.position(of: file.bytes.count - 1) == Position(line: 3, column: 1))
  }

  @Test func aByteOrderMarkIsNoColumn() {
    let lines = LineTable(SourceFile(name: "f", text: "\u{FEFF}ab"))
    #expect(lines.position(of: 3) == Position(line: 1, column: 1))
    #expect(lines.position(of: 4) == Position(line: 1, column: 2))
    #expect(lines.span(ofLine: 1) == Span(3, 5))
  }

  @Test func linesBeyondTheFileAreEmpty() {
    let lines = LineTable(SourceFile(name: "f", text: "ab"))
    #expect(lines.span(ofLine: 7) == Span(at: 2))
    #expect(lines.span(ofLine: 0) == Span(at: 2))
  }
}
