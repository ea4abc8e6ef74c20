extension Report {
  /// The outcome in a line, in parts that a format may set apart.
  package struct Headline: Sendable {
    /// Nil where too little is described for one.
    package let grade: String?
    package let score: String
    package let counts: String
    package let described: String
  }

  /// Nil where nothing applies, so that there is no score.
  package var headline: Headline? {
    guard let score else { return nil }
    return Headline(
      grade: score.grade.map { "grade \($0)" },
      score: score.low == score.high
        ? "score \(score.low)" : "score between \(score.low) and \(score.high)",
      counts: "\(fails.count) fail"
        + (undeclared.isEmpty ? "" : ", \(undeclared.count) undeclared"),
      described: "\(ScoreWords.percent(described)) described")
  }

  package static let withoutScore = "nothing applies: there is no score"
}
