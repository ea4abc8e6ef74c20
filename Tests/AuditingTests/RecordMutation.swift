import SourceText

@testable import Architecture
@testable import Auditing

/// A field of a record, by the names that rules use.
struct FieldName: Hashable {
  let record: String
  let field: String

  var text: String { "\(record).\(field)" }
}

/// Writes records as YAML again, with one field changed.
enum RecordMutation {
  /// The record with the field undeclared, none, and at each choice, wherever a record of its type is.
  static func variants(of root: Record, at name: FieldName) -> [String] {
    guard
      let type = RecordType.architecture.family.first(where: {
        $0.key == name.record
      }),
      let field = type.fields.first(where: { $0.name == name.field }), !field.isRequired
    else { return [] }
    var values: [String?] = [nil]
    if field.allowsNone { values.append("none") }
    switch field.type {
    case .boolean: values += ["true", "false"]
    case .choice(let choice): values += choice.names
    case .list(.choice(let choice)), .listOrSingle(.choice(let choice)):
      values += choice.names.map { "[\($0)]" } + ["[]"]
    default: break
    }
    return values.map { value in
      mapping(root) { $0 === type && $1.name == field.name ? .some(value) : nil } + "\n"
    }
  }

  /// The fields whose value is a record of such a type.
  static func holders(of record: String) -> [FieldName] {
    RecordType.architecture.family.flatMap { type in
      type.fields.compactMap { field in
        guard case .record(let held) = field.type, held.key == record else { return nil }
        return FieldName(record: type.key, field: field.name)
      }
    }
  }

  /// A mapping in flow style. `change` gives the text of a field that is to change, nil in it to leave the field out.
  private static func mapping(
    _ record: Record, _ change: (RecordType, Field) -> String??
  ) -> String {
    let fields = record.type.fields.compactMap { field -> String? in
      if let changed = change(record.type, field) { return changed.map { "\(field.name): \($0)" } }
      guard let entry = record.entry(field.name) else { return nil }
      return "\(field.name): \(entry.value.map { text($0, as: field.type, change) } ?? "none")"
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private static func text(
    _ value: Value, as type: FieldType, _ change: (RecordType, Field) -> String??
  ) -> String {
    switch value {
    case .boolean(let flag): String(flag)
    case .whole(let whole): if case .size = type { "\(whole)B" } else { String(whole) }
    case .number(let number): decimal(number, as: type)
    case .nanoseconds(let nanoseconds): "\(Double(nanoseconds) / 1e6)ms"
    case .date(let date): date.written
    case .reference(let id): id
    case .text(let text): if case .choice = type { text } else { quoted(text) }
    case .list(let items):
      "[" + items.map { self.text($0.value, as: type.item, change) }.joined(separator: ", ") + "]"
    case .record(let record): mapping(record, change)
    case .labels(let labels):
      "{" + labels.map { "\($0.name): \(quoted($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func decimal(_ number: Double, as type: FieldType) -> String {
    switch type {
    case .percentage, .share: "\(number * 100)%"
    case .rate: "\(number * 86_400)/day"
    default: "\(number)"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension FieldType {
  fileprivate var item: FieldType {
    switch self {
    case .list(let item), .listOrSingle(let item): item
    default: self
    }
  }
}
