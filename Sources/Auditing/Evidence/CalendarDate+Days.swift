internal import Architecture
internal import Expressions

extension CalendarDate {
  /// The last day on which something holds that was made on this one, a whole day at least.
  func lastDay(validFor nanoseconds: Int64) -> CalendarDate? {
    guard let start = CivilDate(year: year, month: month, day: day) else { return nil }
    let days = nanoseconds / 86_400_000_000_000
    let end = CivilDate(daysSince1970: start.daysSince1970 + days)
    return CalendarDate(year: end.year, month: end.month, day: end.day)
  }

  /// `2026-09-01`
  var written: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
