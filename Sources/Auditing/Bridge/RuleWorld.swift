package import Analysis
internal import Architecture
package import Expressions

/// One system as rules see it: every root and part a record whose fields are read when a rule asks for them.
package final class RuleWorld: Sendable {
  package let system: AnalyzedSystem
  /// The values of the roots that all rules share, in the order of their variables.
  let roots: [Expressions.Value]
  /// What the verdict that is being found rests on.
  let reads: Reads
  private let records: PartRecords
  private let shared = Confined<[ObjectIdentifier: SharedValue]>([:])
  /// For each part, the roots and the part.
  private let variablesOfParts: [[[Expressions.Value]]]
  private let isDeclared: [Bool]
  private let spent = Confined(0)
  private let mostSteps: Int
  /// The patterns of each component.
  let patterns: [PatternSet]

  /// Some seconds of work; 10,000 components of known kinds take a sixteenth of it.
  package static let mostSteps = 100_000_000

  /// - Parameters:
  ///   - evidence: What stands behind declared values.
  ///   - mostSteps: How long all rules may take together.
  package init(
    _ system: AnalyzedSystem, today: TimestampValue, evidence: EvidenceLevels = EvidenceLevels(),
    mostSteps: Int = mostSteps
  ) {
    self.system = system
    self.mostSteps = mostSteps
    let records = PartRecords()
    let reads = Reads(evidence)
    self.reads = reads
    self.records = records
    let conversion = Conversion(system: system, records: records, reads: reads)
    let parts = Collection.allCases.map { collection in
      system.parts(collection).map { part in
        ReadingRecord(
          part.reading, type: collection.recordType, part: part, conversion: conversion)
      }
    }
    records.fill(parts)
    let root = Architecture.RecordType.architecture
    let roots =
      root.fields.indices.map { index in
        conversion.value(system.root.field(at: index, of: root), as: root.fields[index].type)
      } + [.timestamp(today)]
    self.roots = roots
    variablesOfParts = parts.map { $0.map { roots + [.record($0)] } }
    patterns = system.components.map { PatternSet(of: $0) }
    isDeclared = Collection.allCases.map { !system.root[$0.rawValue].isUndeclared }
  }

  deinit {
    shared.value = [:]
    records.forget()
  }

  /// The variables' values for a rule about a part, or about the system.
  func variables(for subject: Part?) -> [Expressions.Value] {
    subject.map { variablesOfParts[$0.collection.index][$0.index] } ?? roots
  }

  /// The variables' values for each part of a collection; nil where the file does not say which there are.
  func subjects(_ collection: Collection) -> [[Expressions.Value]]? {
    isDeclared[collection.index] ? variablesOfParts[collection.index] : nil
  }
}

extension RuleWorld: Memory {
  package func spend(_ steps: Int) { spent.value += steps }

  /// Whether the rules have taken all the steps that they may.
  var isExhausted: Bool { spent.value > mostSteps }

  package func value(
    _ key: ObjectIdentifier, _ compute: () -> Result<Expressions.Value, EvaluationError>
  ) -> Result<Expressions.Value, EvaluationError> {
    if let known = shared.value[key] {
      reads.note(known.evidence)
      return known.outcome
    }
    let before = reads.weakest
    reads.begin()
    let outcome = compute()
    shared.value[key] = SharedValue(outcome: outcome, evidence: reads.weakest)
    reads.note(before)
    return outcome
  }
}

/// What is the same for all subjects of a rule, and the weakest evidence behind what is read for it.
struct SharedValue: Sendable {
  let outcome: Result<Expressions.Value, EvaluationError>
  let evidence: EvidenceLevel?
}

/// The records of all parts, made once, so that the same part is the same record.
final class PartRecords: Sendable {
  private let records = Confined<[[ReadingRecord]]>([])

  func fill(_ all: [[ReadingRecord]]) { records.value = all }

  /// Lets go of all records, which hold each other.
  func forget() {
    for record in records.value.joined() { record.forget() }
    records.value = []
  }

  func record(_ part: Part) -> ReadingRecord? {
    let all = records.value
    let collection = part.collection.index
    return collection < all.count && part.index < all[collection].count
      ? all[collection][part.index] : nil
  }
}

/// A value that changes and that only one thread ever touches: a system is judged on the thread that began it. Locks
/// would cost more than all that they guard.
final class Confined<Value>: @unchecked Sendable {
  @exclusivity(unchecked) var value: Value

  init(_ value: Value) {
    self.value = value
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
