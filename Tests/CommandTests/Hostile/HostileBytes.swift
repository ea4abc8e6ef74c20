import Testing

/// Bytes that somebody might give a reader of YAML or JSON to make it crash, hang, or fill the memory.
struct HostileBytes: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }

  var testDescription: String { name }

  static let all = encodings + structures + values

  private static let sound = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\n"

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  private static let encodings = [
    HostileBytes("nothing", ""), HostileBytes("blanks", "\n\n  \n"), HostileBytes("a tab", "\t"),
    HostileBytes("half a byte order mark", [0xEF, 0xBB]),
    HostileBytes("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
    HostileBytes("two byte order marks", "\u{FEFF}\u{FEFF}" + sound),
    HostileBytes("a byte order mark amid", sound + "\u{FEFF}x-a: 1\n"),
    HostileBytes("UTF-8 that ends early", Array(sound.utf8) + [0xE2, 0x82]),
    HostileBytes("UTF-8 that is none", Array("memaudit: ".utf8) + [0xFF, 0xFE, 0x20, 0xE2, 0x28]),
    HostileBytes("a surrogate", Array("memaudit: \"".utf8) + [0xED, 0xA0, 0x80, 0x22]),
    HostileBytes("an overlong slash", Array("memaudit: \"".utf8) + [0xC0, 0xAF, 0x22]),
    HostileBytes("UTF-16", [0xFF, 0xFE] + utf16(sound, bigEndian: false)),
    HostileBytes(
      "UTF-16 that ends early", [0xFE, 0xFF] + utf16(sound, bigEndian: true).dropLast()),
    HostileBytes("UTF-16 without a mark", utf16(sound, bigEndian: false)),
    HostileBytes("UTF-16 without a mark, reversed", utf16(sound, bigEndian: true)),
    HostileBytes("half a mark of UTF-16", [0xFF]), HostileBytes("a mark of UTF-16", [0xFF, 0xFE]),
    HostileBytes("UTF-32", [0xFF, 0xFE, 0, 0] + sound.utf8.flatMap { [$0, 0, 0, 0] }),
    HostileBytes("a NUL", [0]), HostileBytes("NULs", [UInt8](repeating: 0, count: 100_000)),
    HostileBytes("a NUL amid", sound.replacing("kind", with: "k\0ind")),
    HostileBytes("an escape", sound.replacing("rag", with: "r\u{1B}[31mag")),
    HostileBytes("a C1 control", sound.replacing("rag", with: "r\u{9B}31mag")),
    HostileBytes("carriage returns", sound.replacing("\n", with: "\r")),
    HostileBytes("more than a file may have", String(repeating: "# x\n", count: 1_100_000)),
  ]

  private static func nested(_ open: String, _ close: String) -> String {
    String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000)
  }

  private static let structures = [
    HostileBytes("sequences in sequences", nested("[", "]")),
    HostileBytes("sequences that never end", nested("[", "")),
    HostileBytes("mappings in mappings", nested("{a: ", "}")),
    HostileBytes("JSON in JSON", nested("{\"a\":[", "]}")),
    HostileBytes("dashes", "components:\n  " + nested("- ", "") + "x\n"),
    HostileBytes("question marks", nested("? ", "") + "x\n"),
    HostileBytes("anchors", nested("&a ", "") + "x\n"),
    HostileBytes("tags", nested("!a ", "") + "x\n"),
    HostileBytes(
      "blocks in blocks",
      (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    HostileBytes(
      "100,000 keys", (0..<100_000).map { "k\($0): 1\n" }.joined()),
    HostileBytes(
      "one key 100,000 times", String(repeating: "system: 1\n", count: 100_000)),
    HostileBytes(
      "100,000 keys of the user's own",
      sound + (0..<100_000).map { "x-k\($0): 1\n" }.joined()),
    HostileBytes(
      "JSON of 100,000 members",
      "{" + (0..<100_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"),
    HostileBytes("100,000 documents", String(repeating: "---\n", count: 100_000)),
    HostileBytes("an alias to itself", "components: &a [*a]\n"),
    HostileBytes(
      "an alias bomb",
      "x-a0: &a0 [l,l,l,l,l,l,l,l,l]\n"
        + (1..<10).map { level in
          let alias = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
          return "x-a\(level): &a\(level) [\(alias)]\n"
        }.joined() + sound),
    HostileBytes(
      "an alias of much text",
      "x-a: &a {id: a, description: \(String(repeating: "y", count: 100_000))}\ncomponents: ["
        + [String](repeating: "*a", count: 10_000).joined(separator: ",") + "]\n"),
  ]

  private static func long(_ letter: String) -> String {
    String(repeating: letter, count: 1_000_000)
  }

  private static let values = [
    HostileBytes("a long id", sound.replacing("id: a", with: "id: " + long("a"))),
    HostileBytes("an id that is none", sound.replacing("id: a", with: "id: \"\(long("-"))\"")),
    HostileBytes("a long name", sound.replacing("name: N", with: "name: " + long("n"))),
    HostileBytes("a long choice", sound.replacing("rag", with: long("r"))),
    HostileBytes(
      "a long reference", sound.replacing("kind: rag", with: "kind: rag, store: " + long("s"))),
    HostileBytes("a long key", sound + String(repeating: "k", count: 1_000) + ": 1\n"),
    HostileBytes("a longer key", sound + long("k") + ": 1\n"),
    HostileBytes("a long tag", sound + "x-a: !" + long("t") + " 1\n"),
    HostileBytes("a long alias", sound + "x-a: *" + long("t") + "\n"),
    HostileBytes(
      "a long label", sound.replacing("kind: rag", with: "kind: rag, labels: {k: \(long("v"))}")),
    HostileBytes("a long number", sound.replacing("memaudit: 1", with: "memaudit: " + long("9"))),
    HostileBytes("a long JSON text", "{\"report\":\"" + long("r") + "\"}"),
    HostileBytes("a long JSON number", "{\"report\":" + long("9") + "}"),
    HostileBytes("a JSON exponent", "{\"report\":1e" + long("9") + "}"),
  ]
}
