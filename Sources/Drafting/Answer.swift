internal import Architecture
internal import SourceText
internal import YAML

/// What somebody answers in one line, as the value of a field. Brackets and braces around the whole may be left out.
struct Answer {
  let value: Draft.Value?
  let diagnostics: [Diagnostic]

  init(_ line: String, for type: FieldType) {
    if line == "none" || Self.isLiteral(type) {
      value = .scalar(line == "none" ? line : quotedIfNeeded(line))
      diagnostics = []
      return
    }
    let document = Document(SourceFile(name: "answer", text: Self.enclosed(line, for: type)))
    diagnostics = document.diagnostics
    value = document.diagnostics.isEmpty ? document.root.map(Self.value) : nil
  }

  /// Text means itself, whatever YAML would make of its signs.
  private static func isLiteral(_ type: FieldType) -> Bool {
    switch type {
    case .text, .path: true
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .identifier, .choice, .reference, .list, .listOrSingle, .record,
      .labels:
      false
    }
  }

  private static func enclosed(_ line: String, for type: FieldType) -> String {
    switch type {
    case .list(let item):
      return line.hasPrefix("[") ? line : "[" + enclosed(line, for: item) + "]"
    case .listOrSingle:
      return line.hasPrefix("[") || !line.contains(",") ? line : "[" + line + "]"
    case .record, .labels:
      return line.hasPrefix("{") || !line.contains(": ") ? line : "{" + line + "}"
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .text, .identifier, .path, .choice, .reference:
      return line
    }
  }

  private static func value(_ node: Node) -> Draft.Value {
    switch node.content {
    case .scalar(let scalar):
      .scalar(scalar.isPlain ? quotedIfNeeded(scalar.text) : quoted(scalar.text))
    case .sequence(let items): .list(items.map(value))
    case .mapping(let entries):
      .mapping(entries.map { Draft.Pair(name: $0.key, value: value($0.value)) })
    case .invalid: .none
    }
  }
}
