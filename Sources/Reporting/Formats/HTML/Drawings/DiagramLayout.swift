internal import Architecture
internal import SourceText

/// Where the parts of a diagram stand: agents, components and stores in three columns, those of the outer columns near
/// what they are connected with.
struct DiagramLayout {
  struct Box {
    let node: SystemView.Diagram.Node
    let name: [String]
    let detail: [String]
    let tally: Report.Tally
    let x: Double
    var y: Double
    let height: Double

    var right: Double { x + DiagramLayout.boxWidth }
    var middle: Double { y + height / 2 }
  }

  static let boxWidth = 208.0
  static let gap = 100.0
  static let top = 34.0
  private static let space = 14.0
  /// Between the ends of lines at one side of a part.
  private static let endSpace = 10.0
  static let nameHeight = 17.0
  static let detailHeight = 15.0

  let boxes: [Box]
  let width: Double
  let height: Double

  init(_ diagram: SystemView.Diagram, _ tallies: [String: Report.Tally]) {
    let ends = Self.ends(diagram.edges)
    let columns = Collection.allCases.enumerated().map { index, collection in
      diagram.nodes(collection).map {
        Self.box(
          $0, tally: tallies[$0.id] ?? .nothing, ends: ends[$0.id] ?? 0,
          x: Double(index) * (Self.boxWidth + Self.gap) + 1)
      }
    }
    let heights = columns.map { $0.reduce(0) { $0 + $1.height + Self.space } }
    let most = heights.max() ?? 0
    let components = Self.stacked(columns[1], from: Self.top + (most - heights[1]) / 2)
    let middles = Dictionary(
      components.map { ($0.node.id, $0.middle) }, uniquingKeysWith: { first, _ in first })
    var others: [String: [Double]] = [:]
    for edge in diagram.edges {
      if let middle = middles[edge.to] { others[edge.from, default: []].append(middle) }
      if let middle = middles[edge.from] { others[edge.to, default: []].append(middle) }
    }
    boxes =
      Self.placed(columns[0], beside: others, most: most)
      + components + Self.placed(columns[2], beside: others, most: most)
    width = 3 * Self.boxWidth + 2 * Self.gap + 2
    height = Self.top + most
  }

  /// How many lines end at the fuller side of each part.
  private static func ends(_ edges: [SystemView.Diagram.Edge]) -> [String: Int] {
    var left: [String: Int] = [:]
    var right: [String: Int] = [:]
    for edge in edges {
      right[edge.from, default: 0] += 1
      if edge.kind == .becomes {
        right[edge.to, default: 0] += 1
      } else {
        left[edge.to, default: 0] += 1
      }
    }
    return left.merging(right, uniquingKeysWith: max)
  }

  private static func box(
    _ node: SystemView.Diagram.Node, tally: Report.Tally, ends: Int, x: Double
  ) -> Box {
    let name = Lettering.lines(node.id, columns: 23)
    let detail = Lettering.lines(node.detail, columns: 29)
    let marks = tally.fails + tally.undeclared > 0 ? 26.0 : 0
    let height =
      18 + Double(name.count) * nameHeight + Double(detail.count) * detailHeight + marks
    return Box(
      node: node, name: name, detail: detail, tally: tally, x: x, y: 0,
      height: max(height, Double(ends + 1) * endSpace))
  }

  private static func stacked(_ boxes: [Box], from top: Double) -> [Box] {
    var y = top
    return boxes.map { box in
      var box = box
      box.y = y
      y += box.height + space
      return box
    }
  }

  /// Each as near as there is room to the middle of what it is connected with.
  private static func placed(
    _ boxes: [Box], beside others: [String: [Double]], most: Double
  ) -> [Box] {
    let wanted = boxes.map { box -> (box: Box, middle: Double) in
      let ends = others[box.node.id] ?? []
      let middle = ends.isEmpty ? top + most : ends.reduce(0, +) / Double(ends.count)
      return (box, middle)
    }.enumerated().sorted { ($0.element.middle, $0.offset) < ($1.element.middle, $1.offset) }
      .map(\.element)
    var placed: [Box] = []
    var free = top
    for (box, middle) in wanted {
      var box = box
      box.y = max(free, middle - box.height / 2)
      free = box.y + box.height + space
      placed.append(box)
    }
    var floor = top + most - space
    for index in placed.indices.reversed() {
      placed[index].y = min(placed[index].y, floor - placed[index].height)
      floor = placed[index].y - space
    }
    return placed
  }
}
