package import Architecture

/// Something that follows from what is declared. Rules read it as `subject.facts.NAME` or `system.facts.NAME`.
package final class Fact: Sendable {
  /// Whose fact it is.
  package enum Owner: Sendable, Hashable {
    case system
    case part(Collection)

    package static let all: [Owner] = [.system] + Collection.allCases.map(Owner.part)
  }

  package let name: String
  package let owner: Owner
  package let type: FieldType
  package let doc: String
  /// For a forecast: how it is computed, in the words of a formula.
  package let formula: String?
  private let compute: @Sendable (AnalyzedSystem, Part?, inout Inputs) -> Value?

  /// What a fact comes to: its value; or nothing, where what it is about is not there; or unknown, with what would
  /// have to be declared.
  package struct Outcome: Sendable {
    package enum Result: Sendable {
      case value(Value)
      case none
      case unknown([String])
    }

    package let result: Result
    package let inputs: Inputs
    /// What was asked for and is undeclared, also where the result is decided without it.
    package let missing: [String]
  }

  private init(
    _ name: String, _ owner: Owner, _ type: FieldType, _ doc: String, formula: String?,
    _ compute: @escaping @Sendable (AnalyzedSystem, Part?, inout Inputs) -> Value?
  ) {
    self.name = name
    self.owner = owner
    self.type = type
    self.doc = doc
    self.formula = formula
    self.compute = compute
  }

  static func ofSystem(
    _ name: String, _ type: FieldType, _ doc: String, formula: String? = nil,
    _ compute: @escaping @Sendable (AnalyzedSystem, inout Inputs) -> Value?
  ) -> Fact {
    Fact(name, .system, type, doc, formula: formula) { system, _, inputs in compute(system, &inputs)
    }
  }

  static func of(
    _ collection: Collection, _ name: String, _ type: FieldType, _ doc: String,
    formula: String? = nil,
    _ compute: @escaping @Sendable (AnalyzedSystem, Part, inout Inputs) -> Value?
  ) -> Fact {
    Fact(name, .part(collection), type, doc, formula: formula) { system, part, inputs in
      part.flatMap { compute(system, $0, &inputs) }
    }
  }

  /// The fact of a system, or of one of its parts. A result that could be decided counts, whatever was missing.
  package func outcome(in system: AnalyzedSystem, of part: Part? = nil) -> Outcome {
    var inputs = Inputs()
    let value = compute(system, part, &inputs)
    // Of a component that may be anything, what comes to nothing may yet come to something.
    if value == nil, inputs.isComplete, let kind = part?.unknownPatterns { inputs.miss(kind.path) }
    let missing = inputs.isComplete ? [] : inputs.missing.sorted()
    let result: Outcome.Result =
      value.map(Outcome.Result.value)
      ?? (inputs.isComplete || inputs.hasNoResult ? .none : .unknown(missing))
    return Outcome(result: result, inputs: inputs, missing: missing)
  }
}

extension Fact {
  /// The fact as an input of another: what it lacks is missing there too.
  func value(in system: AnalyzedSystem, of part: Part? = nil, _ inputs: inout Inputs) -> Value? {
    switch outcome(in: system, of: part).result {
    case .value(let value): return value
    case .none: return nil
    case .unknown(let paths):
      inputs.miss(paths)
      return nil
    }
  }

  /// Every fact; a new one is a function and its place in one of these lists.
  package static let all: [Fact] = [
    sharing, neighbours, runs, storing, lifetime, identity, measuring, tradeoffs, loadForecasts,
    contextForecasts, replayForecasts, windowForecasts, compactionForecasts, stalenessForecasts,
    lagForecasts, collisionForecasts, duplicateForecasts, latencyForecasts, poolForecasts,
    capacityForecasts, recoveryForecasts, availabilityForecasts,
  ].flatMap(\.self)

  /// The facts of the system or of a collection, in the order of the reference.
  package static func all(of owner: Owner) -> [Fact] {
    switch owner {
    case .system: ofSystem
    case .part(.agents): ofAgents
    case .part(.components): ofComponents
    case .part(.stores): ofStores
    }
  }

  /// The fact of a name, as rules and checklists write it.
  package static func named(_ name: String, of owner: Owner) -> Fact? {
    all(of: owner).first { $0.name == name }
  }

  private static let ofSystem = all.filter { $0.owner == .system }
  private static let ofAgents = all.filter { $0.owner == .part(.agents) }
  private static let ofComponents = all.filter { $0.owner == .part(.components) }
  private static let ofStores = all.filter { $0.owner == .part(.stores) }
}
