internal import Auditing
internal import SourceText

extension MarkdownReview {
  /// Every fail with what to do about it.
  var findings: String {
    guard !report.fails.isEmpty else { return "No rule fails.\n" }
    guard isSummary else {
      return report.fails.enumerated().map { finding($1, number: $0 + 1) }.joined(separator: "\n")
    }
    let shown = report.fails.filter { !$0.isKnown }
    let table = MarkdownRows(shown, in: room(20, 9_000)) { finding in
      MarkdownRows.cells([
        marks(of: finding), rule(finding), text.code(finding.subject), text.prose(finding.fix),
      ])
    }.table(["severity", "rule", "subject", "mitigation"], of: "fail")
    let rest = report.fails.count - shown.count
    let known = rest > 0 ? inTheBaseline(rest, "fail", "fails") + "\n" : ""
    return [table, known].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// How grave it is, and what else is to be known of it before it is read.
  func marks(of finding: Report.Finding) -> String {
    let marks: [String?] = [
      finding.severity.rawValue, finding.waiver == nil ? nil : "waived",
      finding.isNew == true ? "new" : nil,
    ]
    return marks.compactMap(\.self).joined(separator: ", ")
  }

  private func finding(_ finding: Report.Finding, number: Int) -> String {
    var result =
      "### \(number). \(text.code(finding.rule)) on \(text.code(finding.subject)) (\(marks(of: finding)))\n\n"
    result += "**\(text.prose(finding.message))**\n\n"
    for figure in figures(of: finding) { result += "- *Here:* \(figure)\n" }
    result += "- *Asked:* \(MarkdownText.link(text.prose(finding.title), to: finding.page))\n"
    result +=
      "- *Where:* \(text.code("\(report.file.name):\(finding.position.line):\(finding.position.column)")), \(text.code(finding.path))\n"
    result += "- *Why it matters:* \(text.prose(finding.why))\n"
    result += "- *Mitigation:* \(text.prose(finding.fix))\n"
    for incident in finding.incidents {
      let source = MarkdownText.link(text.code(incident.source), to: incident.url)
      result += "- *This happened:* \(text.prose(incident.happened)) (\(source))\n"
    }
    result += "- *Decided by:* \(finding.decidedBy.rawValue)\n"
    if let waiver = finding.waiver { result += "- *Waived:* \(words(waiver))\n" }
    return result
  }

  func words(_ waiver: Report.WaiverNote) -> String {
    let ticket = waiver.ticket.map { ", \(text.code($0))" } ?? ""
    return
      "\(text.plain(waiver.reason)) Approved by \(text.plain(waiver.approvedBy)), until \(text.plain(waiver.expires))\(ticket)."
  }

  /// What could not be told, with what to declare. The summary has it by record, under what to declare next.
  var undeclared: String {
    guard !isSummary, !report.undeclared.isEmpty else { return "" }
    return MarkdownRows(report.undeclared, in: nil) { finding in
      MarkdownRows.cells([
        finding.severity.rawValue, rule(finding), text.code(finding.subject),
        finding.missing.map { text.code($0) }.joined(separator: ", "),
      ])
    }.table(["severity", "rule", "subject", "undeclared"], of: "verdict")
  }
}
