internal import Analysis
internal import Architecture
internal import Auditing
internal import Expressions

extension SystemView {
  /// The forecasts of the system or of one part, and what is missing for others.
  package struct ForecastGroup: Sendable {
    /// An id, or `system`.
    package let subject: String
    package let rows: [ForecastRow]
    package let missing: [String]
  }

  /// A forecast with its formula, its inputs and what it comes to.
  package struct ForecastRow: Sendable {
    package let name: String
    /// As people read it.
    package let value: String
    /// The same for tools: a number (durations in seconds), or true, false, or a word.
    package let exact: Exact
    package let meaning: String
    package let formula: String

    /// The meaning, without what it says of forecasts that have no value.
    var meaningOfValue: String {
      let end = meaning.firstRange(of: "; none")?.lowerBound ?? meaning.endIndex
      return String(meaning[..<end]).ended
    }

    /// A forecast for programs, which do not read units.
    package enum Exact: Sendable, Equatable {
      case number(Double)
      case flag(Bool)
      case word(String)
    }
  }

  package var forecasts: [ForecastGroup] {
    [group("system", owner: .system, part: nil)]
      .compactMap(\.self)
      + Collection.allCases.flatMap { collection in
        system.parts(collection).compactMap {
          group($0.id, owner: .part(collection), part: $0)
        }
      }
  }

  /// One forecast of a part, or else of the system; nil where it cannot be computed.
  func forecast(_ name: String, of subject: String) -> ForecastRow? {
    let part = system.part(subject)
    let owners: [(Fact.Owner, Part?)] =
      (part.map { [(.part($0.collection), $0)] } ?? []) + [(.system, nil)]
    for (owner, part) in owners {
      guard let fact = Fact.named(name, of: owner), let formula = fact.formula else { continue }
      guard case .value(let value) = fact.outcome(in: system, of: part).result else { return nil }
      return ForecastRow(fact, value, formula: formula)
    }
    return nil
  }

  private func group(_ subject: String, owner: Fact.Owner, part: Part?) -> ForecastGroup? {
    var rows: [ForecastRow] = []
    var missing: Set<String> = []
    for fact in Fact.all(of: owner) {
      guard let formula = fact.formula else { continue }
      switch fact.outcome(in: system, of: part).result {
      case .none: break
      case .unknown(let paths): missing.formUnion(paths)
      case .value(let value):
        rows.append(ForecastRow(fact, value, formula: formula))
      }
    }
    guard !rows.isEmpty || !missing.isEmpty else { return nil }
    return ForecastGroup(subject: subject, rows: rows, missing: missing.sorted())
  }
}

extension SystemView.ForecastRow {
  fileprivate init(_ fact: Fact, _ value: Architecture.Value, formula: String) {
    self.init(
      name: fact.name, value: ForecastWords.text(value, as: fact.type), exact: Exact(value),
      meaning: fact.doc, formula: formula)
  }
}

extension SystemView.ForecastRow.Exact {
  fileprivate init(_ value: Architecture.Value) {
    if case .boolean(let flag) = value {
      self = .flag(flag)
    } else {
      self = value.amount.map(Self.number) ?? .word(ValueWords.text(value))
    }
  }
}

/// The results of forecasts as people read them.
private enum ForecastWords {
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
