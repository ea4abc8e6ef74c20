internal import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

/// Reads bytes as what measuring tools write, each in turn.
enum EvidenceTrial {
  private static let architecture = ArchitectureReading(
    SourceFile(
      name: "arch.yaml",
      text: """
        memaudit: 1
        system: {name: Measured}
        components: [{id: notes, kind: scratchpad, store: kept}, {id: more, kind: scratchpad, store: other}]
        stores:
          - {id: kept, kind: redis, latency: {p50: 1ms, p95: 3ms, p99: 9ms}}
          - {id: other, kind: redis, latency: {p95: 3ms}}
        evidence:
          - {for: stores.kept.latency, file: input, format: k6, dated: 2026-10-01}
          - {for: stores.other.latency.p95, file: input, format: redis-benchmark, dated: 2026-10-01}
        """)
  ).architecture

  static func complaints(about bytes: [UInt8]) -> [String] {
    guard let architecture else { return ["the architecture of this trial is none"] }
    let files = EvidenceFiles(missing: { _ in nil }, read: { _ in .success(bytes) })
    let review = EvidenceReview(of: architecture, today: ArchitectureTrial.today, files: files)
    let isMeasured = !review.measurements.isEmpty
    let isRefused = review.evidence.contains {
      if case .unreadable = $0.status { true } else { false }
    }
    var complaints = Expectations.hold(
      for: review.diagnostics, in: architecture.file, isUsable: review.diagnostics.isEmpty)
    if !isMeasured, !isRefused { complaints.append("neither a measurement nor a reason") }
    for measurement in review.measurements where measurement.nanoseconds < 0 {
      complaints.append("\(measurement.path) takes \(measurement.nanoseconds) ns")
    }
    return complaints
  }
}
