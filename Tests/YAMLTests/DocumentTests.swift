import SourceText
import Testing

@testable import YAML

@Suite struct DocumentTests {
  private func document(_ text: String, limits: Limits = .standard) -> Document {
    Document(SourceFile(name: "f", text: text), limits: limits)
  }

  /// The text that a path of keys and indices leads to, as the file writes it.
  private func written(_ text: String, _ path: String...) -> String? {
    let file = SourceFile(name: "f", text: text)
    var node = Document(file).root
    for step in path {
      node = if let index = Int(step) { node?.sequence?[index] } else { node?[step] }
    }
    return node.map { file.text($0.span) }
  }

  @Test func everyNodeHasTheSpanOfItsText() {
    let text = "a: {b: [1, 'two'], c: |\n  x\n\n}\nd: e\n"
    #expect(written("a: {b: [1, 'two']}\nd: e\n", "a", "b") == "[1, 'two']")
    #expect(written("a: {b: [1, 'two']}\nd: e\n", "a", "b", "1") == "'two'")
    #expect(written("a:\n  b: 1\n  c: 2\n\n\nd: 3\n", "a") == "b: 1\n  c: 2")
    #expect(written("a:\n- 1\n- - 2\n  - 3\n\n# c\nd: 3\n", "a") == "- 1\n- - 2\n  - 3")
    #expect(written("a: |\n  x\n  y\n\n\nb: 1\n", "a") == "|\n  x\n  y")
    #expect(written("a: >-\n  x\n  y\nb: 1\n", "a") == ">-\n  x\n  y")
    #expect(written("a: plain\n  goes on\nb: 1\n", "a") == "plain\n  goes on")
    #expect(written("a:\nb: 1\n", "a") == "")
    #expect(document(text).root == nil)
  }

  @Test func marksCountScalarsAndSpansCountBytes() {
    #expect(written("\u{FEFF}ключ: 'значение 😀'\nb: done\n", "ключ") == "'значение 😀'")
    #expect(written("\u{FEFF}ключ: 'значение 😀'\nb: done\n", "b") == "done")
    let long = String(repeating: "é", count: 1000)
    #expect(written("a: \(long)\nb: \(long)x\nc: end\n", "c") == "end")
  }

  @Test func aliasesKeepBothPlaces() throws {
    let file = SourceFile(name: "f", text: "a: &x {k: 1}\nb: *x\n")
    let node = try #require(Document(file).root?["b"])
    #expect(file.text(node.span) == "*x")
    #expect(file.text(node.definition) == "&x {k: 1}")
    #expect(node["k"]?.scalar?.text == "1")
  }

  @Test func anAnchorCanBeSetAgain() {
    let document = document("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")
    #expect(document.root?["b"]?.scalar?.text == "1")
    #expect(document.root?["d"]?.scalar?.text == "2")
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", 5, "the key `a` is written twice"),
    ("x: *nowhere\n", 3, "nothing is named `&nowhere` before this alias"),
    ("x: &self [*self]\n", 10, "nothing is named `&self` before this alias"),
    ("x: !!str 1\n", 3, "the tag `!!str` is not supported"),
    ("x: !mine 1\n", 3, "the tag `!mine` is not supported"),
    ("a: &b {c: 1}\nd:\n  <<: *b\n", 18, "merge keys are not supported"),
    ("[a, b]: 1\n", 0, "a key must be a single word, not a list or a mapping"),
    ("? {a: 1}\n: 2\n", 2, "a key must be a single word, not a list or a mapping"),
    ("?\n: 1\n", 1, "a key is missing before this `:`"),
    ("{?a: 1}\n", 2, "a key cannot begin with `?`"),
    ("a: 1\n---\nb: 2\n", 5, "a second document begins here"),
    ("a:\n\tb: 1\n", 3, "a tab cannot indent YAML"),
    ("a: @x\n", 3, "a value cannot begin with this character"),
    ("a: b: c\n", 4, "a `key: value` cannot stand here"),
    ("a: [1, 2\nb: 3\n", 10, "a `,` or `]` is missing before this"),
    ("a: {b: 1\n", 9, "a `,` or `}` is missing before this"),
    ("a: 'open\n", 3, "this quote is never closed"),
    ("a: \"\\q\"\n", 4, "this backslash sequence is not known"),
    ("a:\n  b: 1\n c: 2\n", 11, "the keys of this mapping do not line up here"),
    ("a: 1\nword\n", 10, "a `:` is missing after this key"),
    ("a: \u{7}\n", 3, "a control character cannot stand in YAML"),
  ])
  func whatIsRefusedIsRefusedAtItsPlace(text: String, offset: Int, message: String) {
    let diagnostics = document(text).diagnostics
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.span.start) == [offset])
  }

  @Test(arguments: [2, 15, 16, 17, 18, 40])
  func aKeyIsFoundAgainAmongManyOthers(count: Int) {
    let keys = (0..<count).map { "key\($0): \($0)\n" }.joined()
    for index in [0, count / 2, count - 1] {
      let document = document("\(keys)key\(index): x\nlast: y\n")
      #expect(document.diagnostics.map(\.message) == ["the key `key\(index)` is written twice"])
      let before = (0..<index).map { "key\($0): \($0)\n" }.joined()
      #expect(document.diagnostics.first?.notes.map(\.span.start) == [before.utf8.count])
      #expect(document.root?["key\(index)"]?.scalar?.text == String(index))
      #expect(document.root?["last"]?.scalar?.text == "y")
      #expect(document.root?.mapping?.count == count + 1)
    }
  }

  @Test(arguments: [2, 72])
  func keysAreToldApartByTheirBytes(count: Int) {
    let keys = (2..<count).map { "key\($0): \($0)\n" }.joined()
    let document = document("\(keys)caf\u{E9}: 1\ncafe\u{301}: 2\n")
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?.mapping?.count == count)
  }

  @Test func anAliasIsTheKeyThatItStandsFor() {
    let document = document("a: &x name\n*x : 1\nname: 2\n")
    #expect(document.diagnostics.map(\.message) == ["the key `name` is written twice"])
    #expect(document.root?["name"]?.scalar?.text == "1")
  }

  @Test func whatIsPassedOverCanStillBeReferredTo() {
    let document = document("a: 1\na: &x {b: [2, 3]}\nc: *x\n")
    #expect(document.root?["c"]?["b"]?.sequence?.map { $0.scalar?.text } == ["2", "3"])
    #expect(document.root?.mapping?.map(\.key) == ["a", "c"])
  }

  @Test func readingGoesOnAfterWhatCanBeSkipped() {
    let document = document("a: 1\na: 2\nb: *x\nc: !t 3\nd: 4\n")
    #expect(document.diagnostics.count == 3)
    #expect(document.root?["d"]?.scalar?.text == "4")
    #expect(document.root?["a"]?.scalar?.text == "1")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "the file is written in UTF-16"),
      ([0x61, 0x00, 0x3A, 0x00], "the file is written in UTF-16"),
      ([0x00, 0x00, 0xFE, 0xFF], "the file is written in UTF-32"),
      ([0x61, 0x3A, 0x20, 0xC3], "this byte is not UTF-8"),
      ([0x61, 0x3A, 0x20, 0xFF, 0x0A], "this byte is not UTF-8"),
      ([0xE2, 0x82], "this byte is not UTF-8"),
      ([0xED, 0xA0, 0x80], "this byte is not UTF-8"),
    ] as [([UInt8], String)])
  func otherEncodingsAreNamed(bytes: [UInt8], message: String) {
    #expect(Document(SourceFile(name: "f", bytes: bytes)).diagnostics.map(\.message) == [message])
  }

  @Test func anInvalidByteIsFoundBehindOtherText() {
    let bytes = Array("ключ: ".utf8) + [0xC3, 0x28]
    #expect(Document(SourceFile(name: "f", bytes: bytes)).diagnostics.first?.span.start == 10)
  }

  @Test func aByteOrderMarkMovesNoPlace() {
    let bytes = Array("\u{FEFF}a: ".utf8) + [0xFF]
    #expect(Document(SourceFile(name: "f", bytes: bytes)).diagnostics.first?.span.start == 6)
  }

  @Test func whatIsMissingAtTheEndIsBlamedInsideTheFile() {
    #expect(document("%YAML 1.2\n").diagnostics.first?.span == Span(at: 10))
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n", "\u{FEFF}"])
  func anEmptyFileHasNoErrorHere(text: String) {
    #expect(document(text).diagnostics.isEmpty)
  }

  @Test func limitsAreErrors() {
    func messages(_ text: String) -> [String] { document(text).diagnostics.map(\.message) }
    let deep = String(repeating: "[", count: 100_000)
    #expect(messages(deep) == ["values are nested more than 64 deep"])
    #expect(messages(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).isEmpty)
    #expect(
      messages("a: " + String(repeating: "{a: ", count: 5000)) == [
        "values are nested more than 64 deep"
      ])
    #expect(
      messages(String(repeating: "- 1\n", count: 200_000))
        == ["the file holds more than 200,000 values, aliases expanded"])
    #expect(
      messages(String(repeating: "#", count: 4 << 20 + 1)) == ["the file is larger than 4 MiB"])
  }

  @Test func aliasesAreChargedWhatTheyStandFor() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...30 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(
      document(bomb).diagnostics.map(\.message)
        == ["the file holds more than 200,000 values, aliases expanded"])
  }
}
