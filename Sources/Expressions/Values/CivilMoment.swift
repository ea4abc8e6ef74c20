internal import SourceText

/// A moment on the calendar and on the clock, at a fixed offset from UTC.
struct CivilMoment {
  let date: CalendarDate
  let hour: Int
  let minute: Int
  let second: Int
  let nanoseconds: Int
  /// From 0, Sunday.
  let dayOfWeek: Int

  init(_ timestamp: TimestampValue, offset: Int64) {
    let local = timestamp.seconds + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let ofDay = Int(local - days * 86_400)
    date = CalendarDate(daysSince1970: days)
    hour = ofDay / 3600
    minute = ofDay / 60 % 60
    second = ofDay % 60
    nanoseconds = Int(timestamp.nanoseconds)
    let weekday = Int((days + 4) % 7)
    dayOfWeek = weekday < 0 ? weekday + 7 : weekday
  }
}
