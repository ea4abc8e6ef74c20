internal import Auditing

extension HTMLReview {
  /// What the owners have to decide; who that is, where the file says.
  var decisions: Markup {
    let decisions = report.decisions
    guard !decisions.isEmpty else {
      return "<p>Nothing: no grave finding waits for anybody.</p>\n"
    }
    return decisions.map(block).joined(separator: "")
  }

  private func block(_ decision: Report.Decision) -> Markup {
    let role = decision.owner.rawValue.capitalizedFirst
    let who: Markup =
      decision.who.map { ": \($0)" } ?? " <span class=\"muted\">(the file names nobody)</span>"
    return """
      <h4>\("\(role)" as Markup)\(who)</h4>
      <ul class="matters">
      \(decision.findings.map(matter))</ul>

      """
  }

  private func matter(_ finding: Report.Finding) -> Markup {
    let words: Markup =
      switch finding.kind {
      case .fail: message(of: finding)
      case .undeclared: "\(Markup(prose: finding.title.ended)) Declare \(code(finding.missing))."
      }
    let isNamed = finding.kind == .fail && finding.message.contains(finding.subject)
    let subject: Markup =
      isNamed ? "" : " <span class=\"about\">\(code(finding.subject))</span>"
    return """
      <li>\(chip(finding.severity)) <div>\(link(to: finding, words))\(subject)</div></li>

      """
  }
}

extension String {
  /// The text as a sentence of its own.
  fileprivate var ended: String { hasSuffix("?") || hasSuffix(".") ? self : self + "." }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
