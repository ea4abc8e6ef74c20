internal import SourceText

/// What may be written as the value of a field.
package indirect enum FieldType: Sendable {
  case boolean
  /// The version of the file's format.
  case version(Int64)
  case count
  /// A whole number, and never 0.
  case positive
  case number
  case money
  case percentage
  /// A percentage of a whole: at most 100 %.
  case share
  case duration
  case size
  case tokens
  case rate
  case date
  case text
  case identifier
  /// The path of a value of this file: `stores.redis.latency.p95`.
  case path
  case choice(Choice)
  case reference([Collection])
  case list(FieldType)
  /// A list that may be written as its only item.
  case listOrSingle(FieldType)
  case record(RecordType)
  /// Names and values of the user's own.
  case labels
}

extension FieldType {
  /// How many characters an id may have: each may stand in every line of a report.
  package static let longestIdentifier = 200
  /// What names the whole in reports and waivers.
  static let identifierOfTheWhole = "system"
  /// What an id cannot be, in any case: it means something else in YAML, or names the whole.
  static let reservedIdentifiers = ["none", "null", "true", "false", identifierOfTheWhole]
  /// How many characters any other text may have.
  package static let longestText = 10_000

  /// The record that a value of the type is, or is a list of.
  package var recordType: RecordType? {
    switch self {
    case .record(let type): type
    case .list(let item), .listOrSingle(let item): item.recordType
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .text, .identifier, .path, .choice, .reference, .labels:
      nil
    }
  }

  /// The words that a value, or an item of it, may be.
  package var choice: Choice? {
    switch self {
    case .choice(let choice): choice
    case .list(let item), .listOrSingle(let item): item.choice
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .text, .identifier, .path, .reference, .record, .labels:
      nil
    }
  }

  /// The type of the items of a list; nil where it is none.
  package var itemType: FieldType? {
    switch self {
    case .list(let item), .listOrSingle(let item): item
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .text, .identifier, .path, .choice, .reference, .labels, .record:
      nil
    }
  }

  package var isList: Bool { itemType != nil }

  /// The type in words, with an article.
  package var noun: String {
    switch self {
    case .boolean: "true or false"
    case .version(let known): "the number \(known)"
    case .count: "a whole number"
    case .positive: "a whole number from 1"
    case .number: "a number"
    case .money: "an amount of money"
    case .percentage, .share: "a percentage"
    case .duration: "a duration"
    case .size: "a size"
    case .tokens: "a number of tokens"
    case .rate: "a rate"
    case .date: "a date"
    case .text: "text"
    case .identifier: "an id"
    case .path: "a path"
    case .choice(let choice): "one of \(choice.names.joined(separator: ", "))"
    case .reference(let collections):
      "the id of \(collections.map { $0.article + " " + $0.singular }.joined(separator: " or "))"
    case .list: "a list"
    case .listOrSingle(let item): "\(item.noun), or a list of them"
    case .record(let type):
      (type.shorthands.map(\.type.noun) + ["a mapping"]).joined(separator: " or ")
    case .labels: "a mapping of names to text"
    }
  }

  /// A value of the type, as it may be written; nil where the noun says it all.
  package var example: String? {
    switch self {
    case .count, .positive: "3"
    case .number: "0.95"
    case .money: "2.50"
    case .percentage, .share: "8%"
    case .duration: "250ms"
    case .size: "3GB"
    case .tokens: "120k"
    case .rate: "40/day"
    case .date: "2026-09-01"
    case .path: "stores.redis.latency.p95"
    case .version: "1"
    case .boolean, .text, .identifier, .choice, .reference, .list, .listOrSingle, .record, .labels:
      nil
    }
  }
}
