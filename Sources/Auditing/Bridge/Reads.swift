internal import Analysis
internal import Expressions

/// What stands behind the values that rules read.
final class Reads: Sendable {
  private let evidence: EvidenceLevels
  /// Of those that are read for one verdict, the least.
  let scale = Scale()

  init(_ evidence: EvidenceLevels) {
    self.evidence = evidence
  }

  /// What stands behind a value that is declared or known. Its path is asked for only where evidence may stand there.
  func weight(of path: @autoclosure () -> String, isKnownByImplementation: Bool) -> UInt8 {
    if isKnownByImplementation { return EvidenceLevel.implementationKnown.weight }
    let level = evidence.isEmpty ? .declared : evidence[path()] ?? .declared
    return level.weight
  }

  /// The least that stands behind what a fact follows from.
  func weight(of inputs: [Inputs.Input]) -> UInt8 {
    inputs.reduce(FieldMark.weightless) {
      min($0, weight(of: $1.path, isKnownByImplementation: $1.isKnownByImplementation))
    }
  }
}
