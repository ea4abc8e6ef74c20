internal import Architecture
internal import Auditing
internal import SourceText

/// The parts of a system as a Mermaid flowchart: agents, components and stores in their groups, coloured by what was
/// found about them.
struct MermaidFlowchart {
  let text: String
  /// The diagram in a sentence, and what of it is not drawn.
  let words: String

  init(
    _ diagram: SystemView.Diagram, tallies: [String: Report.Tally], mostNodes: Int, mostEdges: Int
  ) {
    var drawn = Sketch(tallies)
    let share = mostNodes / Collection.allCases.count
    for collection in Collection.allCases {
      drawn.add(diagram.nodes(collection), of: collection, most: share)
    }
    for edge in diagram.edges where drawn.edges < mostEdges { drawn.add(edge) }
    drawn.addClasses()
    text = drawn.lines.map { $0 + "\n" }.joined()
    words = Self.words(diagram, drawn)
  }

  private static func words(_ diagram: SystemView.Diagram, _ drawn: Sketch) -> String {
    let edges = diagram.edges.count
    var words =
      "In words: \(diagram.counts), \(counted(edges, "connection"))."
    if drawn.nodes < diagram.nodes.count || drawn.edges < diagram.edges.count {
      words +=
        " Drawn are \(drawn.nodes) of the \(diagram.nodes.count) parts and \(drawn.edges) of the connections."
    }
    words += " A dotted arrow leads to where something is kept, a thick one to what comes of it."
    return drawn.isColoured
      ? words + " Red is where a fail is critical or high, amber where one is medium or low."
      : words
  }
}

/// A flowchart in the making. Names are numbers, so that nothing in a file can be taken for a word of Mermaid.
private struct Sketch {
  private(set) var lines = [
    "flowchart LR", "  accTitle: Architecture",
    "  accDescr: Agents, components and stores, and what goes between them",
  ]
  private(set) var nodes = 0
  private(set) var edges = 0
  private var names: [String: String] = [:]
  private var grave: [String] = []
  private var slight: [String] = []
  private let tallies: [String: Report.Tally]

  var isColoured: Bool { !grave.isEmpty || !slight.isEmpty }

  init(_ tallies: [String: Report.Tally]) {
    self.tallies = tallies
  }

  mutating func add(_ all: [SystemView.Diagram.Node], of collection: Collection, most: Int) {
    guard !all.isEmpty else { return }
    lines.append("  subgraph \(collection.rawValue)")
    for (index, node) in all.prefix(most).enumerated() {
      let name = "\(collection.singular)\(index + 1)"
      names[node.id] = name
      nodes += 1
      lines.append("    \(name)\(collection.shaped(label(node)))")
      if let gravest = tallies[node.id]?.gravest {
        if gravest >= .high { grave.append(name) } else { slight.append(name) }
      }
    }
    lines.append("  end")
  }

  private func label(_ node: SystemView.Diagram.Node) -> String {
    let found = tallies[node.id].map { "<br/>" + MermaidText.label($0.words) } ?? ""
    return
      "\"\(MermaidText.label(node.id))<br/>\(MermaidText.label(node.detail, longest: 60))\(found)\""
  }

  mutating func add(_ edge: SystemView.Diagram.Edge) {
    guard let from = names[edge.from], let to = names[edge.to] else { return }
    edges += 1
    switch edge.kind {
    case .reads: lines.append("  \(from) -->|reads| \(to)")
    case .writes: lines.append("  \(from) -->|writes| \(to)")
    case .readsAndWrites: lines.append("  \(from) <-->|reads and writes| \(to)")
    case .keptIn: lines.append("  \(from) -.-> \(to)")
    case .becomes: lines.append("  \(from) ==> \(to)")
    }
  }

  mutating func addClasses() {
    let classes = [
      ("grave", grave, "fill:#ffebe9,stroke:#cf222e,color:#82071e,stroke-width:3px"),
      ("slight", slight, "fill:#fff8c5,stroke:#9a6700,color:#633c01,stroke-width:2px"),
    ]
    for (name, members, style) in classes where !members.isEmpty {
      lines.append("  classDef \(name) \(style)")
      lines.append("  class \(members.joined(separator: ",")) \(name)")
    }
  }
}

extension Collection {
  fileprivate func shaped(_ label: String) -> String {
    switch self {
    case .agents: "([\(label)])"
    case .components: "[\(label)]"
    case .stores: "[(\(label))]"
    }
  }
}
