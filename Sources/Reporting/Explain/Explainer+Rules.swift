internal import Analysis
internal import Architecture
package import Auditing
internal import Expressions

extension Explainer {
  /// What a rule asks, why, and what to do.
  package func explanation(_ rule: Rule) -> Explanation {
    let subjects = rule.subjects.map { "each of the \($0.rawValue)" } ?? "the whole system"
    var blocks: [Explanation.Block] = [
      .paragraph(rule.title), .heading("Why"), .paragraph(rule.why), .heading("What to do"),
      .paragraph(rule.fix), .heading("Where it applies"),
      .paragraph(rule.condition == nil ? subjects : subjects + ", where"),
    ]
    if let condition = rule.condition { blocks.append(.expression(condition.text)) }
    blocks += [.heading("What it requires"), .expression(rule.requirement.text)]
    for raise in rule.raises {
      blocks += [
        .heading("When a fail is \(raise.severity.rawValue)"), .expression(raise.condition.text),
      ]
    }
    if let decision = rule.decision {
      blocks += [.heading("What there is to decide"), .paragraph(decision.asks)]
      blocks += decision.choices.map {
        .item("\($0.choose.ended) \($0.follows.uppercasedFirst.ended)", nil)
      }
    }
    for example in rule.examples {
      blocks += [.heading(example.kind.heading), .code(example.text.trimmed)]
    }
    if !rule.failureClasses.isEmpty {
      let classes = rule.failureClasses.joined(separator: ", ")
      blocks += [.heading("Classes of failure"), .paragraph(classes)]
    }
    let happened = Knowledge.incidents(caughtBy: rule.id)
    if !happened.isEmpty {
      blocks += [.heading("This happened")]
      blocks += happened.map { .item($0.happened, Citation($0.source)) }
    }
    blocks += [
      .heading("To accept it for a time"),
      .code(
        """
        waivers:
          - rule: \(rule.id)
            subject: \(rule.subjects == nil ? "system" : "the-id")
            reason: Why it may stay so.
            approved_by: Who decided that.
            expires: YYYY-MM-DD
        """),
    ]
    if !rule.sources.isEmpty {
      blocks += [.heading("Sources")] + rule.sources.map { .item("", Citation($0)) }
    }
    return Explanation(
      title: rule.id, subtitle: "a rule of \(rule.checklist), \(rule.severities)",
      blocks: blocks)
  }
}

extension RuleExample.Kind {
  fileprivate var heading: String {
    switch self {
    case .fail: "What fails"
    case .pass: "What passes"
    case .undeclared: "What it asks about"
    case .notApplicable: "What it does not apply to"
    }
  }
}

extension String {
  /// The text without line breaks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
