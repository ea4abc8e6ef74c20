internal import Auditing

extension HTMLReview {
  /// How every checklist came out, with its questions and what each rule gives to the score.
  var checklists: Markup {
    report.checklists.map(block).joined(separator: "") + contributions
  }

  private func block(_ row: Report.ChecklistRow) -> Markup {
    return """
      <details class="row">
      <summary><span>\(row.title) <span class="muted">\(counts(of: row))</span></span>
      \(ShareBar([("fail", row.failed), ("undeclared", row.undeclared), ("pass", row.passed)]).markup)</summary>
      <ul class="questions">
      \(questions(of: row))</ul>
      </details>

      """
  }

  private func counts(of row: Report.ChecklistRow) -> String {
    [
      row.failed > 0 ? "\(row.failed) fail" : nil,
      row.undeclared > 0 ? "\(row.undeclared) undeclared" : nil, "\(row.passed) pass",
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func questions(of row: Report.ChecklistRow) -> [Markup] {
    var section: String?
    return row.questions.map { question in
      let heading: Markup =
        question.section != section && question.section != nil
        ? "<li class=\"part\">\(question.section ?? "")</li>\n" : ""
      section = question.section
      return heading
        + """
        <li><span class="answer \(question.answer.rawValue)">\(question.answer.words)</span> \
        <div>\(Markup(prose: question.asks))<br><span class="rules">\(code(question.decisive))</span></div></li>

        """
    }
  }

  private var contributions: Markup {
    let contributions = report.contributions
    guard !contributions.isEmpty else { return "" }
    let table = HTMLTable(
      caption: "Points of a hundred that each rule gives, before anything limits the score",
      heading: [
        "Rule", "Weight", "Pass", "Fail", "Undeclared", "At the low end", "At the high end",
      ],
      rows: contributions.map { row in
        [
          code(row.rule), "\(row.weight)", "\(row.passed)", "\(row.failed)",
          "\(row.undeclared + row.passOrNotApplicable)", "\(row.lowPoints)", "\(row.highPoints)",
        ]
      }, numbers: [1, 2, 3, 4, 5, 6])
    return """
      <details class="row">
      <summary><span>What each rule gives to the score <span class="muted">\(contributions.count) rules</span></span></summary>
      \(table.markup)</details>

      """
  }
}

extension Report.QuestionRow.Answer {
  fileprivate var words: String {
    switch self {
    case .pass, .fail, .undeclared: rawValue
    case .notApplicable: "not applicable"
    }
  }
}
