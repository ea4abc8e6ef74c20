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

  /// Whether more than its declaration stands behind any value.
  var hasEvidence: Bool { !evidence.isEmpty }

  /// What stands behind a value that the file declares.
  func level(of path: String) -> EvidenceLevel { evidence[path] ?? .declared }
}
