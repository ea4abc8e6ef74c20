internal import SourceText

/// The percentiles that a measurement gives, in nanoseconds.
struct LatencySummary: Equatable {
  /// What was measured, in the words of the tool: the name of a metric or of a test.
  let name: String
  let p50: Int64?
  let p95: Int64
  let p99: Int64?

  /// Checks what a tool wrote, in milliseconds, before anybody believes it.
  init(_ name: String, p50: Double?, p95: Double, p99: Double?) throws(Complaint) {
    let shown = printable(name)
    let all = [p50, p95, p99].compactMap(\.self)
    guard all.allSatisfy({ $0.isFinite && $0 >= 0 && $0 < Self.longest }) else {
      throw Complaint("gives percentiles of `\(shown)` that are no times")
    }
    guard p95 > 0 else {
      throw Complaint("measured nothing of `\(shown)`: its 95th percentile is 0")
    }
    guard zip(all, all.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw Complaint("gives percentiles of `\(shown)` that fall from one to the next")
    }
    self.name = name
    self.p50 = p50.map(Self.nanoseconds)
    self.p95 = Self.nanoseconds(p95)
    self.p99 = p99.map(Self.nanoseconds)
  }

  /// A day, in milliseconds: no lookup takes longer.
  private static let longest = 86_400_000.0

  private static func nanoseconds(_ milliseconds: Double) -> Int64 {
    Int64((milliseconds * 1e6).rounded())
  }
}
