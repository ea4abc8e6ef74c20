internal import Auditing
internal import SourceText

/// What a user sees in the terminal.
struct TextReport {
  private let report: Report
  private let paint: Paint
  private let width: Int
  private let frame: CodeFrame

  /// What is to be said of a file that was audited; what is wrong with another is said on standard error.
  static func piece(_ outcome: FileOutcome, style: ReportFormat.Style) -> String {
    switch outcome {
    case .audited(let report):
      TextReport(report, paint: style.paint, width: style.width).rendered
    case .refused: ""
    }
  }

  static func whole(_ pieces: [String], of run: Run, style: ReportFormat.Style) -> String {
    let reports = pieces.filter { !$0.isEmpty }.joined(separator: "\n")
    let notes = run.notes.map { lines(of: $0, to: style.width, first: "", rest: "") }
    let table = run.rows.count > 1 ? [ScoreTable(run, style: style).rendered] : []
    let closed = closedGates(of: run, style: style)
    return
      ([reports] + table + (closed.isEmpty ? [] : [closed])
      + (notes.isEmpty ? [] : [notes.joined()])).joined(separator: "\n")
  }

  /// Of several files, why the gates fail of those for which they do: who scrolls back no further sees that.
  private static func closedGates(of run: Run, style: ReportFormat.Style) -> String {
    guard run.rows.count > 1 else { return "" }
    let rows = run.rows.filter { $0.audited?.isGatePassed == false }
    guard !rows.isEmpty else { return "" }
    return style.paint("The gate fails for \(rows.count) of \(run.rows.count) files.", .red) + "\n"
      + rows.map { row in
        "  \(style.paint(printable(row.file), .cyan))\n"
          + (row.audited?.gateReasons ?? []).map { reason in
            lines(of: reason, to: style.width, first: "    - ", rest: "      ")
          }.joined()
      }.joined()
  }

  private init(_ report: Report, paint: Paint, width: Int) {
    self.report = report
    self.paint = paint
    self.width = width
    frame = CodeFrame(report.file, paint: paint, width: width - 2)
  }

  private var rendered: String {
    let declare = declarations
    var text = heading + "\n"
    if report.isMostlyUndeclared { text += declare }
    text += findings
    if !report.isMostlyUndeclared { text += declare }
    text += fixes + waivers + evidence + disabled + checklists + verdict
    return text
  }

  // MARK: Headline

  private var heading: String {
    let name = paint(printable(report.name), .bold)
    let unknown = report.unknownImplementations.flatMap {
      wrapped(printable($0.sentence), to: width - 2)
    }
    let file = "(\(printable(report.file.name)))"
    let fits = displayWidth(printable(report.name)) + 1 + displayWidth(file) <= width
    let cap = report.scoreCap.map { wrapped($0, to: width - 2) } ?? []
    return "\(name)\(fits ? " " : "\n  ")\(file)\n  \(headline)\n"
      + cap.map { "  \($0)\n" }.joined() + unknown.map { "  \(paint($0, .yellow))\n" }.joined()
  }

  /// `31 % described, 4 fail, 38 undeclared, between 5 and 91`, or the grade where enough is described.
  private var headline: String {
    guard let headline = report.headline else { return Report.withoutScore }
    let tone: Paint.Tone =
      report.score?.grade == "A" || report.score?.grade == "B" ? .green : .yellow
    return [
      headline.grade.map { paint($0, tone) }, headline.score, headline.counts, headline.described,
    ].compactMap(\.self).joined(separator: ", ")
  }

  private var verdict: String {
    var text = (report.deciding.map { "\n" + paragraph($0, indent: 0) } ?? "") + "\n"
    if report.isGatePassed {
      text += paint("The gate passes.", .green) + "\n"
    } else {
      text += paint("The gate fails.", .red) + "\n"
    }
    for reason in report.gateReasons { text += item(reason) }
    let beside = [report.waiving, report.asking].compactMap(\.self) + report.gateNotes
    return text + beside.map { paragraph($0, indent: 2) }.joined()
  }

  // MARK: Findings

  private var findings: String {
    let known = report.fails.count(where: \.isKnown)
    let counted =
      known == 0
      ? ""
      : paragraph(
        counted(known, "fail is", "fails are")
          + " in the baseline and not printed here; --format json has "
          + (known == 1 ? "it." : "them."), indent: 0) + "\n"
    var told: Set<String> = []
    return report.fails.filter { !$0.isKnown }.map {
      finding($0, isFirst: told.insert($0.rule).inserted)
    }.joined() + counted
  }

  /// - Parameter isFirst: Whether no other of its rule is printed before it: reasons are read once.
  private func finding(_ finding: Report.Finding, isFirst: Bool) -> String {
    let tone = tone(of: finding.severity)
    var text = "\(paint(finding.severity.rawValue, tone)) \(paint(finding.rule, .bold))"
    if finding.waiver != nil { text += paint(" (waived)", .faint) }
    if finding.isNew == true { text += paint(" (new)", .cyan) }
    text += "\n" + paragraph(finding.message, indent: 2)
    for figure in report.figures(of: finding) {
      text += paragraph("\(figure.name) is \(figure.value): \(figure.meaningOfValue)", indent: 2)
    }
    text += "  \(paint(frame.place(finding.span), .faint))\n"
    text += indented(frame.frame(finding.span, tone: tone))
    guard isFirst else { return text + labelled("why, fix", "as above") + "\n" }
    text += labelled("why", finding.why)
    text += labelled("fix", finding.fix)
    for incident in finding.incidents.prefix(1) {
      let happened = "This happened: \(incident.happened) (\(incident.source))"
      text += wrapped(printable(happened), to: width - 7).map {
        "       \(paint($0, .faint))\n"
      }.joined()
    }
    return text + "\n"
  }

  private func labelled(_ label: String, _ text: String) -> String {
    lines(of: text, to: width, first: "  \(paint(label, .cyan))  ", rest: "       ")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  // MARK: What to do next

  private var declarations: String {
    let next = report.declareNext
    guard !next.isEmpty else { return "" }
    let most = 8
    let rows = next.prefix(most).map { row in
      [
        TextTable.Cell(worth(row.points), .green), TextTable.Cell(row.record, .cyan),
        TextTable.Cell(listed(row.fields, most: 5)), TextTable.Cell("\(row.verdicts)"),
      ]
    }
    let title =
      report.isMostlyUndeclared ? "Declare these first, then run again" : "Declare next"
    return "\(paint(title, .bold))\n"
      + TextTable(heading: ["points", "record", "fields", "verdicts"], rows).rendered(
        width: width, paint: paint)
      + remainder(next.count - most, "more record") + "\n"
  }

  /// How many rows of a table are not told, if any.
  private func remainder(_ rest: Int, _ thing: String) -> String {
    rest > 0 ? "  and \(counted(rest, thing)); --format json lists them all\n" : ""
  }

  private var fixes: String {
    let next = report.fixNext
    guard next.count > 1 else { return "" }
    let most = 5
    let rows = next.prefix(most).map { row in
      [
        TextTable.Cell(worth(row.points), .green),
        TextTable.Cell(row.severity.rawValue, tone(of: row.severity)),
        TextTable.Cell(row.rule, .bold), TextTable.Cell(row.subject, .cyan),
      ]
    }
    return "\(paint("Fix next", .bold))\n"
      + TextTable(heading: ["points", "severity", "rule", "subject"], rows).rendered(
        width: width, paint: paint)
      + remainder(next.count - most, "more fail") + "\n"
  }

  // MARK: The rest

  private var waivers: String {
    section(
      "Waivers",
      report.waivers.map { row in
        "\(row.rule) on \(row.subject), \(row.status): \(row.note.sentence)"
      })
  }

  private var evidence: String {
    section("Evidence", report.evidence.map { "\($0.path): \($0.source), \($0.status)" })
  }

  private var disabled: String {
    section("Disabled rules", report.disabled.map { "\($0.rule): \($0.reason)" })
  }

  private func section(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "\(paint(title, .bold))\n" + items.map(item).joined() + "\n"
  }

  private var checklists: String {
    let rows = report.checklists.map { row in
      [
        TextTable.Cell(row.id), count(row.failed, .red), count(row.undeclared, .yellow),
        count(row.passed, .green),
      ]
    }
    return "\(paint("Checklists", .bold))\n"
      + TextTable(heading: ["", "fail", "undeclared", "pass"], rows).rendered(
        width: width, paint: paint)
  }

  private func tone(of severity: Severity) -> Paint.Tone { severity >= .high ? .red : .yellow }

  private func count(_ number: Int, _ tone: Paint.Tone) -> TextTable.Cell {
    number == 0 ? TextTable.Cell("–", .faint) : TextTable.Cell(String(number), tone)
  }

  private func paragraph(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(of: text, to: width, first: margin, rest: margin)
  }

  private func item(_ text: String) -> String {
    lines(of: text, to: width, first: "  - ", rest: "    ")
  }
}
