extension Gate.Reason {
  /// The reason in one sentence.
  package var sentence: String {
    switch self {
    case .fails(let findings, let severity):
      "\(count(findings, "fail", "fails")) \(severity.orAbove): \(list(findings))."
    case .undeclared(let findings, let severity):
      "\(count(findings, "undeclared verdict", "undeclared verdicts")) \(severity.orAbove): "
        + "\(list(findings))."
    case .withdrawn(let findings, let severity):
      "\(count(findings, "verdict", "verdicts")) \(severity.orAbove) could be told before, and what decided it has been "
        + "taken out of the file: \(list(findings))."
    case .score(nil, let minimum):
      "Nothing is applicable, so that there is no score to reach \(ValueText.short(minimum))."
    case .score(let low?, let minimum):
      "The low end of the score is \(Int(low.rounded(.down))), under \(ValueText.short(minimum))."
    case .expiredWaivers(let findings):
      "\(count(findings, "waiver has", "waivers have")) expired: \(list(findings))."
    case .orphanedWaivers(let findings):
      "\(count(findings, "waiver names", "waivers name")) a rule or a subject that does not exist: "
        + "\(list(findings))."
    case .expiredEvidence(let paths):
      "Evidence has expired, for \(shortened(paths.map { "`\($0)`" }))."
    }
  }
}

extension Gate.Note {
  package var sentence: String {
    switch self {
    case .knownBefore(let findings):
      "\(count(findings, "finding is", "findings are")) in the baseline already: \(list(findings))."
    case .noLongerFound(let findings):
      "\(count(findings, "finding", "findings")) of the baseline no longer \(findings.count == 1 ? "occurs" : "occur"): "
        + "\(list(findings)). Once the gate passes, write the baseline again, so that what comes back is new: "
        + "`\(writingABaseline)`."
    case .fileNotInBaseline:
      "The baseline has no report of this file, so that everything counts as new."
    case .fileRefusedInBaseline:
      "This file could not be audited when the baseline was written, so that everything counts as new."
    case .muchIsOpen:
      "To begin where much is open, keep what is found today as a baseline and fail only on what is new: "
        + "`\(writingABaseline)`, and from then on `--baseline FILE`."
    case .baselineOfOtherChecklists:
      "The baseline was made with other checklists: findings are compared, scores cannot be."
    case .waiversNoLongerNeeded(let findings):
      "\(count(findings, "waiver is", "waivers are")) no longer needed: \(list(findings))."
    }
  }
}

let writingABaseline = "memaudit check PATH --format baseline=FILE --exit-zero"

extension Severity {
  fileprivate var orAbove: String {
    self == .critical ? "of severity critical" : "of severity \(rawValue) or above"
  }
}

private func count(_ findings: [FindingKey], _ one: String, _ several: String) -> String {
  "\(findings.count) \(findings.count == 1 ? one : several)"
}

private func list(_ findings: [FindingKey]) -> String {
  shortened(findings.map { "`\($0.rule)` on `\($0.subject)`" })
}

/// As many as one reads, and how many more there are.
func shortened(_ names: [String]) -> String {
  let shown = 3
  let rest = names.count - shown
  return names.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
}
