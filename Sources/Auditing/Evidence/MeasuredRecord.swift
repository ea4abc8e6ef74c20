internal import Architecture

/// The record of times that a measurement tells: `stores.redis.latency`, or the load test.
struct MeasuredRecord: Hashable {
  let path: String
  /// The percentiles that it has.
  let percentiles: [String]
  /// The percentile that was asked for; nil for the whole record.
  let wanted: String?

  /// Nil where the path leads to no times: a store's size, an objective.
  init?(_ path: String) {
    var names = path.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    let wanted = names.last.flatMap { Self.known.contains($0) ? $0 : nil }
    if wanted != nil { names.removeLast() }
    let path = names.joined(separator: ".")
    guard let type = Self.recordType(at: path), type.index(of: "p95") != nil,
      wanted.map({ type.index(of: $0) != nil }) ?? true
    else { return nil }
    self.path = path
    self.wanted = wanted
    percentiles = Self.known.filter { type.index(of: $0) != nil }
  }

  private static let known = ["p50", "p95", "p99"]

  /// The description of the record at the end of a path.
  private static func recordType(at path: String) -> RecordType? {
    let walk = PathWalk(path)
    guard walk.end == nil else { return nil }
    switch walk.steps.last {
    case .field(let field, _):
      if case .record(let type) = field.type { return type }
      return nil
    case .element(_, let collection): return collection.recordType
    case nil: return nil
    }
  }
}
