internal import SourceText

/// How people say how often something happens, for durations.
package enum BorrowedTimes {
  static let table: [(words: [String], means: String)] = [
    (["always", "continuous", "realtime", "immediate", "immediately"], "0s"),
    (["everysec"], "1s"), (["minutely"], "1m"), (["hourly"], "1h"),
    (["daily", "nightly", "midnight"], "24h"), (["weekly"], "7d"), (["monthly"], "30d"),
    (["quarterly"], "90d"), (["yearly", "annually"], "365d"),
  ]

  /// The duration that a word stands for.
  package static func duration(named word: String) -> String? {
    table.first { entry in entry.words.contains { isSameWord($0, word) } }?.means
  }
}
