internal import Architecture
internal import Reporting

/// The reference of the architecture file in Markdown, from the descriptions of its records.
package enum ArchitectureFilePage {
  package static var markdown: String {
    let family = RecordType.architecture.family
    return introduction + family.map(section).joined(separator: "\n")
  }

  private static let introduction = """
    # The architecture file

    This page is generated from the descriptions that the reader itself uses.

    An architecture file describes one agent system's memory. Every optional field has three states: *declared*, with
    a value; *none*, written `none` (or `null`), where there is no such thing; and *undeclared*, left out, where the
    file does not say. The three are never confused. A list that is there is complete. Keys that begin with `x-` are
    your own and are ignored.

    Values carry their units: durations `250ms` `5s` `15m` `1h` `30d` `2w`, sizes `512MiB` `3GB`, tokens `8192`
    `120k` `1M` (k is 1,000), rates `40/day` `3/s`, percentages `8%`, dates `2026-09-01`. Money is a plain number.


    """

  private static func section(_ type: RecordType) -> String {
    var text = "## \(title(type))\n\n\(type.doc)\n\n"
    if !type.shorthands.isEmpty {
      let nouns = type.shorthands.map(\.type.noun).joined(separator: ", or ")
      text += "May be written as \(nouns).\n\n"
    }
    text += "| field | value | meaning |\n|---|---|---|\n"
    for field in type.fields {
      text += "| `\(field.name)` | \(value(field)) | \(meaning(field)) |\n"
    }
    return text
  }

  private static func title(_ type: RecordType) -> String { type.name.uppercasedFirst }

  private static func value(_ field: Field) -> String {
    var text = value(field.type)
    if field.isRequired { text = "**required**, " + text }
    if !field.allowsNone, !field.isRequired, field.type.canBeNone { text += ", never none" }
    return text
  }

  private static func value(_ type: FieldType) -> String {
    switch type {
    case .choice(let choice): choice.names.map { "`\($0)`" }.joined(separator: " ")
    case .list(let item): "list: " + value(item)
    case .listOrSingle(let item): "one or a list: " + value(item)
    case .record(let type): "[\(title(type))](#\(anchor(type)))"
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens,
      .rate, .date, .text, .identifier, .path, .reference, .labels:
      type.noun
    }
  }

  private static func anchor(_ type: RecordType) -> String {
    type.name.split(separator: " ").joined(separator: "-")
  }

  private static func meaning(_ field: Field) -> String {
    var text = field.doc
    if !field.kinds.isEmpty {
      text = "*\(field.kinds.map(\.rawValue).joined(separator: ", "))* — " + text
    }
    let options = field.type.choice?.options ?? []
    let explained = options.filter { !$0.meaning.isEmpty }
    if !explained.isEmpty {
      text += " " + explained.map { "`\($0.name)`: \($0.meaning)" }.joined(separator: "; ") + "."
    }
    return text
  }
}

extension FieldType {
  fileprivate var canBeNone: Bool {
    if case .boolean = self { false } else { true }
  }
}
