internal import Architecture
internal import SourceText

extension Explainer {
  /// What to write for words of other systems, told of the whole or of each; nil where none is known.
  /// - Parameter isValue: Whether it may be written here as it is, so that what settings are called is no news.
  func borrowedWord(_ text: String, isValue: Bool) -> Explanation? {
    let words = text.split(separator: " ").map(String.init)
    let meant = words.filter { !Self.saysNone($0) }
    let saysNone = meant.count < words.count
    var items = saysNone ? [] : Self.items(for: text, isValue: isValue)
    // One word of many means too much: only settings have names that nothing else has.
    if items.isEmpty, !isValue {
      items = meant.flatMap { Self.settings(named: $0, isNone: saysNone) }
    }
    if items.isEmpty, meant.isEmpty {
      items = ["any field of which there may be none: write `none`"]
    }
    guard !items.isEmpty else { return nil }
    return Explanation(
      title: text, subtitle: meant.count > 1 ? "words of other systems" : "a word of other systems",
      blocks: [.heading("What to write here")] + items.map { .item($0, nil) })
  }

  private static func saysNone(_ word: String) -> Bool {
    BorrowedWords.isNone(word) || word.lowercased() == "without"
  }

  private static func items(for word: String, isValue: Bool) -> [String] {
    let times = BorrowedTimes.duration(named: word).map { ["a duration: write `\($0)`"] } ?? []
    let words = BorrowedWords.named(word).map { "\($0.fieldInWords): \($0.help)" }
    let settings = (isValue ? [] : settings(named: word, isNone: false)).filter { setting in
      !words.contains { $0.hasPrefix(setting) }
    }
    return words + settings + times
  }

  /// - Parameter isNone: Whether it is said that there is no such thing.
  private static func settings(named word: String, isNone: Bool) -> [String] {
    BorrowedNames.named(word).map { record, entry in
      let value = isNone ? "none" : entry.value
      return "`\(entry.field)` of \(record.name)" + (value.map { ": write `\($0)`" } ?? "")
        + (isNone ? "" : entry.note.map { ". \($0)" } ?? "")
    }
  }
}
