internal import Analysis

extension MarkdownReview {
  /// Charts, each with its words; in a review also every forecast with its formula.
  var forecasts: String {
    let charts = report.view.charts
    let drawn = isSummary ? summaryCharts(charts) : Array(charts.prefix(Self.mostCharts))
    var result = drawn.map { MarkdownFence.mermaid(MermaidChart.curve($0)) + "\n" }.joined()
    if charts.contains(where: { $0.curve.limit != nil }) {
      result += "Where there is a level line, it is what the model accepts.\n\n"
    }
    if charts.isEmpty {
      result +=
        "Too little is declared to tell how the context grows, how old an answer may be, or how often writers meet.\n"
    }
    let words = MarkdownRows(charts, in: room(8, 3_000)) { text.prose($0.summary) }
    result += words.list(of: "chart")
    if isSummary { return result }
    let groups = report.view.forecasts
    let parts = groups.filter { !$0.rows.isEmpty }.map(group) + [missing(groups)]
    return ([result] + parts).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// More than a page of GitHub draws gladly.
  private static let mostCharts = 12

  /// The conversation that comes nearest to what the model accepts.
  private func summaryCharts(_ charts: [SystemView.Chart]) -> [SystemView.Chart] {
    let growing = charts.filter { $0.kind == .context }
    return growing.max { $0.fullness < $1.fullness }.map { [$0] } ?? []
  }

  private func group(_ group: SystemView.ForecastGroup) -> String {
    let rows = MarkdownRows(group.rows, in: nil) { row in
      MarkdownRows.cells([
        "\(text.code(row.name)): \(text.prose(row.meaning))", "**\(text.plain(row.value))**",
        text.code(row.formula),
      ])
    }
    return "### \(name(of: group).uppercasedFirst)\n\n"
      + rows.table(["forecast", "result", "formula"], of: "forecast")
  }

  /// What would have to be declared for more.
  private func missing(_ groups: [SystemView.ForecastGroup]) -> String {
    let rows = MarkdownRows(groups.filter { !$0.missing.isEmpty }, in: nil) { group in
      "Of \(name(of: group)) with \(group.missing.map { text.code($0) }.joined(separator: ", "))."
    }.list(of: "group")
    return rows.isEmpty ? "" : "### More could be told\n\n" + rows
  }

  private func name(of group: SystemView.ForecastGroup) -> String {
    group.subject == "system" ? "the system" : text.code(group.subject)
  }
}

extension SystemView.Chart {
  /// How much of the limit is used at most.
  fileprivate var fullness: Double {
    let peak = curve.points.map(\.y).max() ?? 0
    return curve.limit.map { $0 > 0 ? peak / $0 : 0 } ?? 0
  }
}
