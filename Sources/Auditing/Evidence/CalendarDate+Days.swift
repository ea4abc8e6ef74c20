internal import SourceText

extension CalendarDate {
  /// The last day on which something holds that was made on this one, a whole day at least.
  func lastDay(validFor nanoseconds: Int64) -> CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 + nanoseconds / 86_400_000_000_000)
  }
}
