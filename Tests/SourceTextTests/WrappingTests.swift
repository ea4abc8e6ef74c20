import SourceText
import Testing

@Suite struct WrappingTests {
  private static let texts = [
    "", " ", "a", "one two three", "  two  blanks  ", "a-very-long-word-that-fits-nowhere at all",
    "first\nsecond line of words", "\n", "ends\n", "größer als früher, 漢字 kana テスト words",
    "tab\tand return\rstay", "no\u{A0}break here", "e\u{301}galite\u{301} and more of it",
  ]

  @Test func noWordIsLostAndNoLineIsTooWide() {
    for text in Self.texts {
      for width in [1, 8, 12, 20, 79] {
        let lines = wrapped(text, to: width)
        let words = { (text: String) in
          text.split { $0 == " " || $0 == "\n" }.map(String.init)
        }
        #expect(lines.flatMap(words) == words(text), "\(text.debugDescription) \(width)")
        for line in lines where line.contains(" ") {
          #expect(displayWidth(line) <= max(width, 8), "\(line.debugDescription) \(width)")
        }
      }
    }
  }

  @Test func aLineIsBrokenOnlyWhereTheNextWordHasNoRoom() {
    for text in Self.texts where !text.contains("\n") {
      let lines = wrapped(text, to: 12)
      for (line, next) in zip(lines, lines.dropFirst()) {
        let word = next.split(separator: " ").first ?? ""
        #expect(displayWidth(line) + 1 + displayWidth(word) > 12, "\(line.debugDescription)")
      }
    }
  }

  @Test func aParagraphHasLinesOfItsOwn() {
    #expect(wrapped("a b\n\nc", to: 20) == ["a b", "", "c"])
  }

  @Test func whatIsWiderIsBrokenAfterAJoint() {
    #expect(fitted("components.history.retention", to: 20) == ["components.history.", "retention"])
    #expect(fitted("abcdefghijkl", to: 8) == ["abcdefgh", "ijkl"])
  }
}

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain ~", "plain ~"), ("größer 漢字", "größer 漢字"), ("a\u{1B}[2Jb", "a␛[2Jb"),
    ("a\nb\u{7F}", "a␊b␡"), ("\u{202E}x", "\\u{202e}x"), ("ä\u{85}", "ä\\u{85}"),
  ])
  func nothingMovesTheCursor(text: String, shown: String) {
    #expect(printable(text) == shown)
  }

  @Test(arguments: [
    ("one line", "one line"), ("two\nlines", "two lines"), ("two\r\n\nlines\n", "two lines"),
    ("ä\u{2028}b", "ä b"), ("tab\t", "tab␉"),
  ])
  func linesAreJoined(text: String, shown: String) {
    #expect(printableLine(text) == shown)
  }

  @Test(arguments: [
    ("", true), ("a", true), ("a b", true), (" a", false), ("a ", false), ("a  b", false),
    ("a\tb", false), ("ä", false),
  ])
  func plainWordsAreKnown(text: String, isPlainWords: Bool) {
    #expect(text.isPlainWords == isPlainWords)
  }
}
