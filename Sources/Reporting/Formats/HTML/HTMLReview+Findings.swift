internal import Auditing
internal import SourceText

extension HTMLReview {
  /// What fails in full, what cannot be told in a line each, and the filters over both.
  var findings: Markup {
    guard !report.findings.isEmpty else {
      return "<p>Nothing fails, and nothing is left open.</p>\n"
    }
    let excerpts = Excerpts(report.file)
    return HTMLFilters(report, anchor: anchor("filters")).markup
      + group("What fails", report.fails) { whole($0, in: excerpts) }
      + group("What cannot be told", report.undeclared, brief)
  }

  private func group(
    _ title: String, _ findings: [Report.Finding], _ item: (Report.Finding) -> Markup
  ) -> Markup {
    guard !findings.isEmpty else { return "" }
    return """
      <div class="group">
      <h4>\(title) <span class="count">\(findings.count)</span></h4>
      \(findings.map(item))</div>

      """
  }

  // MARK: What fails

  private func whole(_ finding: Report.Finding, in excerpts: Excerpts) -> Markup {
    let (name, title) = (anchor(finding).name, anchor(finding)("title").name)
    return """
      <article class="finding" id="\(name)" aria-labelledby="\(title)" \(HTMLFilters.data(of: finding))>
      <p class="line">\(chip(finding.severity)) \(link(to: finding.page, code(finding.rule))) on \(code(finding.subject))\
      \(marks(of: finding))</p>
      <h5 id="\(title)">\(Markup(prose: finding.message.uppercasedFirst))</h5>
      \(waiver(of: finding))\(excerpt(of: finding, in: excerpts))\(explanation(of: finding))</article>

      """
  }

  private func marks(of finding: Report.Finding) -> Markup {
    let waived: Markup = finding.waiver == nil ? "" : " <span class=\"mark\">waived</span>"
    let new: Markup = finding.isNew == true ? " <span class=\"mark\">new</span>" : ""
    return waived + new
  }

  private func waiver(of finding: Report.Finding) -> Markup {
    guard let waiver = finding.waiver else { return "" }
    return "<p class=\"waiver\">\(words(of: waiver))</p>\n"
  }

  /// Who accepted it, until when and why.
  func words(of waiver: Report.WaiverNote) -> Markup {
    let ticket = waiver.ticket.map { ", \($0)" } ?? ""
    return "Accepted by \(waiver.approvedBy) until \(waiver.expires)\(ticket): \(waiver.reason)"
  }

  private func excerpt(of finding: Report.Finding, in excerpts: Excerpts) -> Markup {
    let lines = excerpts.lines(of: finding.span).map { line -> Markup in
      """
      <span class="number">\(line.number)</span> \(line.before)<mark>\(line.marked)</mark>\(line.after)

      """
    }
    return """
      <p class="place">\(report.file.name), line \(finding.position.line), column \(finding.position.column)</p>
      <pre><code>\(lines)</code></pre>

      """
  }

  private func explanation(of finding: Report.Finding) -> Markup {
    let incidents: Markup =
      finding.incidents.isEmpty
      ? ""
      : "<dt>It has happened</dt>\n"
        + finding.incidents.map { incident -> Markup in
          "<dd>\(Markup(prose: incident.happened)) \(link(to: incident.url, "\(incident.source)"))</dd>\n"
        }.joined(separator: "")
    let sources = finding.sources.map { source -> Markup in
      let citation = Citation(source)
      return link(to: citation.url, "\(citation.title)")
    }
    let read: Markup =
      sources.isEmpty
      ? ""
      : "<dt>Read</dt>\n<dd class=\"sources\"><ul>\(sources.map { "<li>\($0)</li>" as Markup })</ul></dd>\n"
    let figures = report.figures(of: finding).map { figure -> Markup in
      "<dd><code>\(figure.name)</code> is <strong>\(figure.value)</strong>: \(Markup(prose: figure.meaningOfValue))</dd>\n"
    }
    let here: Markup = figures.isEmpty ? "" : "<dt>Here</dt>\n\(figures)"
    return """
      <dl class="explanation">
      \(here)<dt>Asked</dt>
      <dd>\(Markup(prose: finding.title))</dd>
      <dt>Why</dt>
      <dd>\(Markup(prose: finding.why))</dd>
      <dt>Fix</dt>
      <dd>\(Markup(prose: finding.fix))</dd>
      \(incidents)<dt>Decided by</dt>
      <dd>\(finding.decidedBy.rawValue)\(who(finding.decidedBy))</dd>
      \(read)</dl>

      """
  }

  private func who(_ owner: SystemView.Owner) -> Markup {
    view.owner(owner).map { ": \($0)" } ?? ""
  }

  // MARK: What cannot be told

  private func brief(_ finding: Report.Finding) -> Markup {
    """
    <details class="finding" id="\(anchor(finding).name)" \(HTMLFilters.data(of: finding))>
    <summary>\(chip(finding.severity)) <span>\(Markup(prose: finding.title)) \
    <span class="about">\(code(finding.subject))</span>\(marks(of: finding))<br>\
    <span class="rules">declare \(code(finding.missing))</span></span></summary>
    \(waiver(of: finding))    <p class="place">\(report.file.name), line \(finding.position.line), column \(finding.position.column) · \
    \(link(to: finding.page, code(finding.rule)))</p>
    \(explanation(of: finding))</details>

    """
  }
}
