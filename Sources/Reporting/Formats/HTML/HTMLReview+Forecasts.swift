internal import SourceText

extension HTMLReview {
  /// How the design behaves as one of its numbers changes.
  var curves: Markup? {
    let charts = view.charts
    guard !charts.isEmpty else { return nil }
    let figures = charts.enumerated().map { index, chart -> Markup in
      """
      <figure>
      <figcaption><strong>\(chart.title)</strong></figcaption>
      \(ChartDrawing(chart, anchor: anchor("chart-\(index + 1)")).markup)<p>\(chart.description)\(verdict(of: chart))</p>
      </figure>

      """
    }
    return "<div class=\"charts\">\n\(figures)</div>\n"
  }

  private func verdict(of chart: SystemView.Chart) -> Markup {
    chart.judgement.map { " <strong>\($0)</strong>" } ?? ""
  }

  /// What follows from the declared numbers, with the formulas.
  var forecasts: Markup? {
    let groups = view.forecasts
    guard !groups.isEmpty else { return nil }
    return groups.enumerated().map { group($1, isOpen: $0 == 0) }.joined(separator: "")
  }

  private func group(_ group: SystemView.ForecastGroup, isOpen: Bool) -> Markup {
    let subject: Markup =
      group.subject == "system" ? "The system" : code(group.subject)
    let count =
      [
        group.rows.isEmpty ? nil : "\(group.rows.count) computed",
        group.missing.isEmpty ? nil : counted(group.missing.count, "undeclared field"),
      ].compactMap(\.self).joined(separator: ", ")
    let table: Markup =
      group.rows.isEmpty
      ? ""
      : HTMLTable(
        caption: "<span class=\"unseen\">Forecasts for \(group.subject)</span>",
        heading: ["Forecast", "Value", "Meaning", "Formula"],
        rows: group.rows.map { row in
          [
            code(row.name), "<span class=\"value\">\(row.value)</span>", Markup(prose: row.meaning),
            "<span class=\"formula\">\(row.formula)</span>",
          ]
        }
      ).markup
    let missing: Markup =
      group.missing.isEmpty
      ? "" : "<p>More can be told once these are declared: \(code(group.missing)).</p>\n"
    let state: Markup = isOpen ? " open" : ""
    return """
      <details class="row"\(state)>
      <summary><span>\(subject) <span class="muted">\(count)</span></span></summary>
      \(table)\(missing)</details>

      """
  }
}
