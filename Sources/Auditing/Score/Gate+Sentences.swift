internal import SourceText

extension Gate.Reason {
  /// The reason in one sentence, with the names of what it is about.
  package var sentence: String {
    switch self {
    case .silenced, .unreadEvidence: "\(claim): \(listed(details))."
    case .fails, .undeclared, .withdrawn, .score, .expiredWaivers, .orphanedWaivers,
      .expiredEvidence:
      findings.isEmpty ? claim + "." : "\(claim): \(list(findings))."
    }
  }

  /// What it is about, where that takes more than the names of findings.
  package var details: [String] {
    switch self {
    case .silenced(let silences, _):
      silences.map { "\($0.finding.words) (\(declare($0.paths)))" }
    case .unreadEvidence(let evidence): evidence.map(\.sentence)
    case .fails, .undeclared, .withdrawn, .score, .expiredWaivers, .orphanedWaivers,
      .expiredEvidence:
      []
    }
  }

  /// The reason without the names of findings.
  package var claim: String {
    switch self {
    case .fails(let findings, let severity):
      "\(counted(findings.count, "fail")) \(severity.orAbove)"
    case .undeclared(let findings, let severity):
      "\(counted(findings.count, "undeclared verdict")) \(severity.orAbove)"
    case .withdrawn(let findings, let severity):
      "\(counted(findings.count, "verdict")) \(severity.orAbove) could be told before, and what decided it has been "
        + "taken out of the file"
    case .silenced(let silences, let severity):
      "\(counted(silences.count, "verdict")) \(severity.orAbove) that the baseline has "
        + "\(silences.count == 1 ? "is" : "are") not asked any more, because what "
        + "\(silences.count == 1 ? "it rests" : "they rest") on is not declared"
    case .score(nil, let minimum):
      "Nothing is applicable, so that there is no score to reach \(ValueText.short(minimum))"
    case .score(let low?, let minimum):
      "The low end of the score is \(Int(low.rounded(.down))), under \(ValueText.short(minimum))"
    case .expiredWaivers(let findings):
      "\(counted(findings.count, "waiver has", "waivers have")) expired"
    case .orphanedWaivers(let findings):
      "\(counted(findings.count, "waiver names", "waivers name")) a rule that does not exist, or a subject that it does not have"
    case .expiredEvidence(let paths):
      "Evidence has expired, for \(listed(paths) { "`\($0)`" })"
    case .unreadEvidence(let evidence):
      evidence.count == 1
        ? "1 piece of evidence cannot be read"
        : "\(evidence.count) pieces of evidence cannot be read"
    }
  }

  /// What it is about; empty where it is about no findings.
  package var findings: [FindingKey] {
    switch self {
    case .fails(let findings, _), .undeclared(let findings, _), .withdrawn(let findings, _),
      .expiredWaivers(let findings), .orphanedWaivers(let findings):
      findings
    case .silenced(let silences, _): silences.map(\.finding)
    case .score, .expiredEvidence, .unreadEvidence: []
    }
  }

  /// What would take it away.
  package var opening: String {
    switch self {
    case .fails:
      "To open the gate, mend what fails, or have it accepted for a time: a waiver says why, by whom and until when."
    case .undeclared:
      "To open the gate, declare what is asked; a fail that comes to light then has to be mended or waived."
    case .withdrawn: "To open the gate, declare again what was taken out."
    case .silenced:
      "To open the gate, declare what is named, with `none` where there is none; what asks no more then is in order."
    case .score(nil, _): "To open the gate, describe what the rules are about."
    case .score:
      "To open the gate, mend what fails and declare what is open, that first which is worth most."
    case .expiredWaivers:
      "To open the gate, mend what was accepted, or have it approved again with a later day."
    case .orphanedWaivers: "To open the gate, correct the names, or take the waivers out."
    case .expiredEvidence: "To open the gate, measure or ask again, and say in `dated` when."
    case .unreadEvidence:
      "To open the gate, put the file back or name the right one; where nothing stands behind the value any more, take the entry out."
    }
  }
}

extension Gate.Note {
  /// Whether a change is annotated with it. What was so before, and how to begin, would be told of every change.
  package var isAnnotated: Bool {
    switch self {
    case .knownBefore, .muchIsOpen: false
    case .noLongerFound, .fileNotInBaseline, .fileRefusedInBaseline, .baselineOfOtherChecklists,
      .waiversNoLongerNeeded, .minScoreNotAsked:
      true
    }
  }

  /// Whether it tells whoever runs the command how to begin.
  package var isHowToBegin: Bool { if case .muchIsOpen = self { true } else { false } }

  /// Whether something came or went since the baseline.
  package var isChangeSinceBaseline: Bool {
    switch self {
    case .noLongerFound, .fileNotInBaseline, .fileRefusedInBaseline: true
    case .knownBefore, .baselineOfOtherChecklists, .muchIsOpen, .waiversNoLongerNeeded,
      .minScoreNotAsked:
      false
    }
  }

  package var sentence: String {
    switch self {
    case .knownBefore(let findings):
      "\(counted(findings.count, "finding")) that would close the gate \(findings.count == 1 ? "is" : "are") in the baseline already: \(list(findings))."
    case .noLongerFound(let findings):
      "\(counted(findings.count, "finding")) of the baseline no longer \(findings.count == 1 ? "occurs" : "occur"): "
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
      "\(counted(findings.count, "waiver is", "waivers are")) no longer needed: \(list(findings))."
    case .minScoreNotAsked(let minimum):
      "`min_score` (\(ValueText.short(minimum))) was not asked: the score is of some rules only."
    }
  }
}

/// The command that keeps what is found today.
package let writingABaseline = "memaudit check PATH --format baseline=FILE --exit-zero"

extension Severity {
  fileprivate var orAbove: String {
    self == .critical ? "of severity critical" : "of severity \(rawValue) or above"
  }
}

private func list(_ findings: [FindingKey]) -> String {
  listed(findings, most: 8, \.words)
}

private func declare(_ paths: [String]) -> String {
  "declare \(listed(paths) { "`\($0)`" })"
}
