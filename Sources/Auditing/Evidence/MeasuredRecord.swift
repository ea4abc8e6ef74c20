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
    guard let type = Self.recordType(at: names), type.index(of: "p95") != nil,
      wanted.map({ type.index(of: $0) != nil }) ?? true
    else { return nil }
    self.path = names.joined(separator: ".")
    self.wanted = wanted
    percentiles = Self.known.filter { type.index(of: $0) != nil }
  }

  private static let known = ["p50", "p95", "p99"]

  /// The description of the record at the end of a path of names and ids.
  private static func recordType(at names: [String]) -> RecordType? {
    var type = RecordType.architecture
    var rest = names[...]
    while let name = rest.popFirst() {
      guard let index = type.index(of: name) else { return nil }
      switch type.fields[index].type {
      case .record(let inner): type = inner
      case .list(.record(let element)) where element.isElement && !rest.isEmpty:
        type = element
        rest.removeFirst()
      default: return nil
      }
    }
    return type
  }
}
