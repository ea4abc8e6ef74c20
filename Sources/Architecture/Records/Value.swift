package import SourceText

/// A value as a field's type reads it: units are gone, choices have their canonical names.
package indirect enum Value: Sendable {
  case boolean(Bool)
  /// A count, tokens, or bytes.
  case whole(Int64)
  /// A number, money, a fraction of 1 for a percentage, or a rate per second.
  case number(Double)
  case nanoseconds(Int64)
  case date(CalendarDate)
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
  /// A list of texts that no file has written.
  package static func texts(_ texts: [String]) -> Value {
    .list(texts.map { Item(value: .text($0), span: Span(at: 0)) })
  }
}

/// A day of the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
