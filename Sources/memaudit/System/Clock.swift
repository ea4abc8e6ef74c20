internal import Glibc
internal import SourceText

/// The day on which the program runs, in UTC.
enum Clock {
  static var today: CalendarDate { CalendarDate(secondsSince1970: Int64(time(nil))) }
}
