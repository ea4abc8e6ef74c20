package import Analysis
internal import Architecture
package import SourceText

/// The equivalence map and the tradeoffs of one system, for the terminal.
package struct MapText {
  private let system: AnalyzedSystem
  private let paint: Paint
  private let width: Int

  package init(_ system: AnalyzedSystem, paint: Paint, width: Int) {
    self.system = system
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    let name = paint(printable(system.file.name), .bold)
    var text = "\(name) (\(printable(system.file.file.name)))\n\n"
    text += paint("The map", .bold) + "\n" + mapTable + notes
    text += "\n" + paint("Tradeoffs", .bold) + "\n" + tradeoffTable
    return text
  }

  private var mapTable: String {
    let rows = system.components.flatMap { part -> [[TextTable.Cell]] in
      if part.patterns.isEmpty { return [[.init(part.id, .cyan)] + unmapped(part)] }
      return part.patterns.enumerated().map { index, pattern in
        let row = system.knowledge.row(of: pattern)
        return [
          .init(index == 0 ? part.id : "", .cyan),
          .init(row?.name.lowercasedFirst ?? pattern.rawValue),
          .init(row?.equivalents.joined(separator: ", ") ?? ""), .init(row?.failureMode ?? ""),
        ]
      }
    }
    return TextTable(
      heading: ["component", "memory pattern", "in distributed systems", "both fail by"], rows
    ).rendered(width: width, paint: paint)
  }

  private func unmapped(_ part: Part) -> [TextTable.Cell] {
    if case .unmapped(let equivalent?)? = part.mapping?.basis {
      return [.init("custom"), .init(equivalent), .init("?")]
    }
    return [.init("not on the map", .yellow), .init("?"), .init("?")]
  }

  /// What the table cannot say: on what basis something was mapped, where it was not by its kind.
  private var notes: String {
    let lines = system.components.compactMap(note)
    guard !lines.isEmpty else { return "" }
    return "\n"
      + lines.map { line in
        wrapped(line, to: width - 2).map { "  \($0)\n" }.joined()
      }.joined()
  }

  private func note(_ part: Part) -> String? {
    guard let mapping = part.mapping else { return nil }
    var sentences: [String] = []
    switch mapping.basis {
    case .kind: break
    case .alias(let word): sentences.append("`\(word)` is another word for the pattern.")
    case .implementation(let name): sentences.append("mapped by its implementation, \(name).")
    case .structure(let fields):
      sentences.append("mapped by what it declares: \(fields.joined(separator: ", ")).")
    case .unmapped(let equivalent):
      sentences.append(
        equivalent == nil
          ? "nothing says what it is; declare its `kind`, or the `equivalent` that the literature knows."
          : "a pattern of its own.")
    }
    if !mapping.usualPatterns.isEmpty {
      let usual = mapping.usualPatterns.map(\.rawValue).joined(separator: ", ")
      sentences.append("its implementation is usually a \(usual).")
    }
    if part.implementation == nil, let name = part.record.text("implementation") {
      let near = Knowledge.suggestion(for: name, among: system.knowledge.components)
      sentences.append(
        "nothing is known of `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? "."))
    }
    return sentences.isEmpty ? nil : printable("\(part.id): " + sentences.joined(separator: " "))
  }

  private var tradeoffTable: String {
    let tradeoffs = system.components.map { system.tradeoff(of: $0) }
    let overall = system.tradeoff(tradeoffs)
    let rows = zip(system.components, tradeoffs).map { part, tradeoff in
      [TextTable.Cell(part.id, .cyan)] + Corner.allCases.map { cell(tradeoff[$0]) }
    }
    let total = [TextTable.Cell("the system", .bold)] + Corner.allCases.map { cell(overall[$0]) }
    var text = TextTable(
      heading: ["component"] + Corner.allCases.map(\.rawValue), rows + [total]
    ).rendered(width: width, paint: paint)
    text += "\n"
    let reasons = Corner.allCases.map { corner in
      [
        TextTable.Cell(corner.rawValue), cell(overall[corner]),
        TextTable.Cell(overall[corner].because),
      ]
    }
    text += TextTable(heading: ["", "", "because"], reasons).rendered(width: width, paint: paint)
    let analogy =
      "By analogy with the CAP theorem: "
      + Corner.allCases.map { "\($0.rawValue) is \($0.meaning)" }.joined(separator: "; ") + "."
    text += "\n" + wrapped(analogy, to: width - 2).map { "  \(paint($0, .faint))\n" }.joined()
    return text
  }

  private func cell(_ stand: Stand) -> TextTable.Cell {
    switch stand.position {
    case .kept: TextTable.Cell("kept", .green)
    case .conceded: TextTable.Cell("conceded")
    case .atRisk: TextTable.Cell("at risk", .red)
    case .undeclared: TextTable.Cell("undeclared", .yellow)
    }
  }
}

extension String {
  /// The text as it stands inside a sentence; abbreviations keep their capitals.
  var lowercasedFirst: String {
    let isAbbreviation = dropFirst().first?.isUppercase ?? false
    return isAbbreviation ? self : prefix(1).lowercased() + dropFirst()
  }
}
