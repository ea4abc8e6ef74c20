internal import Auditing
internal import SourceText

extension HTMLReview {
  // MARK: What to do next

  /// The records with something to declare, those first that are worth most.
  var declarations: Markup {
    let next = report.declareNext
    guard !next.isEmpty else { return "" }
    let rows = next.map { row -> [Markup] in
      [
        code(row.record), "\(worth(row.points))", code(row.fields),
        "\(row.verdicts)",
      ]
    }
    let caption: Markup =
      "By how many points the low end of the score rises at most, were nothing grave to limit it"
    let heading = ["Record", "Points", "Fields", "Verdicts"]
    let most = 8
    let first = HTMLTable(
      caption: caption, heading: heading, rows: Array(rows.prefix(most)), numbers: [1, 3])
    guard rows.count > most else { return first.markup }
    let rest = HTMLTable(
      caption: "Declare after that", heading: heading, rows: Array(rows.dropFirst(most)),
      numbers: [1, 3])
    return first.markup
      + "<details>\n<summary>\(counted(rows.count - most, "more record"))</summary>\n\(rest.markup)</details>\n"
  }

  var next: Markup? {
    let declare = report.isMostlyUndeclared ? "" : declarations
    guard !report.fixNext.isEmpty || !declare.html.isEmpty else { return nil }
    let title: Markup = declare.html.isEmpty ? "" : "<h4>Declare next</h4>\n"
    return fixes + title + declare
  }

  private var fixes: Markup {
    guard !report.fixNext.isEmpty else { return "" }
    let fails = Dictionary(
      report.fails.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return "<h4>Fix next</h4>\n"
      + HTMLTable(
        caption:
          "By how many points the low end of the score rises, were nothing grave to limit it; what limits it comes first, and of what is worth the same the gravest",
        heading: ["Rule", "Severity", "Points", "Subject"],
        rows: report.fixNext.map { row in
          let finding = fails[FindingKey(rule: row.rule, subject: row.subject)]
          let name: Markup = code(row.rule)
          return [
            finding.map { link(to: $0, name) } ?? name, chip(row.severity),
            "\(worth(row.points))", code(row.subject),
          ]
        }, numbers: [2]
      ).markup
  }

  // MARK: What was accepted

  var waivers: Markup? {
    guard !report.waivers.isEmpty || !report.disabled.isEmpty else { return nil }
    let waived: Markup =
      report.waivers.isEmpty
      ? ""
      : HTMLTable(
        caption: "Findings that somebody has accepted; they count as failed all the same",
        heading: ["Rule", "Subject", "Status", "Reason", "Approved by", "Until"],
        rows: report.waivers.map { row in
          [
            code(row.rule), code(row.subject), Markup(prose: row.status),
            "\(row.note.reason)",
            "\(row.note.approvedBy)\(row.note.ticket.map { ", \($0)" } ?? "")",
            "\(row.note.expires)",
          ]
        }
      ).markup
    let disabled: Markup =
      report.disabled.isEmpty
      ? ""
      : HTMLTable(
        caption: "Rules that the configuration disables; where they apply they count as failed",
        heading: ["Rule", "Applies", "Reason"],
        rows: report.disabled.map {
          [code($0.rule), $0.applies ? "yes" : "no", "\($0.reason)"]
        }
      ).markup
    return waived + disabled
  }

  // MARK: What it rests on

  var evidence: Markup {
    let share = assurance.uppercasedFirst
    let assurance: Markup =
      "<p>\(share) of the passed weight rests on more than a declaration.</p>\n"
    guard !report.evidence.isEmpty else {
      return assurance + "<p>The file names no evidence.</p>\n"
    }
    return assurance
      + HTMLTable(
        caption: "What stands behind declarations",
        heading: ["For", "Source", "Format", "Measured", "Status"],
        rows: report.evidence.map { row in
          [
            code(row.path), "\(row.source)", "\(row.format)",
            "\(row.measured ?? "–")", Markup(prose: row.status),
          ]
        }
      ).markup
  }

  var method: Markup {
    let notes = Report.method.map { note -> Markup in
      "<dt>\(note.title)</dt>\n<dd>\(Markup(prose: note.text))</dd>\n"
    }
    return """
      <dl class="method">
      \(notes)</dl>
      <p>Checklists \(code(report.checklistsHash)): scores compare only under the same ones. \
      \(report.notApplicable) verdicts did not apply. The same file, checklists and day give the same page.</p>

      """
  }
}
