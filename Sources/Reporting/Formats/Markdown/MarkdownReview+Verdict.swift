internal import Auditing
internal import SourceText

extension MarkdownReview {
  /// The outcome, why, and what was looked at.
  var heading: String {
    let gate = report.isGatePassed ? "The gate passes" : "The gate fails"
    let paragraphs = [
      "# Memory review: \(text.plain(report.name))\n", "**\(gate): \(outcome).**\n", reasons,
      accepted, subject + "\n", report.view.description.map { text.plain($0) + "\n" },
    ]
    return paragraphs.compactMap(\.self).joined(separator: "\n")
  }

  /// Why the outcome is no better, and what would open the gate; nil where there is nothing to say.
  private var reasons: String? {
    var reasons = report.obstacles.map(obstacle).joined()
    let notes = isSummary ? report.gateNotes : report.reviewNotes
    reasons += MarkdownRows(notes, in: room(8, 4_000), text.prose).list(of: "note")
    if let cap = report.scoreCap { reasons += "- \(text.prose(cap.uppercasedFirst)).\n" }
    if report.score != nil, report.score?.grade == nil {
      reasons += "- There is no grade where less than \(ScoreWords.enoughDescribed) is described.\n"
    }
    return reasons.isEmpty ? nil : reasons
  }

  private func obstacle(_ obstacle: Report.Obstacle) -> String {
    let matters = obstacle.matters.map { matter in
      "\(text.prose(matter.statement)) (\(rule(matter.first)) on \(names(of: matter)))"
    }
    let items = matters + obstacle.names.map(text.prose)
    return "- **\(text.prose(obstacle.claim)).** \(text.prose(obstacle.opening))\n"
      + MarkdownRows(items, in: MarkdownRoom(rows: 5, bytes: 3_000)) { $0 }.list(of: "matter")
      .split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  /// What was accepted for a time, who did and until when; nil where nothing was.
  private var accepted: String? {
    guard !report.accepted.isEmpty else { return nil }
    return "Accepted for a time, and counted as failed all the same:\n\n"
      + MarkdownRows(report.accepted, in: room(5, 2_000)) { finding in
        let waiver = finding.waiver.map { " \(words($0))" } ?? ""
        return
          "\(text.prose(Report.Matter(finding).statement.ended)) (\(rule(finding)) on \(text.code(finding.subject)))\(waiver)"
      }.list(of: "finding")
  }

  private func names(of matter: Report.Matter) -> String {
    let room = MarkdownRoom(rows: 6, bytes: 500)
    return MarkdownRows(matter.subjects, in: room) { text.code($0) }.sentence
  }

  private var outcome: String {
    guard let headline = report.headline else { return Report.withoutScore }
    return [headline.grade, headline.score, headline.counts, headline.described]
      .compactMap(\.self).joined(separator: ", ")
  }

  private var subject: String {
    let traits = report.view.traits.map { "\($0.name) \(text.plain($0.value))" }
    return
      ([
        "\(text.code(report.file.name)), \(report.today.written)",
        text.prose(report.view.auditedFor),
      ]
      + traits).joined(
        separator: " · ")
  }

  /// What is to be decided, by whom, the gravest first. A summary counts what a baseline has.
  var decisions: String {
    let decisions = report.decisions
    guard !decisions.isEmpty else { return report.nothingToDecide + "\n" }
    return decisions.map { decision in
      let who = decision.who.map { " (\(text.plain($0)))" } ?? ""
      let shown = decision.matters.filter { matter in
        !isSummary || !matter.findings.allSatisfy(\.isKnown)
      }
      let rest = decision.matters.count - shown.count
      return "### By \(decision.owner.rawValue)\(who)\n\n"
        + MarkdownRows(shown, in: room(12, 5_000), matter).list(of: "matter")
        + (rest > 0 ? "- \(inTheBaseline(rest, "matter", "matters"))\n" : "")
    }.joined(separator: "\n")
  }

  /// How many things a summary leaves to the baseline.
  func inTheBaseline(_ count: Int, _ one: String, _ several: String) -> String {
    counted(count, one + " is", several + " are") + " in the baseline and not listed here."
  }

  /// A question or a fault, where it was found, and what can be chosen.
  private func matter(_ matter: Report.Matter) -> String {
    let marks: [String?] = [
      matter.severity.rawValue, matter.isUndeclared ? "undeclared" : nil,
      matter.isNew ? "new" : nil, "\(rule(matter.first)) on \(names(of: matter))",
    ]
    let asks = matter.choices.isEmpty ? matter.statement : matter.asks
    let heading =
      "**\(text.prose(asks.ended))** \(marks.compactMap(\.self).joined(separator: ", "))"
    guard !isSummary else { return heading }
    if matter.choices.isEmpty, matter.statement == matter.first.message {
      return ([heading] + figures(of: matter.first)).joined(separator: ". ")
    }
    let found = matter.findings.map { finding in
      ([text.prose(finding.message.ended)] + figures(of: finding)).joined(separator: " ")
    }
    let choices = matter.choices.map { choice in
      "*\(text.prose(choice.choose.ended))* \(text.prose(choice.follows))"
    }
    return heading + (found + choices).map { "\n  - \($0)" }.joined()
  }

  /// What the numbers of the file say of how much a finding matters.
  func figures(of finding: Report.Finding) -> [String] {
    report.figures(of: finding).map {
      "`\($0.name)` is **\(text.plain($0.value))**: \(text.prose($0.meaningOfValue))"
    }
  }
}
