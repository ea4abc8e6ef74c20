package import SourceText
package import YAML

/// Reads nodes as described records and says everything that is wrong with them.
package struct RecordReader {
  package private(set) var diagnostics: [Diagnostic] = []
  /// What was written where an id of the file, or a path into it, must stand.
  private(set) var mentions: [Mention] = []

  /// What the misspelt keys of the file itself were meant to be.
  private(set) var misspeltSections: [String] = []

  struct Mention: Sendable {
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
    record(node, as: type, .whole(subject, path: path))
  }

  private mutating func record(_ node: Node, as type: RecordType, _ target: Target) -> Record? {
    switch node.shape {
    case .invalid: return nil
    case .mapping:
      let path = target.path
      guard type.isElement, target.isItem else { return record(of: node, as: type, path: path) }
      return record(of: node, as: type, path: path + "." + ownId(node))
    case .scalar, .sequence:
      if let scalar = node.scalar, !type.shorthands.isEmpty {
        return record(standingFor: scalar, as: type, target, at: node.span)
      }
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

  private mutating func record(of node: Node, as type: RecordType, path: String) -> Record {
    var fields: [Record.Entry] = []
    var misspelt: [String] = []
    for entry in node.entries {
      guard let index = entry.place(in: type.names) else {
        let isOwn = entry.key.hasPrefix("x-")
        let near = isOwn ? nil : refuseUnknown(entry, in: type, siblings: node)
        if let near { misspelt.append(near) }
        continue
      }
      let value = entry.value
      guard let reading = read(value, ofFieldAt: index, of: type, in: path) else { continue }
      if fields.isEmpty { fields.reserveCapacity(8) }
      fields.append(
        Record.Entry(
          field: index, value: reading.value, span: value.span, keySpan: entry.keySpan))
    }
    if type === RecordType.architecture { misspeltSections = misspelt }
    let record = Record(type, path: path, span: node.span, entries: fields)
    checkRequired(record, of: node, misspelt: misspelt)
    checkAscending(record)
    checkParts(record)
    checkKinds(record)
    return record
  }

  /// The id that an element of a list writes for itself, if it is one.
  private func ownId(_ node: Node) -> String { node["id"]?.scalar?.text ?? "?" }

  private struct Reading {
    let value: Value?
  }

  /// Nil where the value is wrong; a reading without a value where the file says that there is none.
  private mutating func read(
    _ node: Node, ofFieldAt index: Int, of type: RecordType, in path: String
  ) -> Reading? {
    if node.mayMeanNone, let scalar = node.scalar {
      switch none(scalar, at: node.span, of: type.fields[index]) {
      case .isSaid: return Reading(value: nil)
      case .isWrong: return nil
      case .isNotMeant: break
      }
    }
    if node.isQuoted("none"), refuseQuotedNone(at: node.span, of: type.fields[index]) { return nil }
    if refuseListedNone(in: node, of: type.fields[index]) { return nil }
    if type.fields[index].isRequired, node.shape == .sequence, node.sequence?.isEmpty == true {
      let field = type.fields[index]
      report(
        "`\(field.name)` is empty", at: node.span, help: "write at least one item. \(field.doc)")
      return nil
    }
    let field = Target.field(type.fields[index].name, of: path)
    return value(node, as: type.fields[index].type, field).map(Reading.init)
  }

  private mutating func value(_ node: Node, as type: FieldType, _ target: Target) -> Value? {
    switch type {
    case .record(let recordType): return record(node, as: recordType, target).map(Value.record)
    case .list(let itemType): return list(node, of: itemType, type: type, target)
    case .listOrSingle(let itemType):
      if node.shape != .scalar { return list(node, of: itemType, type: type, target) }
      return value(node, as: itemType, target)
        .map { .list([Value.Item(value: $0, span: node.span)]) }
    case .labels:
      return labels(node, target)
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens,
      .rate, .date, .text, .identifier, .path, .choice, .reference:
      return scalar(node, as: type, target)
    }
  }

  private mutating func scalar(_ node: Node, as type: FieldType, _ target: Target) -> Value? {
    guard let scalar = node.scalar else {
      if node.shape == .invalid { return nil }
      let shape = node.shape == .mapping ? "a mapping" : "a list"
      report("\(target.subject) must be \(type.noun), not \(shape)", at: node.span)
      return nil
    }
    do throws(Complaint) {
      let value = try readScalar(scalar, as: type)
      mention(value, type, at: node.span)
      return value
    } catch {
      report("\(target.subject) \(error.message)", at: node.span, help: error.help)
      return nil
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
    guard node.shape == .sequence else {
      if node.shape == .invalid { return nil }
      report(
        "\(target.subject) must be \(type.noun)", at: node.span, help: listHelp(node, itemType))
      return nil
    }
    var items: [Value.Item] = []
    var firstUses = FirstUses()
    var index = 0
    for item in node.items {
      defer { index += 1 }
      guard let value = value(item, as: itemType, target.item(index, itemType)) else { continue }
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
    guard node.shape == .mapping else {
      if node.shape == .invalid { return nil }
      report(
        "\(target.subject) must be \(FieldType.labels.noun)", at: node.span,
        help: "write `{team: payments}`")
      return nil
    }
    var labels: [Value.Label] = []
    for entry in node.entries {
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
        ?? type.shorthands.compactMap { $0.type.amount(meantBy: scalar) }.first
        .map { "write `\($0)`" }
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

extension Value {
  /// The text that makes an item of a list the same as another.
  fileprivate var word: String? {
    switch self {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }
}
