internal import Auditing
internal import SourceText

extension MarkdownReview {
  /// The outcome, why, and what was looked at.
  var heading: String {
    var heading = "# Memory review: \(text.plain(report.name))\n\n"
    heading += "**\(report.isGatePassed ? "The gate passes" : "The gate fails"): \(outcome).**\n\n"
    let reasons = report.gateReasons + report.gateNotes
    heading += MarkdownRows(reasons, in: room(8, 4_000), text.prose).list(of: "reasons")
    if let cap = report.score?.cap { heading += "- \(text.prose(cap.uppercasedFirst)).\n" }
    if report.score != nil, report.score?.grade == nil {
      heading += "- There is no grade where less than 60 % is described.\n"
    }
    heading += "\n" + subject + "\n"
    if let description = report.view.description {
      heading += "\n\(text.plain(description))\n"
    }
    return heading
  }

  private var outcome: String {
    guard let headline = report.headline else { return Report.withoutScore }
    return [headline.grade, headline.score, headline.counts, headline.described]
      .compactMap(\.self).joined(separator: ", ")
  }

  private var subject: String {
    let traits = report.view.traits.map { "\($0.name) \(text.plain($0.value))" }
    return (["\(text.code(report.file.name)), \(report.today.written)"] + traits).joined(
      separator: " · ")
  }

  /// What is to be decided, by whom, the gravest first.
  var decisions: String {
    let decisions = report.decisions
    guard !decisions.isEmpty else { return "Nothing: no finding waits for a decision.\n" }
    return decisions.map { decision in
      let who = decision.who.map { " (\(text.plain($0)))" } ?? ""
      return "### By \(decision.owner.rawValue)\(who)\n\n"
        + MarkdownRows(decision.findings, in: room(12, 5_000), matter).list(of: "matters")
    }.joined(separator: "\n")
  }

  private func matter(_ finding: Report.Finding) -> String {
    "**\(finding.severity.rawValue)** \(rule(finding)) on \(text.code(finding.subject)): \(text.prose(finding.message))"
  }
}

extension String {
  /// The text as it begins a sentence.
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
