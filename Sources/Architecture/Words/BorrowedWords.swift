internal import SourceText

/// Words that operators know from other systems, for what the architecture file says in a word of its own: Redis's
/// `allkeys-lru` for `lru`.
package struct BorrowedWords: Sendable {
  /// The record and its field: `store.eviction`.
  package let field: String
  /// The field's own word; nil where somebody has to decide, and the note says between what.
  package let means: String?
  package let words: [String]
  /// What the word does not say, or what to write besides.
  package let note: String?
  /// What to write as `implementation` with it.
  package let implementation: String?

  init(
    _ field: String, _ means: String?, _ words: String, _ note: String? = nil,
    implementation: String? = nil
  ) {
    self.field = field
    self.means = means
    self.words = words.split(separator: " ").map(String.init)
    self.note = note
    self.implementation = implementation
  }

  package static let table = ofAgents + ofComponents + ofWrites + ofRetrieval + ofStores + ofSystems

  /// What is longer is nobody's word, and would be compared with all of them.
  private static let longest = 100

  /// What goes by a word of another system, in whichever field.
  package static func named(_ word: String) -> [BorrowedWords] {
    guard word.utf8.count <= longest else { return [] }
    return table.filter { entry in entry.words.contains { isSameWord($0, word) } }
  }

  /// What to write where one of some words must stand and another was written; nil where it is nobody's.
  static func help(for word: String, in choice: Choice) -> String? {
    if let entry = entry(word, in: choice) { return entry.help }
    guard choice.names == ComponentKind.choice.names, let lines = lines(ofStore: word) else {
      return nil
    }
    return
      "`\(word)` is a store: declare it under `stores` (\(lines)), name it here in `store`, and \(kindAdvice(forStore: word))"
  }

  /// What to write where a word stands for the record in which a field has it.
  static func help(for word: String, in choice: Choice, of field: String) -> String? {
    if let name = choice.name(for: word) { return "write `{\(field): \(name)}`" }
    guard let entry = entry(word, in: choice) else { return nil }
    return entry.means.map { entry.advice(to: "{\(field): \($0)}") } ?? entry.help
  }

  /// The word of a choice that another system's word stands for; nil where it is nobody's, or stands for several.
  static func meaning(of word: String, in choice: Choice) -> String? {
    entry(word, in: choice)?.means
  }

  private static func entry(_ word: String, in choice: Choice) -> BorrowedWords? {
    named(word).first { $0.target?.choice?.names == choice.names }
  }

  /// Whether people write the word where nothing is.
  package static func isNone(_ word: String) -> Bool {
    switch word {
    case "off", "Off", "OFF", "no", "No", "NO", "false", "False", "disabled", "never": true
    default: isSpellingOfNone(word)
    }
  }

  /// Whether it is `none`, or what other languages write for it.
  package static func isSpellingOfNone(_ word: String) -> Bool {
    switch word.lowercased() {
    case "none", "nil", "null", "n/a": true
    default: false
    }
  }

  /// The lines that declare a store which somebody names by a word of another system; nil where it is none.
  package static func lines(ofStore name: String) -> String? {
    if let own = StoreKind.choice.name(for: name) { return "`kind: \(own)`" }
    guard let store = named(name).first(where: { $0.field == "store.kind" && $0.means != nil })
    else { return nil }
    return [("kind", store.means), ("implementation", store.implementation)]
      .compactMap { field, value in value.map { "`\(field): \($0)`" } }.joined(separator: ", ")
  }

  /// What to write where the kind of a component must stand, and a store was named.
  package static func kindAdvice(forStore name: String) -> String {
    let kind = named(name).first { $0.field == "component.kind" }?.means
    return "say by `kind` what is kept there" + (kind.map { ", such as `\($0)`" } ?? "")
  }

  /// The field that it speaks of.
  package var target: FieldType? {
    let names = field.split(separator: ".").map(String.init)
    let owner = RecordType.architecture.family.first { $0.key == names.first }
    return owner?.fields.first { $0.name == names.last }?.type
  }

  /// What to tell somebody who wrote one of the words.
  package var help: String {
    guard let means else { return note ?? "" }
    if let implementation {
      return "write `kind: \(means)` and `implementation: \(implementation)`"
    }
    return advice(to: means)
  }

  private func advice(to write: String) -> String {
    let meaning = target?.choice?.options.first { $0.name == means }?.meaning ?? ""
    let advice = "write `\(write)`" + (meaning.isEmpty ? "" : " (\(meaning))")
    return note.map { "\(advice). \($0)" } ?? advice
  }

  /// The field in words: `eviction of a store`.
  package var fieldInWords: String {
    let names = field.split(separator: ".").map(String.init)
    let owner = RecordType.architecture.family.first { $0.key == names.first }?.name
    return "`\(names.last ?? field)` of \(owner ?? field)"
  }
}
