import JSON
import Testing

@Suite struct JSONLineTests {
  @Test func writesWhatValuesWouldWrite() throws {
    let line = JSONLine { line in
      line.string("text", "a \"b\" <c> \u{202E}\n")
      line.int("int", -3)
      line.number("number", 0.25)
      line.number("none", nil)
      line.number("infinite", .infinity)
      line.object("empty") { _ in }
      line.bool("bool", true)
      line.strings("strings", ["x", "y\u{1}"])
      line.objects("objects", [1, 2]) { object, number in
        object.int("n", number)
        object.strings("none", [])
      }
      line.null("null")
    }
    let value = JSONValue.object(
      ("text", "a \"b\" <c> \u{202E}\n"), ("int", -3), ("number", .double(0.25)), ("none", .null),
      ("infinite", .null), ("empty", .object([])), ("bool", true),
      ("strings", ["x", "y\u{1}"]), ("objects", [["n": 1, "none": []], ["n": 2, "none": []]]),
      ("null", .null))
    #expect(line.text == value.compact)
  }

  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{61C}", "\u{E0041}", "\u{85}", "\u{2028}",
  ])
  func whatIsNotSeenIsEscaped(text: String) throws {
    let written = JSONValue.quoted(text)
    #expect(written.hasPrefix("\"\\u"))
    #expect(written.utf8.allSatisfy { $0 < 0x80 })
    #expect(try JSONValue(parsing: Array(written.utf8)) == .string(text))
  }

  @Test(arguments: ["é", "ش", "€", "한", "😀", "A\u{301}"])
  func whatIsSeenIsNot(text: String) throws {
    #expect(JSONValue.quoted(text) == "\"\(text)\"")
  }
}
