/// What stands behind the declared values that an evaluation reads: of all of them, the weakest.
final class Reads: Sendable {
  private let evidence: EvidenceLevels
  private let lowest = Confined<EvidenceLevel?>(nil)

  init(_ evidence: EvidenceLevels) {
    self.evidence = evidence
  }

  /// Nil where nothing was read since the beginning.
  var weakest: EvidenceLevel? { lowest.value }

  func begin() { lowest.value = nil }

  func note(_ level: EvidenceLevel?) {
    guard let level else { return }
    if let lowest = lowest.value, lowest <= level { return }
    lowest.value = level
  }

  /// What stands behind a value that is declared or known. Its path is asked for only where evidence may stand there.
  func level(of path: @autoclosure () -> String, isKnownByImplementation: Bool) -> EvidenceLevel {
    if isKnownByImplementation { return .implementationKnown }
    return evidence.isEmpty ? .declared : evidence[path()] ?? .declared
  }
}
