internal import Analysis
package import SourceText

/// The equivalence map and the tradeoffs of one system, for the terminal.
package struct MapText {
  private let view: SystemView
  private let paint: Paint
  private let width: Int

  package init(_ view: SystemView, paint: Paint, width: Int) {
    self.view = view
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    let name = paint(printable(view.name), .bold)
    var text = "\(name) (\(printable(view.file)))\n\n"
    text += paint("The map", .bold) + "\n" + mapTable + notes
    text += "\n" + paint("Tradeoffs", .bold) + "\n" + tradeoffTable
    return text
  }

  private var mapTable: String {
    var previous: String?
    let rows = view.map.map { entry -> [TextTable.Cell] in
      let isFurther = entry.component == previous
      previous = entry.component
      let equivalents = entry.equivalents.joined(separator: ", ")
      return [
        .init(isFurther ? "" : entry.component, .cyan),
        .init(entry.pattern, entry.isMapped ? nil : .yellow),
        .init(equivalents.isEmpty ? "?" : equivalents), .init(entry.failureMode ?? "?"),
      ]
    }
    return TextTable(
      heading: ["component", "memory pattern", "in distributed systems", "both fail by"], rows
    ).rendered(width: width, paint: paint)
  }

  private var notes: String {
    let notes = view.mapNotes
    guard !notes.isEmpty else { return "" }
    return "\n" + notes.map { lines(of: $0, to: width, first: "  ", rest: "  ") }.joined()
  }

  private var tradeoffTable: String {
    let tradeoffs = view.tradeoffs
    let rows = tradeoffs.components.map { row in
      [TextTable.Cell(row.subject, .cyan)] + Corner.allCases.map { cell(row.tradeoff[$0]) }
    }
    let total =
      [TextTable.Cell("the system", .bold)] + Corner.allCases.map { cell(tradeoffs.system[$0]) }
    var text = TextTable(
      heading: ["component"] + Corner.allCases.map(\.rawValue), rows + [total]
    ).rendered(width: width, paint: paint)
    text += "\n"
    let reasons = Corner.allCases.map { corner in
      [
        TextTable.Cell(corner.rawValue), cell(tradeoffs.system[corner]),
        TextTable.Cell(tradeoffs.system[corner].because),
      ]
    }
    text += TextTable(heading: ["", "", "because"], reasons).rendered(width: width, paint: paint)
    let analogy = wrapped(SystemView.analogy, to: width - 2)
    text += "\n" + analogy.map { "  \(paint($0, .faint))\n" }.joined()
    return text
  }

  private func cell(_ stand: Stand) -> TextTable.Cell {
    let tone: Paint.Tone? =
      switch stand.position {
      case .kept: .green
      case .conceded: nil
      case .atRisk: .red
      case .undeclared: .yellow
      }
    return TextTable.Cell(stand.position.words, tone)
  }
}
