package import SourceText

/// A moment in UTC, from the year 1 to the end of the year 9999.
package struct TimestampValue: Hashable, Comparable, Sendable {
  /// Since 1970, rounded down.
  package let seconds: Int64
  /// Past the second: 0 to 999,999,999.
  package let nanoseconds: Int32

  /// What is said of a text that is none.
  static let refusal = "the text is not a timestamp, or out of range"

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Nil where the moment is out of range.
  package init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), 0...999_999_999 ~= nanoseconds else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The moment, or the end of the range that is nearest to it.
  package init(clampingSeconds seconds: Int64) {
    self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
    nanoseconds = 0
  }

  package static func < (left: TimestampValue, right: TimestampValue) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The moment a span later, if it is in range.
  func adding(_ duration: DurationValue) -> TimestampValue? {
    let total = Int64(nanoseconds) + duration.nanoseconds % 1_000_000_000
    let carry: Int64 = total < 0 ? -1 : total / 1_000_000_000
    return TimestampValue(
      seconds: seconds + duration.seconds + carry,
      nanoseconds: Int32(total - carry * 1_000_000_000))
  }

  /// The moment a span earlier, if it is in range.
  func subtracting(_ duration: DurationValue) -> TimestampValue? {
    guard duration.nanoseconds != .min else {
      return adding(DurationValue(nanoseconds: .max))?.adding(DurationValue(nanoseconds: 1))
    }
    return adding(DurationValue(nanoseconds: -duration.nanoseconds))
  }

  /// The span since another moment, if it is in range.
  func since(_ other: TimestampValue) -> DurationValue? {
    guard let whole = DurationValue(seconds: seconds - other.seconds) else { return nil }
    let part = Int64(nanoseconds) - Int64(other.nanoseconds)
    let (sum, overflow) = whole.nanoseconds.addingReportingOverflow(part)
    return overflow ? nil : DurationValue(nanoseconds: sum)
  }
}

extension TimestampValue {
  /// Reads RFC 3339: `2026-09-01T12:00:00Z`, with a fraction and with an offset if wanted.
  package init?(_ text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"),
      let day = reader.number(digits: 2), reader.skip("T") || reader.skip("t"),
      let hour = reader.number(digits: 2), reader.skip(":"),
      let minute = reader.number(digits: 2), reader.skip(":"),
      let second = reader.number(digits: 2),
      let date = CalendarDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var nanoseconds = 0
    if reader.skip(".") {
      guard let fraction = reader.nanoseconds() else { return nil }
      nanoseconds = fraction
    }
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    let ofDay = Int64(hour * 3600 + minute * 60 + second) - offset
    self.init(seconds: date.daysSince1970 * 86_400 + ofDay, nanoseconds: Int32(nanoseconds))
  }
}

extension TimestampValue: CustomStringConvertible {
  package var description: String {
    let moment = CivilMoment(self, offset: 0)
    let fraction =
      nanoseconds == 0
      ? "" : String(decimal(UInt64(nanoseconds), scale: 1_000_000_000).dropFirst())
    return moment.date.written
      + "T\(padded(moment.hour, 2)):\(padded(moment.minute, 2)):\(padded(moment.second, 2))"
      + fraction + "Z"
  }
}

/// A span east of UTC in seconds: `UTC`, `+11:00`, `-02:30`, `02:00`.
func fixedOffset(_ text: String) -> Int64? {
  if text == "UTC" || text == "Z" { return 0 }
  var reader = DigitReader(text)
  let isWest = reader.skip("-")
  if !isWest { _ = reader.skip("+") }
  guard let span = reader.hoursAndMinutes(), reader.isAtEnd else { return nil }
  return isWest ? -span : span
}

/// Reads fixed-width numbers from a text.
private struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A fraction of a second, of one to nine digits.
  mutating func nanoseconds() -> Int? {
    let digits = rest.prefix { $0.isDigit }
    guard 1...9 ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (digits.count..<9).reduce(number) { scaled, _ in scaled * 10 }
  }

  /// `Z`, or an offset with its sign, in seconds.
  mutating func zone() -> Int64? {
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let span = hoursAndMinutes() else { return nil }
    return isWest ? -span : span
  }

  /// `11:00`, in seconds.
  mutating func hoursAndMinutes() -> Int64? {
    guard let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2), hours < 24,
      minutes < 60
    else { return nil }
    return Int64(hours * 3600 + minutes * 60)
  }
}

extension CalendarDate {
  /// The midnight with which it begins.
  package var midnight: TimestampValue {
    TimestampValue(clampingSeconds: daysSince1970 * 86_400)
  }
}
