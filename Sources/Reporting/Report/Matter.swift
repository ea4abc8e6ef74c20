package import Auditing

extension Report {
  /// The findings of one rule on several subjects, as one matter that somebody has to decide.
  package struct Matter: Sendable {
    /// At least one; the gravest first.
    package let findings: [Finding]
    /// The first of them, which stands for all in what its rule says.
    package let first: Finding

    /// A finding by itself.
    init(_ finding: Finding) {
      findings = [finding]
      first = finding
    }

    private init(findings: [Finding], first: Finding) {
      self.findings = findings
      self.first = first
    }

    /// What a baseline has is a matter apart from what is new.
    private struct Sort: Hashable {
      let rule: String
      let isKnown: Bool
    }

    /// The findings by their rules, in the order in which these come first.
    static func grouped(_ findings: [Finding]) -> [Matter] {
      var order: [Sort] = []
      var groups: [Sort: [Finding]] = [:]
      for finding in findings {
        let sort = Sort(rule: finding.rule, isKnown: finding.isKnown)
        if groups[sort] == nil { order.append(sort) }
        groups[sort, default: []].append(finding)
      }
      return order.compactMap { sort in
        guard let group = groups[sort], let first = group.first else { return nil }
        return Matter(findings: group, first: first)
      }
    }

    package var rule: String { first.rule }
    package var subjects: [String] { findings.map(\.subject) }
    package var severity: Severity { findings.map(\.severity).max() ?? first.severity }
    package var isUndeclared: Bool { findings.allSatisfy { $0.kind == .undeclared } }
    package var isNew: Bool { findings.contains { $0.isNew == true } }

    /// The question, where the rule puts one to somebody, or what it looks for.
    package var asks: String { first.judged.decision?.asks ?? first.title }

    /// What is the matter in a sentence: of one finding what it says, of several what their rule looks for.
    package var statement: String {
      findings.count == 1 && first.kind == .fail ? first.message : first.title
    }

    /// Everything that the findings ask to be declared.
    package var missing: [String] {
      var seen: Set<String> = []
      return findings.flatMap(\.missing).filter { seen.insert($0).inserted }
    }

    /// Empty where there is nothing but to mend it, which the finding tells.
    package var choices: [RuleDecision.Choice] {
      guard first.judged.decision != nil || first.decidedBy == .product else { return [] }
      let written = first.judged.decision?.choices ?? []
      let mending =
        written.isEmpty ? [RuleDecision.Choice(choose: "Change it", follows: first.fix)] : []
      return written.map {
        RuleDecision.Choice(choose: $0.choose, follows: $0.follows.uppercasedFirst.ended)
      } + mending + [leaving]
    }

    private var leaving: RuleDecision.Choice {
      isUndeclared
        ? RuleDecision.Choice(
          choose: "Leave it unsaid",
          follows: "The low end of the score counts it as failed. If it is: \(first.why)")
        : RuleDecision.Choice(choose: "Leave it as it is", follows: first.why)
    }
  }
}
