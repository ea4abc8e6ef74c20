internal import SourceText
internal import YAML

extension RecordReader {
  /// Reports a key that the record does not have; the field that was meant, where one is near.
  mutating func refuseUnknown(_ entry: YAML.Entry, in type: RecordType, siblings: Node)
    -> String?
  {
    guard !isFull else { return nil }
    let written = siblings.mapping ?? []
    let unused = type.fields.map(\.name).filter { name in !written.contains { $0.key == name } }
    let borrowed = BorrowedNames.entry(for: entry.key, in: type)
    let near = borrowed?.field ?? suggestion(for: entry.key, among: unused)
    let help: String
    if entry.value.isUnwritten, siblings.isBraced, siblings.mapping?.first?.key != entry.key {
      help = "in `{…}` a comma ends a value: put quotes around text that contains one"
    } else if let elsewhere = BorrowedNames.help(forSettingElsewhere: entry.key, in: type) {
      help = elsewhere
    } else if let borrowed {
      help = borrowed.help
    } else if let below = type.help(forFieldBelow: entry.key) {
      help = below
    } else if let near {
      help = didYouMean(near)
    } else if let owner = RecordType.architecture.family.first(where: {
      $0.index(of: entry.key) != nil
    }) {
      help = "`\(entry.key)` is a field of \(owner.name); your own keys begin with `x-`"
    } else if type.fields.count <= 12 {
      help = "the fields are \(type.fields.map(\.name).joined(separator: ", "))"
    } else {
      help = "your own keys begin with `x-`"
    }
    report("\(type.name) has no field `\(entry.key)`", at: entry.keySpan, help: help)
    return near
  }

  /// Reports required fields that are not there, unless a misspelt key already told of them.
  mutating func checkRequired(
    _ record: Record, of node: Node, misspelt: [String]
  ) {
    let type = record.type
    let isThere = type.required.allSatisfy { record.place(of: $0) != nil }
    let alternatives = type.atLeastOneOf
    let isOneThere = alternatives.isEmpty || alternatives.contains { record.entry($0) != nil }
    if isThere, isOneThere { return }
    let entries = node.mapping ?? []
    let span = node.definition
    let place = Span(span.start, entries.first?.keySpan.end ?? span.end)
    for field in type.required.map({ type.fields[$0] })
    where !entries.contains(where: { $0.key == field.name }) && !misspelt.contains(field.name) {
      report(
        "\(type.name) needs `\(field.name)`", at: place,
        help: "write `\(field.name): \(field.type.example ?? "…")`. \(field.doc)")
    }
    if !alternatives.isEmpty, !entries.contains(where: { alternatives.contains($0.key) }) {
      report(
        "\(type.name) needs \(alternatives.map { "`\($0)`" }.joined(separator: " or "))", at: place,
        help: "write at least one of them")
    }
  }

  mutating func checkAscending(_ record: Record) {
    var last: (name: String, amount: Double, span: Span)?
    for name in record.type.ascending {
      guard let entry = record.entry(name), let amount = entry.value?.amount else { continue }
      if let last, amount < last.amount {
        report(
          "`\(name)` is less than `\(last.name)`", at: entry.span,
          help: "swap them, or correct one",
          notes: [Diagnostic.Note("`\(last.name)` is here", at: last.span)])
      }
      last = (name, amount, entry.span)
    }
  }

  mutating func checkParts(_ record: Record) {
    for part in record.type.parts {
      guard let entry = record.entry(part.name), let amount = entry.value?.amount,
        let whole = record.entry(part.whole), let most = whole.value?.amount, amount >= most
      else { continue }
      report(
        "`\(part.name)` is not less than `\(part.whole)`", at: entry.span, help: "correct one",
        notes: [Diagnostic.Note("`\(part.whole)` is here", at: whole.span)])
    }
  }

  /// A field that the component's kinds do not have is a mistake, in the field or in the kind.
  mutating func checkKinds(_ record: Record) {
    guard record.type === RecordType.component else { return }
    let kinds = record.texts("kind").compactMap(ComponentKind.init)
    guard !kinds.isEmpty, !kinds.contains(.custom) else { return }
    for entry in record.entries {
      let place = entry.field
      guard !record.type.fields[place].kinds.isEmpty else { continue }
      let field = record.type.fields[place]
      guard !field.kinds.contains(where: kinds.contains) else { continue }
      let owners = field.kinds.map(\.rawValue).joined(separator: ", ")
      let own = kinds.map(\.rawValue).joined(separator: " and ")
      report(
        "`\(field.name)` is a field of \(owners), and this component is a \(own)",
        at: entry.keySpan,
        help: BorrowedNames.ofOtherKinds[field.name].map { "write \($0), or correct `kind`" }
          ?? "remove it, or correct `kind`")
    }
  }
}

extension Node {
  /// Whether nothing stands where a value belongs.
  fileprivate var isUnwritten: Bool { firstPlainByte == 0 }
}
