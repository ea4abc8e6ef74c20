package import SourceText

/// A record that was read. It holds what was written; whatever is not there is undeclared.
package final class Record: Sendable {
  package let type: RecordType
  /// The path by which messages, evidence and waivers name the record: `stores.redis.latency`; empty for the root.
  package let path: String
  package let span: Span
  let entries: [Entry]
  /// What is read where nothing is written: of a part whose implementation is known.
  let known: Record?
  /// The patterns of a component: a field that none of them has reads as none.
  let patterns: ComponentKinds
  /// A bit for each field that is written; some share theirs.
  private let marks: UInt64

  /// One field that was written.
  package struct Entry: Sendable {
    package let field: Int
    /// Nil where the file says that there is none.
    package let value: Value?
    package let span: Span
    package let keySpan: Span
  }

  package init(
    _ type: RecordType, path: String, span: Span, entries: [Entry], known: Record? = nil,
    patterns: [ComponentKind] = []
  ) {
    self.type = type
    self.path = path
    self.span = span
    self.entries = entries
    self.known = known
    self.patterns = ComponentKinds(patterns)
    marks = entries.reduce(0) { $0 | 1 << UInt64($1.field & 63) }
  }

  /// What was written for a field; nil where it is undeclared.
  package func entry(_ name: String) -> Entry? {
    type.index(of: name).flatMap { entry(at: $0) }
  }

  /// What is declared for the field at a place.
  package func entry(at field: Int) -> Entry? {
    place(of: field).map { entries[$0] }
  }

  /// The place of a field among those that are written.
  func place(of field: Int) -> Int? {
    guard marks & 1 << UInt64(field & 63) != 0 else { return nil }
    for place in entries.indices where entries[place].field == field { return place }
    return nil
  }

  /// The record as if a field had not been written.
  package func without(_ name: String) -> Record {
    Record(
      type, path: path, span: span, entries: entries.filter { type.fields[$0.field].name != name })
  }

  /// The path of a field, written or not.
  package func path(of name: String) -> String {
    fieldPath(name, of: path)
  }

  /// The text of a field that holds text, a choice or an id.
  package func text(_ name: String) -> String? {
    switch entry(name)?.value {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }

  /// The record that a field holds.
  package func section(_ name: String) -> Record? {
    if case .record(let record)? = entry(name)?.value { record } else { nil }
  }

  /// The records of a field that holds a list of them; empty where none were written.
  package func records(_ name: String) -> [Record] {
    items(name).compactMap { item in
      if case .record(let record) = item.value { record } else { nil }
    }
  }

  /// The texts of a field that holds a list of texts, choices or ids.
  package func texts(_ name: String) -> [String] {
    textItems(name).map(\.text)
  }

  /// The same, each with its place.
  package func textItems(_ name: String) -> [WrittenText] {
    items(name).compactMap { item in
      switch item.value {
      case .text(let text), .reference(let text): WrittenText(text: text, span: item.span)
      default: nil
      }
    }
  }

  func items(_ name: String) -> [Value.Item] {
    if case .list(let items) = entry(name)?.value { items } else { [] }
  }
}
