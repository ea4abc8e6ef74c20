package import Analysis
internal import Architecture
internal import Auditing
internal import Expressions
package import SourceText

/// What the declared numbers of one system imply, for the terminal.
package struct ForecastText {
  private let system: AnalyzedSystem
  private let paint: Paint
  private let width: Int

  package init(_ system: AnalyzedSystem, paint: Paint, width: Int) {
    self.system = system
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    var text = paint("Forecasts", .bold) + "\n" + section("the system", owner: .system, part: nil)
    for collection in Collection.allCases {
      for part in system.parts(collection) {
        text += section(part.id, owner: .part(collection), part: part)
      }
    }
    return text
  }

  /// The forecasts that have a result, then what is missing for the others.
  private func section(_ name: String, owner: Fact.Owner, part: Part?) -> String {
    var rows: [[TextTable.Cell]] = []
    var missing: Set<String> = []
    for fact in Fact.all(of: owner) where fact.formula != nil {
      switch fact.outcome(in: system, of: part).result {
      case .none: break
      case .unknown(let paths): missing.formUnion(paths)
      case .value(let value):
        rows.append([
          TextTable.Cell(fact.name),
          TextTable.Cell(ForecastWords.text(value, as: fact.type), .cyan),
          TextTable.Cell(fact.formula ?? "", .faint),
        ])
      }
    }
    guard !rows.isEmpty || !missing.isEmpty else { return "" }
    var text = "\n" + paint(printable(name), .cyan) + "\n"
    text += TextTable(heading: nil, rows).rendered(width: width, paint: paint)
    if !missing.isEmpty {
      let lines = wrapped("more with " + missing.sorted().joined(separator: ", "), to: width - 4)
      text += lines.map { "  " + paint(printable($0), .yellow) + "\n" }.joined()
    }
    return text
  }
}

/// The results of forecasts as people read them.
enum ForecastWords {
  static func text(_ value: Architecture.Value, as type: FieldType) -> String {
    switch value {
    case .boolean(let flag): flag ? "yes" : "no"
    case .whole(let whole): ValueText.text(.int(whole), as: type) + unit(type)
    case .number(let number): ValueText.text(.double(number), as: type) + unit(type)
    case .nanoseconds(let nanoseconds):
      ValueText.text(.duration(DurationValue(nanoseconds: nanoseconds)), as: type)
    case .date, .text, .reference, .list, .record, .labels: ValueWords.text(value)
    }
  }

  private static func unit(_ type: FieldType) -> String {
    if case .tokens = type { " tokens" } else { "" }
  }
}
