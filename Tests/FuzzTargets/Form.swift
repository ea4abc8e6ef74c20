internal import Reporting
internal import SourceText

/// Everything that can be shown of a file.
enum Form: CaseIterable {
  case report(ReportFormat)
  case map
  case forecasts

  static var allCases: [Form] { ReportFormat.allCases.map(Form.report) + [.map, .forecasts] }

  /// What is wrong with how it shows a file.
  func complaints(about outcome: FileOutcome) -> [String] {
    switch (self, outcome) {
    case (.report(let format), _):
      let piece = format.piece(outcome, toolVersion: "", style: ReportFormat.Style())
      let run = Run(toolVersion: "", rows: [Run.Row(outcome)], libraries: [])
      let text = format.whole([piece], of: run, style: ReportFormat.Style())
      return Expectations.hold(forShown: text)
        + (Self.isJSON(format) ? Expectations.hold(forJSON: text) : [])
    case (.map, .audited(let report)):
      return Expectations.hold(
        forShown: MapText(report.view, paint: .plain, width: 80).rendered)
    case (.forecasts, .audited(let report)):
      return Expectations.hold(
        forShown: ForecastText(report.view, paint: .plain, width: 80).rendered)
    case (.map, .refused), (.forecasts, .refused): return []
    }
  }

  private static func isJSON(_ format: ReportFormat) -> Bool {
    switch format {
    case .json, .jsonl, .sarif, .gitlab, .baseline: true
    case .text, .markdown, .html, .junit, .github: false
    }
  }
}
