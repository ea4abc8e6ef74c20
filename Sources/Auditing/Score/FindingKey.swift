/// What a finding is about, by the names that waivers, baselines and people use: a rule and a subject.
package struct FindingKey: Hashable, Comparable, Sendable {
  package let rule: String
  /// The id of an agent, component or store, or `system`.
  package let subject: String

  package init(rule: String, subject: String) {
    self.rule = rule
    self.subject = subject
  }

  package var words: String { "`\(rule)` on `\(subject)`" }

  package static func < (left: FindingKey, right: FindingKey) -> Bool {
    (left.rule, left.subject) < (right.rule, right.subject)
  }
}

extension Judgement {
  package var key: FindingKey { FindingKey(rule: rule.id, subject: subject.name) }
}

extension Verdict {
  package var isPass: Bool { if case .pass = self { true } else { false } }
}

/// The two verdicts that are findings.
package enum FindingKind: String, Sendable {
  case fail
  case undeclared

  package init?(_ verdict: Verdict) {
    switch verdict {
    case .fail: self = .fail
    case .undeclared: self = .undeclared
    case .pass, .passOrNotApplicable, .notApplicable: return nil
    }
  }
}
