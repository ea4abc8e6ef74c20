internal import Analysis
internal import Architecture
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
  func weight(of inputs: Inputs) -> UInt8 {
    var least = FieldMark.weightless
    _ = inputs.contains { reading in
      let weight = weight(
        of: reading.path, isKnownByImplementation: reading.isKnownByImplementation)
      least = min(least, weight)
      return least == EvidenceLevel.declared.weight
    }
    return least
  }
}
