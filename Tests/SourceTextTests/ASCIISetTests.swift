import SourceText
import Testing

@Suite struct ASCIISetTests {
  @Test func holdsItsCharactersAndNoOtherByte() {
    for text in ["", "a", "\0\u{7F}", "&<>\"'", "?@", "`|\\", "äa"] {
      let set = ASCIISet(text)
      for byte in UInt8.min...UInt8.max {
        #expect(set.contains(byte) == (byte < 128 && text.utf8.contains(byte)), "\(text) \(byte)")
      }
    }
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a*b*", "a\\*b\\*"), ("*", "\\*"), ("ä*…*", "ä\\*…\\*"),
    ("*\u{301}", "\\*\u{301}"), ("\r\n*", "\r\n\\*"),
  ])
  func strokesStandBeforeWhatIsMeant(text: String, expected: String) {
    #expect(text.withStrokes(before: ASCIISet("*")) == expected)
  }

  @Test func whatIsReplacedIsNotLookedAtAgain() {
    #expect("a&b".replacing(ASCIISet("&")) { _ in "&amp;" } == "a&amp;b")
    #expect("äß".replacing(ASCIISet("abc")) { _ in "!" } == "äß")
  }

  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("`a`", ["", "a", ""]), ("a`b`c", ["a", "b", "c"]),
    ("ä `", ["ä ", ""]), ("``", ["", "", ""]),
  ])
  func backticksPart(text: String, parts: [Substring]) {
    #expect(text.partedByBackticks == parts)
  }
}
