internal import Auditing
internal import SourceText

extension MarkdownReview {
  /// How the checklists came out: in a review with every question.
  var checklists: String {
    var result = bars
    result += MarkdownRows(report.checklists, in: room(24, 3_000)) { row in
      MarkdownRows.cells(
        [text.plain(row.title), row.points.map(points) ?? "–"]
          + [row.passed, row.failed, row.undeclared, row.notApplicable].map(String.init))
    }.table(
      ["checklist", "points", "pass", "fail", "undeclared", "not applicable"], of: "checklist")
    return isSummary ? result : result + report.checklists.map(questions).joined()
  }

  private var bars: String {
    let rows = report.checklists.prefix(24).compactMap { row in
      row.points.map { (name: row.id, low: $0.low, high: $0.high) }
    }
    guard !rows.isEmpty else { return "" }
    return MarkdownFence.mermaid(MermaidChart.bars("Score by checklist", "points", rows))
      + "\nThe strong part of a bar is the low end: what is not declared counts as failed. The pale part is what declaring may add. No cap is applied to a checklist alone.\n\n"
  }

  private func points(_ points: (low: Double, high: Double)) -> String {
    ScoreWords.interval(Int(points.low.rounded(.down)), Int(points.high.rounded(.up)))
  }

  private func questions(_ checklist: Report.ChecklistRow) -> String {
    let questions = checklist.questions
    guard !questions.isEmpty else { return "" }
    let hasSections = questions.contains { $0.section != nil }
    let rows = MarkdownRows(questions, in: nil) { question in
      let section = question.section.map(text.plain) ?? ""
      return MarkdownRows.cells(
        [question.answer.words] + (hasSections ? [section] : []) + [
          text.prose(question.asks),
          MarkdownRows(question.decisive, in: MarkdownRoom(rows: 3, bytes: 500)) { text.code($0) }
            .sentence,
        ])
    }
    return "\n### \(text.plain(checklist.title))\n\n"
      + rows.table(
        ["verdict"] + (hasSections ? ["section"] : []) + ["question", "by"], of: "question")
  }

  /// The records whose declaration would raise the score most. All that is undeclared is listed with its rules.
  var declarations: String {
    MarkdownRows(report.declareNext, in: MarkdownRoom(rows: isSummary ? 8 : 12, bytes: 4_000)) {
      row in
      MarkdownRows.cells([
        worth(row.points), text.code(row.record),
        MarkdownRows(row.fields, in: MarkdownRoom(rows: 6, bytes: 500)) { text.code($0) }.sentence,
        "\(row.verdicts)",
      ])
    }.table(["points at most", "record", "fields", "verdicts"], of: "record")
  }

  /// The fails whose mending would raise the score most.
  var fixes: String {
    MarkdownRows(report.fixNext, in: room(6, 2_000)) { row in
      MarkdownRows.cells([
        worth(row.points), row.severity.rawValue, text.code(row.rule), text.code(row.subject),
      ])
    }.table(["points", "severity", "rule", "subject"], of: "fail")
  }

  var waivers: String {
    MarkdownRows(report.waivers, in: room(8, 3_000)) { row in
      "\(text.code(row.rule)) on \(text.code(row.subject)): \(text.prose(row.status)). \(words(row.note))"
    }.list(of: "waiver")
  }

  var evidence: String {
    let share = report.assurance.map {
      "Of the weight that passes, \(ScoreWords.percent($0)) rests on more than a declaration.\n"
    }
    let rows = MarkdownRows(report.evidence, in: room(8, 3_000)) { row in
      let measured = row.measured.map { ": \(text.code($0))" } ?? ""
      return
        "\(text.code(row.path)): \(text.code(row.source)) (\(text.plain(row.format))), \(text.prose(row.status))\(measured)"
    }.list(of: "piece")
    return [share, rows.isEmpty ? nil : rows].compactMap(\.self).joined(separator: "\n")
  }

  var disabled: String {
    MarkdownRows(report.disabled, in: room(8, 2_000)) { row in
      "\(text.code(row.rule)): \(text.plain(row.reason))"
        + (row.applies ? " It applies, and counts as failed." : " It does not apply here.")
    }.list(of: "rule")
  }

  /// How this came about, and what it cannot say.
  var method: String {
    let notes = Report.method.map { "- **\($0.title).** \(text.prose($0.text))\n" }.joined()
    let whole = isSummary ? " `memaudit report` writes the whole review." : ""
    return notes
      + "- **Written by** memaudit \(toolVersion) on \(report.today.written), with the checklists \(text.code(report.checklistsHash)): scores compare only under the same checklists. Of all verdicts, \(grouped(Int64(report.notApplicable))) are not applicable here.\(whole)\n"
  }
}

extension Report.QuestionRow.Answer {
  fileprivate var words: String {
    switch self {
    case .pass: "pass"
    case .fail: "**fail**"
    case .undeclared: "undeclared"
    case .notApplicable: "not applicable"
    }
  }
}
