internal import Analysis

/// Curves and bars as Mermaid charts.
enum MermaidChart {
  /// A curve, and the line that it must not cross.
  static func curve(_ chart: SystemView.Chart) -> String {
    let points = chart.curve.thinned(to: 40)
    guard let first = points.first, let last = points.last else { return "" }
    let top = max(points.map(\.y).max() ?? 0, chart.curve.limit ?? 0)
    let across = Axis(chart.across.label, chart.across.scale, upTo: last.x)
    let up = Axis(chart.up.label, chart.up.scale, upTo: top)
    var lines = [
      "xychart-beta", "  accTitle: \(MermaidText.label(chart.title, longest: 80))",
      "  title \"\(MermaidText.label(chart.title, longest: 60))\"",
      "  x-axis \(across.text(from: first.x))", "  y-axis \(up.text(from: 0))",
      "  line \(list(points.map { up.plotted($0.y) }))",
    ]
    if let limit = chart.curve.limit {
      lines.append("  line \(list(points.map { _ in up.plotted(limit) }))")
    }
    return drawn(lines, palette: "#2f81f7, #cf222e")
  }

  /// Bars from nothing to the high end, and over them those to the low end.
  static func bars(
    _ title: String, _ up: String, _ rows: [(name: String, low: Double, high: Double)]
  ) -> String {
    let names = rows.map { "\"\(MermaidText.label($0.name, longest: 24))\"" }
    return drawn(
      [
        "xychart-beta horizontal", "  accTitle: \(title)", "  title \"\(title)\"",
        "  x-axis [\(names.joined(separator: ", "))]", "  y-axis \"\(up)\" 0 --> 100",
        "  bar \(list(rows.map(\.high)))", "  bar \(list(rows.map(\.low)))",
      ], palette: "#9ec1f0, #0969da")
  }

  private static func drawn(_ lines: [String], palette: String) -> String {
    let settings = """
      ---
      config:
        themeVariables:
          xyChart:
            plotColorPalette: "\(palette)"
      ---

      """
    return settings + lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ numbers: [Double]) -> String {
    "[\(numbers.map(number).joined(separator: ", "))]"
  }

  /// A number without an exponent, as Mermaid reads it.
  fileprivate static func number(_ number: Double) -> String {
    let limited = min(max(number, 0), 1e15)
    if limited >= 1_000 || limited == limited.rounded() { return "\(Int64(limited.rounded()))" }
    let thousandths = Int64((limited * 1_000).rounded())
    let fraction = String(1_000 + thousandths % 1_000).dropFirst()
    return "\(thousandths / 1_000).\(fraction)"
  }
}

/// An axis in the unit that suits its end.
private struct Axis {
  private let label: String
  private let end: Double
  private let unit: Double

  init(_ label: String, _ scale: SystemView.Chart.Scale, upTo end: Double) {
    let (unit, name): (Double, String?) =
      switch scale {
      case .count, .tokens: (1, nil)
      case .share: (0.01, "percent")
      case .seconds: Self.unit(ofSeconds: end)
      }
    self.unit = unit
    self.label = label + (name.map { ", in \($0)" } ?? "")
    self.end = end
  }

  private static func unit(ofSeconds end: Double) -> (Double, String) {
    let units: [(Double, String)] = [(86_400, "days"), (3_600, "hours"), (60, "minutes")]
    return units.first { end >= 2 * $0.0 } ?? (1, "seconds")
  }

  func plotted(_ number: Double) -> Double { number / unit }

  func text(from start: Double) -> String {
    let end = plotted(end)
    return
      "\"\(label)\" \(MermaidChart.number(plotted(start))) --> \(MermaidChart.number(end > 0 ? end : 1))"
  }
}
