/// What was known of a file before. What is found again is not new.
package enum Baseline: Sendable, Equatable {
  case report(EarlierReport)
  /// The file could not be audited then, so that nothing was known of it.
  case refused
  /// The baseline does not have the file.
  case absent

  private var decisions: [FindingKey: EarlierReport.Decision] {
    switch self {
    case .report(let report): report.decisions
    case .refused, .absent: [:]
    }
  }

  /// Whether a fail or an undeclared verdict was not there before. One that failed and now cannot be told is new: what
  /// was decided has been taken out of the file.
  package func isNew(_ judgement: Judgement) -> Bool {
    judgement.finding.map { decisions[judgement.key] != .found($0) } ?? false
  }

  /// Whether a finding that is waived now was waived there already.
  package func wasWaived(_ judgement: Judgement) -> Bool {
    judgement.finding.map { decisions[judgement.key] == .waived($0) } ?? false
  }

  /// Whether what failed or passed before cannot be told any more.
  func wasDecided(_ judgement: Judgement) -> Bool {
    guard case .undeclared = judgement.verdict else { return false }
    // The file does not say any more which subjects there are: then any of them counts.
    if judgement.rule.subjects != nil, judgement.subject == .system {
      return decided.contains { $0.rule == judgement.rule.id }
    }
    return decisions[judgement.key]?.isDecided ?? false
  }

  /// What failed or passed before.
  var decided: some Sequence<FindingKey> {
    decisions.lazy.filter(\.value.isDecided).map(\.key)
  }

  /// What was found before and is no finding now, neither a fail nor undeclared.
  package func noLongerFound(_ judgements: [Judgement]) -> [FindingKey] {
    let found = Set(judgements.filter { $0.finding != nil }.map(\.key))
    return decisions.compactMap { key, decision in
      switch decision {
      case .found, .waived: found.contains(key) ? nil : key
      case .passed: nil
      }
    }.sorted()
  }
}
