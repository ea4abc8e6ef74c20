package import SourceText

/// A value as a field's type reads it: units are gone, choices have their canonical names.
package enum Value: Sendable {
  case boolean(Bool)
  /// A count, tokens, or bytes.
  case whole(Int64)
  /// A number, money, a fraction of 1 for a percentage, or a rate per second.
  case number(Double)
  case nanoseconds(Int64)
  indirect case date(CalendarDate)
  case text(String)
  /// The id of an element.
  case reference(String)
  case list([Item])
  case record(Record)
  case labels([Label])

  package struct Item: Sendable {
    package let value: Value
    package let span: Span
  }

  package struct Label: Sendable {
    package let name: String
    package let value: String
  }
}

extension Value {
  /// A count, tokens, bytes, money, a fraction or a rate per second; a duration in seconds.
  package var amount: Double? {
    switch self {
    case .whole(let whole): Double(whole)
    case .number(let number): number
    case .nanoseconds(let nanoseconds): Double(nanoseconds) / 1e9
    case .boolean, .date, .text, .reference, .list, .record, .labels: nil
    }
  }

  /// A list of texts that no file has written.
  package static func references(_ ids: [String]) -> Value {
    .list(ids.map { Item(value: .reference($0), span: Span(at: 0)) })
  }

  package static func texts(_ texts: [String]) -> Value {
    .list(texts.map { Item(value: .text($0), span: Span(at: 0)) })
  }
}
