package import Analysis
internal import Architecture
package import Expressions

/// One system as rules see it: every root and part a record whose fields are read when a rule asks for them. One thread
/// only ever touches it: a system is judged on the thread that began it, and locks would cost more than all that they
/// guard.
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
  private let mostSteps: Int
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
    glancer = Glancer(world, on: scale, doubtsGuards: doubtsGuards)
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

  /// Whether the rules have taken all the steps that they may.
  var isExhausted: Bool { spent + glancer.steps > mostSteps }
}

/// What a condition comes to.
enum Answer {
  case yes
  case no
  /// It cannot be told before something is declared: what, where it was evaluated; else the glance knows.
  case undeclared(Unknown?)
}

/// How grave a finding is: what its rule's conditions surely raise it to, and what those may which cannot be told.
struct Gravity {
  var surely: Severity
  var atWorst: Severity
  /// What would have to be declared to know, where that is to be told.
  var paths: [String] = []

  /// As grave as a fail of the rule is at least.
  init(of rule: Rule) {
    surely = rule.severity
    atWorst = rule.severity
  }
}

extension RuleWorld {
  func glance(_ condition: Glance?, about subject: MarkedRecord?) -> Glimpse {
    glancer.glance(condition, about: subject)
  }

  /// What a condition about a part comes to: what a glance told, and else what its evaluation gives.
  func answer(
    to condition: @autoclosure () -> Expression, seenAs glimpse: Glimpse, about part: Part?
  ) -> Result<Answer, EvaluationError> {
    switch glimpse {
    case .yes: .success(.yes)
    case .no: .success(.no)
    case .undeclared: .success(.undeclared(nil))
    case .unsure:
      condition().evaluate(variables(for: part), memory: self, doubtsGuards: doubtsGuards)
        .map(Answer.init)
    }
  }

  /// How grave it is where a rule fails.
  func gravity(
    of rule: Rule, about part: Part?, _ subject: MarkedRecord?, tellsPaths: Bool = false
  ) -> Gravity {
    var gravity = Gravity(of: rule)
    for raise in rule.raises where raise.severity > gravity.surely {
      let seen = glance(raise.condition.glance, about: subject)
      switch answer(to: raise.condition, seenAs: seen, about: part) {
      case .success(.yes):
        gravity.surely = raise.severity
        gravity.atWorst = max(gravity.atWorst, raise.severity)
      case .success(.undeclared(let unknown)):
        gravity.atWorst = max(gravity.atWorst, raise.severity)
        if tellsPaths { gravity.paths += paths(of: unknown) }
      case .success(.no), .failure: continue
      }
    }
    if gravity.atWorst == gravity.surely { gravity.paths = [] }
    return gravity
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

/// The records of all parts, made once, so that the same part is the same record.
final class PartRecords: @unchecked Sendable {
  @exclusivity(unchecked) private var records: [[MarkedRecord]] = []

  func fill(_ all: [[MarkedRecord]]) { records = all }

  /// Lets go of all records, which hold each other.
  func forget() {
    for all in records {
      for record in all { record.forget() }
    }
    records = []
  }

  func record(_ part: Part) -> MarkedRecord? {
    let collection = part.collection.index
    return collection < records.count && part.index < records[collection].count
      ? records[collection][part.index] : nil
  }
}

extension Collection {
  /// Its place among all.
  var index: Int {
    switch self {
    case .agents: 0
    case .components: 1
    case .stores: 2
    }
  }
}
