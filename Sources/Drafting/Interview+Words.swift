internal import Architecture
internal import Auditing
internal import SourceText

extension Interview {
  var greeting: String {
    wrapped(
      "Answer with a value, with `none` where there is no such thing, or with Enter where you do not know. `?` tells more about a question. `q` stops; what was answered until then is written.",
      to: console.width
    ).map { "\($0)\n" }.joined()
  }

  var standInNotice: String {
    paragraph(
      "A file needs a component: `\(Draft.standIn)` stands in it until you name one, and is not asked about."
    )
  }

  /// What to do where a store was named and the class that uses it was asked for.
  func storeAdvice(_ name: String) -> String {
    paragraph(
      "`\(name)` is a store: it is asked for later, at `store`. Name the class or service that keeps its bytes there, or press Enter."
    )
  }

  func question(_ field: Field) -> String {
    "\n" + paragraph(field.manual) + paragraph(waysToAnswer(field))
  }

  func elementsQuestion(_ field: Field, of collection: Collection) -> String {
    "\n" + paragraph(field.manual)
      + paragraph("Give each \(collection.singular) an id; Enter when there are no more.")
  }

  /// What `?` tells of a path: what its words and fields mean, and the rules that wait for it.
  func explanation(of path: String) -> String {
    guard let field = Field.at(path)?.field else { return "" }
    return paragraph(field.manual) + meanings(field) + reasons(for: path)
  }

  private func waysToAnswer(_ field: Field) -> String {
    guard !field.type.isList else {
      let form = field.type.recordType.map { record in
        "Write each as {" + record.fields.map { "\($0.name): …" }.joined(separator: ", ") + "}. "
      }
      return (form ?? "") + "Several are written with commas between them."
    }
    let isTold = field.type.choice != nil || field.type.noun == "text"
    let example = field.type.example.map { ", such as \($0)" } ?? ""
    guard let record = field.type.recordType else {
      return isTold ? "" : "Write \(field.type.noun)\(example)."
    }
    let shorthands = record.shorthands.map { shorthand in
      shorthand.type.noun + (shorthand.type.example.map { ", such as \($0)" } ?? "") + "; or "
    }
    let fields = record.fields.prefix(4).map(\.name).joined(separator: ": …, ")
    return "Write \(shorthands.joined())what you know of it, in one line: \(fields): …"
  }

  /// What the words of a choice mean, and the fields of a record. Those of an element are asked for one by one.
  private func meanings(_ field: Field) -> String {
    let choices = field.type.choice?.options.map { ($0.name, $0.meaning) } ?? []
    let record = field.type.recordType.flatMap { $0.isElement ? nil : $0 }
    let fields = record?.fields.map { ($0.name, $0.manual) } ?? []
    return (choices + fields).filter { !$1.isEmpty }.map { paragraph("- \($0): \($1)") }.joined()
  }

  /// The gravest rules that wait for a path, each with why.
  private func reasons(for path: String) -> String {
    let rules = (audit?.judgements ?? []).filter { $0.verdict.paths.contains(path) }.map(\.rule)
      .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
    var seen: Set<String> = []
    return rules.filter { seen.insert($0.id).inserted }.prefix(2).map { rule in
      paragraph("\(rule.severity.rawValue) \(rule.id): \(rule.title)") + paragraph(rule.why)
    }.joined()
  }

  private func paragraph(_ text: String) -> String {
    text.isEmpty ? "" : lines(of: text, to: console.width, first: "  ", rest: "  ")
  }
}

extension Field {
  /// Its documentation in one paragraph, with the words that may be written.
  var manual: String {
    guard let choice = type.choice else { return doc }
    return "\(doc) \(type.isList ? "Any of" : "One of") \(choice.names.joined(separator: ", "))."
  }
}
