package import Analysis
internal import Architecture
package import Expressions
internal import SourceText

/// One system as rules see it: every root and part a record whose fields are read when a rule asks for them. One thread
/// at a time touches it: each judge has its own, and locks would cost more than all that they guard.
package final class RuleWorld: @unchecked Sendable {
  package let system: AnalyzedSystem
  /// Takes notice of what stands behind the values that are read for the verdict that is being found.
  private let scale: Scale
  private let records: PartRecords
  /// The record of the roots that all rules share.
  private let world: MarkedRecord
  private let today: TimestampValue
  private let glancer: Glancer
  @exclusivity(unchecked) private var knownRoots: [Expressions.Value] = []
  @exclusivity(unchecked) private var shared: [ObjectIdentifier: SharedValue] = [:]
  @exclusivity(unchecked) private var spent = 0
  let mostSteps: Int
  private let doubtsGuards: Bool

  /// Some seconds of work; 10,000 components of known kinds take a sixteenth of it.
  package static let mostSteps = 100_000_000

  /// - Parameters:
  ///   - evidence: What stands behind declared values.
  ///   - mostSteps: How long all rules may take together.
  ///   - doubtsGuards: Whether `declared(…)` of what is not declared is undeclared, and not false.
  package init(
    _ system: AnalyzedSystem, today: TimestampValue, evidence: EvidenceLevels = EvidenceLevels(),
    mostSteps: Int = mostSteps, doubtsGuards: Bool = false
  ) {
    self.system = system
    self.today = today
    self.mostSteps = mostSteps
    self.doubtsGuards = doubtsGuards
    records = PartRecords()
    let reads = Reads(evidence)
    scale = reads.scale
    let conversion = Conversion(system: system, records: records, reads: reads)
    records.fill(
      Collection.allCases.map { collection in
        system.parts(collection).map { part in
          conversion.record(part.reading, as: collection.recordType, part: part)
        }
      })
    world = conversion.record(system.root, as: .architecture, isWeighed: false)
    glancer = Glancer(world, on: scale, doubtsGuards: doubtsGuards, mostSteps: mostSteps)
  }

  deinit {
    shared = [:]
    records.forget()
    world.forget()
  }

  /// The record of a part; nil for the system as a whole.
  func subject(_ part: Part?) -> MarkedRecord? { part.flatMap(records.record) }

  /// The variables' values for a rule about a part, or about the system.
  func variables(for part: Part?) -> [Expressions.Value] {
    if knownRoots.isEmpty {
      let fields = Architecture.RecordType.architecture.fields.indices
      knownRoots = fields.map(world.value) + [.timestamp(today)]
    }
    return knownRoots + (subject(part).map { [.record($0)] } ?? [])
  }

  /// How many steps the rules have taken.
  var steps: Int { spent + glancer.steps }

  /// Whether the rules have taken all the steps that they may.
  var isExhausted: Bool { steps > mostSteps }
}

/// An expression of a rule that has no value, and its place in the checklist.
struct NoValue: Error {
  let error: EvaluationError
  let span: Span
}

/// What a condition comes to.
enum Answer {
  case yes
  case no
  /// It cannot be told before something is declared: what, where it was evaluated; else the glance knows.
  case undeclared(Unknown?)
}

extension RuleWorld {
  func glance(_ condition: Glance?, about subject: MarkedRecord?) -> Glimpse {
    glancer.glance(condition, about: subject)
  }

  /// What a condition about a part comes to: what a glance told, and else what its evaluation gives. Where there is none,
  /// it is kept.
  func answer(
    to condition: @autoclosure () -> Expression?, seenAs glimpse: Glimpse, about part: Part?
  ) -> Result<Answer, EvaluationError> {
    switch glimpse {
    case .yes: .success(.yes)
    case .no: .success(.no)
    case .undeclared: .success(.undeclared(nil))
    case .unsure:
      condition()?.evaluate(variables(for: part), memory: self, doubtsGuards: doubtsGuards)
        .map(Answer.init) ?? .success(.yes)
    }
  }

  /// What would have to be declared, right after the answer that says so.
  func paths(of unknown: Unknown?) -> [String] { unknown?.paths ?? glancer.undeclaredPaths }

  /// What stands behind the values that were read since the beginning; nil where none were.
  var weakestEvidence: EvidenceLevel? {
    EvidenceLevel(weight: scale.least)
  }

  func beginReading() { scale.begin() }
}

extension Answer {
  fileprivate init(_ value: Expressions.Value) {
    switch value {
    case .bool(true): self = .yes
    case .unknown(let unknown): self = .undeclared(unknown)
    default: self = .no
    }
  }
}

extension RuleWorld: Memory {
  package func spend(_ steps: Int) { spent += steps }

  package func value(
    _ key: ObjectIdentifier, _ compute: () -> Result<Expressions.Value, EvaluationError>
  ) -> Result<Expressions.Value, EvaluationError> {
    if let known = shared[key] {
      scale.note(known.weight)
      return known.outcome
    }
    let before = scale.least
    scale.begin()
    let outcome = compute()
    shared[key] = SharedValue(outcome: outcome, weight: scale.least)
    scale.note(before)
    return outcome
  }
}

/// What is the same for all subjects of a rule, and the least that stands behind what is read for it.
struct SharedValue: Sendable {
  let outcome: Result<Expressions.Value, EvaluationError>
  let weight: UInt8
}
