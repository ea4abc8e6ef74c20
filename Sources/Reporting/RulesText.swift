package import Auditing
package import SourceText

/// The checklists with what they ask and the rules that answer, for the terminal.
package struct RulesText {
  private let library: Library
  private let paint: Paint
  private let width: Int

  package init(_ library: Library, paint: Paint, width: Int) {
    self.library = library
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    library.checklists.map(section).joined(separator: "\n")
  }

  private func section(_ checklist: Checklist) -> String {
    var text =
      "\(paint(printable(checklist.title), .bold)) \(paint("— " + printable(checklist.id), .faint))\n"
    text += lines(of: checklist.about, to: width, first: "  ", rest: "  ")
    if !checklist.questions.isEmpty { text += "\n" }
    for question in checklist.questions {
      text += lines(of: question.asks, to: width, first: "  - ", rest: "    ")
    }
    guard !checklist.rules.isEmpty else { return text }
    return text + "\n" + RuleRows(checklist.rules).rendered(width: width, paint: paint)
  }
}

/// Rules as rows of a table: how grave, which, and what they ask.
struct RuleRows {
  private let rules: [Rule]

  init(_ rules: [Rule]) {
    self.rules = rules
  }

  func rendered(width: Int, paint: Paint) -> String {
    let rows = rules.map { rule in
      [
        TextTable.Cell(rule.severity.rawValue, tone(of: rule.severity)),
        TextTable.Cell(rule.id, .cyan), TextTable.Cell(rule.title),
      ]
    }
    return TextTable(heading: nil, rows).rendered(width: width, paint: paint)
  }

  private func tone(of severity: Severity) -> Paint.Tone? {
    switch severity {
    case .critical, .high: .red
    case .medium: .yellow
    case .low: nil
    }
  }
}
