import TestSupport

/// A system of a few lines whose gate passes, and the same with a critical fail.
enum SmallSystem {
  static let sound = """
    memaudit: 1
    system: {name: Desk, stage: prototype}
    components: [{id: history, kind: conversation_buffer, store: cache}]
    stores: [{id: cache, kind: redis, persistence: {mode: append-only}}]

    """
  static let worse = sound.replacing("{mode: append-only}", with: "none")
}

extension TemporaryFolder {
  convenience init(_ files: [String: String]) throws {
    try self.init()
    for (name, text) in files { try write(text, to: name) }
  }
}

/// A text as it was before its lines were broken.
func inOneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
