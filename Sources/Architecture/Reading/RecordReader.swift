package import SourceText
package import YAML

/// Reads nodes as described records and says everything that is wrong with them.
package struct RecordReader {
  package private(set) var diagnostics: [Diagnostic] = []
  /// What was written where an id of the file, or a path into it, must stand.
  package private(set) var mentions: [Mention] = []

  package struct Mention: Sendable {
    package enum Meaning: Sendable {
      case element(in: [Collection])
      case path
    }

    package let text: String
    package let meaning: Meaning
    package let span: Span
  }

  package init() {}

  /// Reads a record from a mapping, or from the value that stands for it; nil, and said why, where it is neither.
  package mutating func record(_ node: Node, as type: RecordType, path: String, subject: String)
    -> Record?
  {
    record(node, as: type, Target.whole(subject, path: path))
  }

  private mutating func record(_ node: Node, as type: RecordType, _ target: Target) -> Record? {
    switch node.content {
    case .invalid: return nil
    case .mapping(let entries): return record(entries, as: type, path: target.path, at: node)
    case .scalar(let scalar) where !type.shorthands.isEmpty:
      return record(standingFor: scalar, as: type, target, at: node.span)
    case .scalar, .sequence:
      report(
        "\(target.subject) must be \(FieldType.record(type).noun)", at: node.span,
        help: mappingHelp(node, type))
      return nil
    }
  }

  private func mappingHelp(_ node: Node, _ type: RecordType) -> String {
    if type.isElement, let scalar = node.scalar { return "write `id: \(scalar.text)`" }
    if let scalar = node.scalar, let help = type.help(for: scalar) { return help }
    let fields = type.fields.prefix(2).map { "\($0.name): …" }.joined(separator: ", ")
    return "write `{\(fields)}`, or the fields below it"
  }

  private mutating func record(
    _ entries: [YAML.Entry], as type: RecordType, path: String, at node: Node
  ) -> Record {
    let path = path + (ownId(entries, of: type).map { "." + $0 } ?? "")
    var fields: [Record.Entry] = []
    fields.reserveCapacity(entries.count)
    var misspelt: [String] = []
    for entry in entries {
      guard let index = type.index(of: entry.key) else {
        let isOwn = entry.key.hasPrefix("x-")
        let near = isOwn ? nil : refuseUnknown(entry, in: type, siblings: entries)
        if let near { misspelt.append(near) }
        continue
      }
      let field = type.fields[index]
      guard let reading = read(entry.value, of: field, in: path) else { continue }
      fields.append(
        Record.Entry(
          field: index, value: reading.value, span: entry.value.span, keySpan: entry.keySpan))
    }
    let record = Record(type, path: path, span: node.span, entries: fields)
    checkRequired(entries, misspelt: misspelt, of: type, at: node.definition)
    checkAscending(record)
    checkKinds(record)
    return record
  }

  /// The id that an element of a list writes for itself, if it is one.
  private func ownId(_ entries: [YAML.Entry], of type: RecordType) -> String? {
    guard type.isElement else { return nil }
    return entries.first { $0.key == "id" }?.value.scalar?.text ?? "?"
  }

  private struct Reading {
    let value: Value?
  }

  /// Nil where the value is wrong; a reading without a value where the file says that there is none.
  private mutating func read(_ node: Node, of field: Field, in path: String) -> Reading? {
    if let scalar = node.scalar, scalar.isNull || scalar.isPlain && scalar.text == "none" {
      if scalar.text.isEmpty {
        report(
          "`\(field.name)` has no value", at: node.span,
          help: field.allowsNone
            ? "write `none` where there is none, or leave the key out where it is not known"
            : "write \(field.type.noun), or leave the key out where it is not known")
        return nil
      }
      if field.allowsNone { return Reading(value: nil) }
      if scalar.isNull || field.isRequired {
        report(
          "`\(field.name)` must be \(field.type.noun)", at: node.span,
          help: field.isRequired ? nil : "leave the key out where it is not known")
        return nil
      }
    }
    if field.allowsNone, let scalar = node.scalar, field.type.isNone(meantBy: scalar) {
      report(
        "`\(field.name)` cannot be `\(scalar.text)`", at: node.span,
        help: "write `none` where there is none")
      return nil
    }
    if field.isRequired, node.sequence?.isEmpty == true {
      report(
        "`\(field.name)` is empty", at: node.span, help: "write at least one item. \(field.doc)")
      return nil
    }
    return value(node, as: field.type, .field(field.name, of: path)).map(Reading.init)
  }

  private mutating func value(_ node: Node, as type: FieldType, _ target: Target) -> Value? {
    switch type {
    case .record(let recordType): return record(node, as: recordType, target).map(Value.record)
    case .list(let itemType): return list(node, of: itemType, type: type, target)
    case .listOrSingle(let itemType):
      if node.scalar == nil { return list(node, of: itemType, type: type, target) }
      return value(node, as: itemType, target)
        .map { .list([Value.Item(value: $0, span: node.span)]) }
    case .labels:
      return labels(node, target)
    case .boolean, .version, .count, .number, .money, .percentage, .share, .duration, .size,
      .tokens,
      .rate, .date, .text, .identifier, .path, .choice, .reference:
      return scalar(node, as: type, target)
    }
  }

  private mutating func scalar(_ node: Node, as type: FieldType, _ target: Target) -> Value? {
    switch node.content {
    case .invalid: return nil
    case .sequence, .mapping:
      let shape = node.sequence == nil ? "a mapping" : "a list"
      report("\(target.subject) must be \(type.noun), not \(shape)", at: node.span)
      return nil
    case .scalar(let scalar):
      do throws(Complaint) {
        let value = try readScalar(scalar, as: type)
        mention(value, type, at: node.span)
        return value
      } catch {
        report("\(target.subject) \(error.message)", at: node.span, help: error.help)
        return nil
      }
    }
  }

  private mutating func mention(_ value: Value, _ type: FieldType, at span: Span) {
    switch (value, type) {
    case (.reference(let id), .reference(let collections)):
      mentions.append(Mention(text: id, meaning: .element(in: collections), span: span))
    case (.text(let text), .path):
      mentions.append(Mention(text: text, meaning: .path, span: span))
    default: break
    }
  }

  private mutating func list(
    _ node: Node, of itemType: FieldType, type: FieldType, _ target: Target
  ) -> Value? {
    guard let nodes = node.sequence else {
      if case .invalid = node.content { return nil }
      report(
        "\(target.subject) must be \(type.noun)", at: node.span, help: listHelp(node, itemType))
      return nil
    }
    var items: [Value.Item] = []
    items.reserveCapacity(nodes.count)
    var firstUses = FirstUses()
    for (index, item) in nodes.enumerated() {
      guard let value = value(item, as: itemType, .item(index, of: target, itemType)) else {
        continue
      }
      if let text = value.word, let first = firstUses.earlier(text, at: item.span) {
        report(
          "`\(text)` is listed twice", at: item.span, help: "remove one of the two",
          notes: [Diagnostic.Note("first listed here", at: first)])
        continue
      }
      items.append(Value.Item(value: value, span: item.span))
    }
    return .list(items)
  }

  private func listHelp(_ node: Node, _ itemType: FieldType) -> String {
    if case .record(let type) = itemType {
      let first = type.fields.first?.name ?? "…"
      guard let key = node.mapping?.first?.key, type.isElement, key != first else {
        return "begin each item with `- \(first): …`"
      }
      return "begin each item with `- \(first): …`: `- \(first): \(key)` instead of `\(key):`"
    }
    guard let scalar = node.scalar else { return "write `[…, …]`" }
    do throws(Complaint) {
      _ = try readScalar(scalar, as: itemType)
      return "write `[\(scalar.text)]`"
    } catch {
      return "write a list, `[…]`" + (error.help.map { ", and for `\(scalar.text)` \($0)" } ?? "")
    }
  }

  private mutating func labels(_ node: Node, _ target: Target) -> Value? {
    guard let entries = node.mapping else {
      if case .invalid = node.content { return nil }
      report(
        "\(target.subject) must be \(FieldType.labels.noun)", at: node.span,
        help: "write `{team: payments}`")
      return nil
    }
    var labels: [Value.Label] = []
    for entry in entries {
      let target = Target.field(entry.key, of: target.path)
      guard case .text(let text)? = scalar(entry.value, as: .text, target) else { continue }
      labels.append(Value.Label(name: entry.key, value: text))
    }
    return .labels(labels)
  }

  /// Reads the value that stands for a whole record, `3` for `{min: 3, max: 3}`.
  private mutating func record(
    standingFor scalar: Scalar, as type: RecordType, _ target: Target, at span: Span
  ) -> Record? {
    var complaint: Complaint?
    for shorthand in type.shorthands {
      do throws(Complaint) {
        let value = try readScalar(scalar, as: shorthand.type)
        let entries = type.fields.enumerated().map { index, field in
          Record.Entry(
            field: index, value: shorthand.fills.contains(field.name) ? value : nil, span: span,
            keySpan: span)
        }
        return Record(type, path: target.path, span: span, entries: entries)
      } catch {
        complaint = type.shorthands.count == 1 ? error : nil
      }
    }
    report(
      complaint.map { "\(target.subject) \($0.message)" }
        ?? "\(target.subject) must be \(FieldType.record(type).noun), not `\(scalar.text)`",
      at: span,
      help: type.help(forRange: scalar.text) ?? complaint?.help
        ?? "write it like \(type.shorthands.compactMap(\.type.example).map { "`\($0)`" }.joined(separator: " or "))"
    )
    return nil
  }

  package mutating func report(
    _ message: String, at span: Span, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    guard !isFull else { return }
    diagnostics.append(Diagnostic(message, at: span, help: help, notes: notes))
    if isFull { diagnostics.append(.enough(at: span)) }
  }

  /// Whether so much is wrong that nothing more is told.
  var isFull: Bool { diagnostics.count >= Diagnostic.mostOfAFile }
}

/// What is read: its path, and how messages name it. Both are put together when they are asked for.
private indirect enum Target {
  case whole(String, path: String)
  case field(String, of: String)
  case item(Int, of: Target, FieldType)

  var path: String {
    switch self {
    case .whole(_, let path): path
    case .field(let name, let owner): fieldPath(name, of: owner)
    case .item(let index, let list, let type):
      type.recordType?.isElement == true ? list.path : "\(list.path)[\(index)]"
    }
  }

  var subject: String {
    switch self {
    case .whole(let subject, _): subject
    case .field(let name, _): "`\(name)`"
    case .item(_, let list, let type):
      type.recordType == nil ? list.subject : "an item of \(list.subject)"
    }
  }
}

extension Value {
  /// The text that makes an item of a list the same as another.
  fileprivate var word: String? {
    switch self {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }
}
