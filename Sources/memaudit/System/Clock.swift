internal import Expressions
internal import Glibc

/// The day on which the program runs, in UTC.
enum Clock {
  static var today: TimestampValue {
    let day: Int64 = 86_400
    let seconds = Int64(time(nil))
    return TimestampValue(clampingSeconds: seconds - seconds % day)
  }
}
