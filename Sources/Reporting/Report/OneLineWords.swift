internal import Auditing

extension Report.Finding {
  /// `high fail on profile`, `high undeclared on profile`, `high fail on profile, waived`: for formats whose own words
  /// for verdicts and severities are fewer than ours.
  package var headline: String {
    "\(severity.rawValue) \(kind.rawValue) on \(subject)" + (waiver == nil ? "" : ", waived")
  }
}

extension Refusal.Problem {
  /// What is wrong and what to write instead, in one line.
  package var sentence: String {
    help.map { "\(message); \($0)" } ?? message
  }
}
