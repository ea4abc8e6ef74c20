import JSON
import Testing

@Suite struct JSONLineTests {
  @Test func writesWhatValuesWouldWrite() throws {
    let line = JSONLine(room: 1) { line in
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

  @Test func stringsCanBePutTogether() throws {
    var line = JSONLine { line in
      line.string("text") { text in
        text.part("<a")
        text.part("é, b")
      }
      line.hexadecimal("number", 0x0123_4567_89AB_CDEF)
      line.int("int", 42)
    }
    line.breakLine()
    #expect(line.text == #"{"text":"\u003caé, b","number":"0123456789abcdef","int":42}"# + "\n")
  }

  /// Eight bytes are looked at together, and what is left alone: none may slip through anywhere.
  @Test(arguments: [
    "\"", "\\", "<", "\n", "\u{0}", "\u{7F}", "\u{1C}", "\u{85}", "|", "é", "~", "\u{1F}",
  ])
  func nothingSlipsThrough(special: String) throws {
    for count in 0..<20 {
      for place in 0...count {
        let text =
          String(repeating: "a", count: place) + special
          + String(repeating: "z", count: count - place)
        let line = JSONLine { $0.string("text", text) }
        #expect(line.text == JSONValue.object(("text", .string(text))).compact)
        #expect(try JSONValue(parsing: Array(line.text.utf8))["text"] == .string(text))
      }
    }
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
