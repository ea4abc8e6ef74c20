internal import Architecture
internal import Auditing
internal import SourceText

extension Interview {
  func question(_ path: String, _ field: Field) -> String {
    paragraph(field.manual) + paragraph(waysToAnswer(field))
  }

  func elementsQuestion(_ field: Field, of collection: Collection) -> String {
    paragraph(field.manual)
      + paragraph("Give each \(collection.singular) an id; Enter when there are no more.")
  }

  /// What `?` tells of a path: what its words and fields mean, and the rules that wait for it.
  func explanation(of path: String) -> String {
    let field = Field.at(path)?.field
    return meanings(field) + reasons(for: path, or: field?.doc ?? "")
  }

  private func waysToAnswer(_ field: Field) -> String {
    if field.type.choice != nil { return isList(field) ? "Write some: a, b." : "" }
    let example = field.type.example.map { ", such as \($0)" } ?? ""
    guard let record = field.type.recordType else {
      return isList(field) ? "Write some: a, b." : "Write \(field.type.noun)\(example)."
    }
    let shorthands = record.shorthands.map { shorthand in
      shorthand.type.noun + (shorthand.type.example.map { ", such as \($0)" } ?? "") + "; or "
    }
    let fields = record.fields.prefix(4).map(\.name).joined(separator: ": …, ")
    return "Write \(shorthands.joined())what you know of it, in one line: \(fields): …"
  }

  private func isList(_ field: Field) -> Bool {
    switch field.type {
    case .list, .listOrSingle: true
    default: false
    }
  }

  private func meanings(_ field: Field?) -> String {
    let choices = field?.type.choice?.options.map { ($0.name, $0.meaning) } ?? []
    let fields = field?.type.recordType?.fields.map { ($0.name, $0.manual) } ?? []
    return (choices + fields).map { name, meaning in
      paragraph(meaning.isEmpty ? "- \(name)" : "- \(name): \(meaning)")
    }.joined()
  }

  /// The gravest rules that wait for a path, each with why.
  private func reasons(for path: String, or otherwise: String) -> String {
    let rules = (audit?.judgements ?? []).filter { $0.verdict.paths.contains(path) }.map(\.rule)
      .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
    var seen: Set<String> = []
    let told = rules.filter { seen.insert($0.id).inserted }.prefix(2).map { rule in
      paragraph("\(rule.id), \(rule.severity.rawValue): \(rule.title). \(rule.why)")
    }
    return told.isEmpty ? paragraph(otherwise) : told.joined()
  }

  private func paragraph(_ text: String) -> String {
    text.isEmpty
      ? "" : wrapped(printable(text), to: console.width - 2).map { "  \($0)\n" }.joined()
  }
}
