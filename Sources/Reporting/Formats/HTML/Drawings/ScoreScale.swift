internal import Auditing

/// The score as an interval on the scale from 0 to 100, with the grades. It is as wide as its place, and its text stays
/// as large as other text.
struct ScoreScale {
  private let score: Report.ScoreNote
  private let anchor: Anchor

  init(_ score: Report.ScoreNote, anchor: Anchor) {
    self.score = score
    self.anchor = anchor
  }

  var markup: Markup {
    let id = anchor.name
    return """
      <svg class="scale" width="100%" height="64" role="img" aria-labelledby="\(id)-title">
      <title id="\(id)-title">The score between \(score.low) and \(score.high) on a scale from 0 to 100</title>
      <rect class="track" x="0" y="24" width="100%" height="14"/>
      \(grades)<rect class="sure" x="0" y="24" width="\(score.exactLow)%" height="14"/>
      <rect class="possible" x="\(score.exactLow)%" y="24" width="\(length)%" height="14"/>
      \(ends)</svg>

      """
  }

  private var length: Double { max(score.exactHigh - score.exactLow, 0) }

  private var grades: Markup {
    let grades = Array(Grade.allCases.reversed())
    let ends = grades.dropFirst().map(\.start) + [100]
    return zip(grades, ends).map { grade, end -> Markup in
      let start = grade.start
      let tick: Markup =
        start == 0
        ? "" : "<line class=\"tick\" x1=\"\(start)%\" x2=\"\(start)%\" y1=\"24\" y2=\"46\"/>\n"
      return tick
        + """
        <text class="small" x="\((start + end) / 2)%" y="58" text-anchor="middle">\(grade.rawValue)</text>

        """
    }.joined(separator: "")
  }

  /// Two ends that lie close together share a label.
  private var ends: Markup {
    guard length >= 10 else {
      let words = score.low == score.high ? "\(score.low)" : "\(score.low)–\(score.high)"
      return end(words, at: (score.exactLow + score.exactHigh) / 2, nil)
    }
    return end("\(score.low)", at: score.exactLow, .middle)
      + end("\(score.high)", at: score.exactHigh, .middle)
  }

  private func end(_ words: String, at place: Double, _ fallback: TextAnchor?) -> Markup {
    let anchor: TextAnchor = place < 4 ? .start : place > 96 ? .end : fallback ?? .middle
    return """
      <line class="end" x1="\(place)%" x2="\(place)%" y1="20" y2="42"/>
      <text class="strong" x="\(place)%" y="14" text-anchor="\(anchor.rawValue)">\(words)</text>

      """
  }
}
