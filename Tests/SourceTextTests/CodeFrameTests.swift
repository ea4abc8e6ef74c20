import Testing

@testable import SourceText

@Suite struct CodeFrameTests {
  private func rendered(_ text: String, _ span: Span, help: String? = nil, width: Int = 80)
    -> String
  {
    let file = SourceFile(name: "a.yaml", text: text)
    return CodeFrame(file, width: width).rendered(Diagnostic("wrong", at: span, help: help))
  }

  @Test func placeFrameAndHelp() {
    #expect(
      rendered("kind: rag\nsize: 5\n", Span(16, 17), help: "write `5GB`") == """
        a.yaml:2:7: error: wrong
        2 | size: 5
          |       ^
          help: write `5GB`

        """)
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(
      rendered("名前: x", Span(8, 9)) == """
        a.yaml:1:5: error: wrong
        1 | 名前: x
          |       ^

        """)
  }

  @Test func nothingInAFileReachesTheTerminalRaw() {
    let text = rendered("a: \u{1B}[31m\u{202E}x\tb", Span(0, 1))
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(text.contains("a: ␛[31m\\u{202e}x  b"))
  }

  @Test func longLinesAreCutAroundTheSpan() {
    let text = String(repeating: "a", count: 300) + "BAD" + String(repeating: "z", count: 300)
    let frame = rendered(text, Span(300, 303), width: 60)
    let lines = frame.split(separator: "\n")
    #expect(lines[1].count <= 60)
    #expect(lines[1].contains("aBADz"))
    #expect(
      lines[2].firstIndex(of: "^")
        == lines[2].index(
          lines[2].startIndex, offsetBy: 4 + lines[1].dropFirst(4).prefix { $0 != "B" }.count))
  }

  @Test func aSpanOverLinesMarksItsFirst() {
    #expect(rendered("ab\ncd", Span(1, 5)).contains("1 | ab\n  |  ^\n"))
  }

  @Test func aSpanAtTheEndHasOneCaret() {
    #expect(rendered("ab", Span(at: 2)).contains("1 | ab\n  |   ^\n"))
  }
}
