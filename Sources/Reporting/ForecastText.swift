package import SourceText

/// What the declared numbers of one system imply, for the terminal.
package struct ForecastText {
  private let view: SystemView
  private let paint: Paint
  private let width: Int

  package init(_ view: SystemView, paint: Paint, width: Int) {
    self.view = view
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    paint("Forecasts", .bold) + "\n" + view.forecasts.map(section).joined()
  }

  /// The forecasts that have a result, then what is missing for the others.
  private func section(_ group: SystemView.ForecastGroup) -> String {
    let name = group.subject == "system" ? "the system" : group.subject
    let rows = group.rows.map {
      [
        TextTable.Cell($0.name), TextTable.Cell($0.value, .cyan),
        TextTable.Cell($0.formula, .faint),
      ]
    }
    var text = "\n" + paint(printable(name), .cyan) + "\n"
    text += TextTable(heading: nil, rows).rendered(width: width, paint: paint)
    if !group.missing.isEmpty {
      let lines = wrapped(
        "for more, declare " + group.missing.joined(separator: ", "), to: width - 4)
      text += lines.map { "  " + paint(printable($0), .yellow) + "\n" }.joined()
    }
    return text
  }
}
