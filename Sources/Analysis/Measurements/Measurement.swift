package import Architecture
package import SourceText

/// A time that was measured, and stands in place of what the file declares at the same path.
package struct Measurement: Sendable, Hashable {
  /// `stores.redis.latency.p95`
  package let path: String
  package let nanoseconds: Int64
  /// What the file declares; nil where it does not.
  package let declared: Int64?
  /// The evidence that says so.
  package let source: Span

  package init(_ nanoseconds: Int64, at path: String, of file: ArchitectureFile, source: Span) {
    self.path = path
    self.nanoseconds = nanoseconds
    self.source = source
    declared = if case .nanoseconds(let time)? = file.value(at: path) { time } else { nil }
  }

  /// Whether it is worse than what is declared, by more than the noise of measuring: a tenth.
  package var isContradiction: Bool {
    declared.map { Double(nanoseconds) > Double($0) * 1.1 } ?? false
  }
}
