internal import Analysis

/// A curve over its axes, with what is declared and what must not be crossed.
struct ChartDrawing {
  private let chart: SystemView.Chart
  private let anchor: Anchor
  private let across: Ticks
  private let up: Ticks

  init(_ chart: SystemView.Chart, anchor: Anchor) {
    self.chart = chart
    self.anchor = anchor
    let points = chart.curve.points + [chart.curve.declared].compactMap(\.self)
    let heights = points.map(\.y) + [chart.curve.limit].compactMap(\.self)
    across = Ticks(to: points.map(\.x).max() ?? 1, scale: chart.across.scale, atMost: 5)
    up = Ticks(to: heights.max() ?? 1, scale: chart.up.scale, atMost: 5)
  }

  private static let width = 400.0
  private static let height = 250.0
  private static let top = 30.0
  private static let bottom = 206.0

  /// How wide a character of a label is, at most.
  private static let character = 6.6

  /// As far from the edge as the longest number beside it asks.
  private var left: Double {
    14 + Self.character * Double(up.values.map { chart.up.scale.text($0).count }.max() ?? 0)
  }

  /// The same of half the last number below, which stands around its tick.
  private var right: Double {
    let last = across.values.last.map { chart.across.scale.text($0).count } ?? 0
    return Self.width - max(12, 2 + Self.character / 2 * Double(last))
  }

  var markup: Markup {
    Drawing(
      anchor: anchor, title: chart.title, description: chart.summary, width: Self.width,
      height: Self.height, style: "chart"
    ).markup("\(rows)\(columns)\(limit)\(target)\(line)\(declared)")
  }

  private func x(_ value: Double) -> Double { left + (right - left) * value / across.end }

  private func y(_ value: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * value / up.end
  }

  private var rows: Markup {
    label(chart.up.label, x: 2, y: 14, "small")
      + up.values.map { value -> Markup in
        """
        <line class="grid" x1="\(left)" x2="\(right)" y1="\(y(value))" y2="\(y(value))"/>
        \(label(chart.up.scale.text(value), x: left - 8, y: y(value) + 4, "small", .end))
        """
      }.joined(separator: "")
  }

  private var columns: Markup {
    label(chart.across.label, x: right, y: Self.height - 6, "small", .end)
      + across.values.map { value -> Markup in
        """
        <line class="tick" x1="\(x(value))" x2="\(x(value))" y1="\(Self.bottom)" y2="\(Self.bottom + 4)"/>
        \(label(chart.across.scale.text(value), x: x(value), y: Self.bottom + 18, "small", .middle))
        """
      }.joined(separator: "")
  }

  private var limit: Markup {
    guard let limit = chart.curve.limit else { return "" }
    return """
      <line class="limit" x1="\(left)" x2="\(right)" y1="\(y(limit))" y2="\(y(limit))"/>
      \(label("limit \(chart.up.scale.text(limit))", x: right, y: y(limit) - 6, "small limit", .end))
      """
  }

  /// How far the product lets it go: a line that stands upright, its words where the curve and its point are not.
  private var target: Markup {
    guard let target = chart.curve.target else { return "" }
    let at = x(target)
    let isInRightHalf = at > (left + right) / 2
    let room = 90.0
    let isBefore = isInRightHalf ? right - at < room : at - left > room
    let height = isInRightHalf ? Self.bottom - 8 : Self.top + 14
    return """
      <line class="limit" x1="\(at)" x2="\(at)" y1="\(Self.top)" y2="\(Self.bottom)"/>
      \(label("allowed \(chart.across.scale.text(target))", x: at + (isBefore ? -6 : 6), y: height, "small limit", isBefore ? .end : .start))
      """
  }

  private var line: Markup {
    let points = chart.curve.points.map { "\(x($0.x)),\(y($0.y))" as Markup }
    return "<polyline class=\"curve\" points=\"\(points.joined(separator: " "))\"/>\n"
  }

  private var declared: Markup {
    guard let declared = chart.curve.declared else { return "" }
    let words =
      "\(chart.across.scale.text(declared.x)): \(chart.up.scale.text(declared.y))"
    let height = y(declared.y) > Self.bottom - 30 ? y(declared.y) - 10 : y(declared.y) + 18
    return """
      <line class="declared" x1="\(x(declared.x))" x2="\(x(declared.x))" y1="\(y(declared.y))" y2="\(Self.bottom)"/>
      <circle class="declared" cx="\(x(declared.x))" cy="\(y(declared.y))" r="4.5"/>
      \(label(words, x: x(declared.x) + 8, y: height, "strong"))
      """
  }
}
