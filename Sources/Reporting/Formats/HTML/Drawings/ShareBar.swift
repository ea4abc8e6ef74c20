/// Counts as shares of a bar; the numbers stand beside it.
struct ShareBar {
  private let parts: [(style: String, count: Int)]

  init(_ parts: [(style: String, count: Int)]) {
    self.parts = parts
  }

  var markup: Markup {
    let sum = Double(max(parts.reduce(0) { $0 + $1.count }, 1))
    var start = 0.0
    let bars = parts.map { part -> Markup in
      let share = Double(part.count) / sum * 100
      defer { start += share }
      return part.count == 0
        ? ""
        : "<rect class=\"\(part.style)\" x=\"\(start)%\" y=\"0\" width=\"\(share)%\" height=\"8\"/>"
    }
    return "<svg class=\"shares\" width=\"100%\" height=\"8\" aria-hidden=\"true\">\(bars)</svg>"
  }
}
