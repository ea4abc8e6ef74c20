internal import Auditing
internal import SourceText

extension MarkdownReview {
  /// The outcome, why, and what was looked at.
  var heading: String {
    let gate = report.isGatePassed ? "The gate passes" : "The gate fails"
    let paragraphs = [
      "# Memory review: \(text.plain(report.name))\n", "**\(gate): \(outcome).**\n", reasons,
      subject + "\n", report.view.description.map { text.plain($0) + "\n" },
    ]
    return paragraphs.compactMap(\.self).joined(separator: "\n")
  }

  /// Why the outcome is no better; nil where there is nothing to say.
  private var reasons: String? {
    let sentences = report.gateReasons + report.gateNotes
    var reasons = MarkdownRows(sentences, in: room(8, 4_000), text.prose).list(of: "reasons")
    if let cap = report.score?.cap { reasons += "- \(text.prose(cap.uppercasedFirst)).\n" }
    if report.score != nil, report.score?.grade == nil {
      reasons += "- There is no grade where less than 60 % is described.\n"
    }
    return reasons.isEmpty ? nil : reasons
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

  /// What is to be decided, by whom, the gravest first. A summary counts what a baseline has.
  var decisions: String {
    let decisions = report.decisions
    guard !decisions.isEmpty else { return "Nothing: no finding waits for a decision.\n" }
    return decisions.map { decision in
      let who = decision.who.map { " (\(text.plain($0)))" } ?? ""
      let shown = decision.findings.filter { !isSummary || !$0.isKnown }
      let rest = decision.findings.count - shown.count
      return "### By \(decision.owner.rawValue)\(who)\n\n"
        + MarkdownRows(shown, in: room(12, 5_000), matter).list(of: "matters")
        + (rest > 0 ? "- \(inTheBaseline(rest, "matter", "matters"))\n" : "")
    }.joined(separator: "\n")
  }

  /// How many things a summary leaves to the baseline.
  func inTheBaseline(_ count: Int, _ one: String, _ several: String) -> String {
    (count == 1 ? "1 \(one) is" : "\(count) \(several) are")
      + " in the baseline and not listed here."
  }

  private func matter(_ finding: Report.Finding) -> String {
    "**\(marks(of: finding))** \(rule(finding)) on \(text.code(finding.subject)): \(text.prose(finding.message))"
  }
}

extension String {
  /// The text as it begins a sentence.
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
