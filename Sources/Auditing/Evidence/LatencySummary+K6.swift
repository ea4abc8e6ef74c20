internal import JSON
internal import SourceText

extension LatencySummary {
  /// Reads what k6 writes at the end of a test, in either of its two shapes: `--summary-export` puts the numbers of a
  /// metric beside its name, `handleSummary` below `values`. Both count milliseconds.
  init(k6 bytes: [UInt8]) throws(Complaint) {
    let file: JSONValue
    do throws(JSONSyntaxError) {
      file = try JSONValue(parsing: bytes)
    } catch {
      throw Complaint("is not JSON: \(error.message)", help: Self.help)
    }
    guard case .object(let members)? = file["metrics"] else {
      throw Complaint("has no `metrics`, so it is no summary of k6", help: Self.help)
    }
    let metrics = members.compactMap(K6Metric.init)
    guard let metric = Self.lookup(among: metrics) else {
      throw Complaint(
        "has no p(95) of a lookup, and none of http_req_duration",
        help: "run k6 with --summary-trend-stats=\"med,p(95),p(99)\"")
    }
    try self.init(metric.name, p50: metric.p50, p95: metric.p95, p99: metric.p99)
  }

  private static let help = "write it with `k6 run --summary-export=FILE`"

  /// The metric that tells how long a lookup of state takes: one that says so in its name, the slowest of several;
  /// or else that of all requests.
  private static func lookup(among metrics: [K6Metric]) -> K6Metric? {
    metrics.filter(\.isLookup).max { ($0.p95, $1.name) < ($1.p95, $0.name) }
      ?? metrics.first { $0.name == "http_req_duration" }
  }
}

/// A metric of times.
private struct K6Metric {
  let name: String
  let p50: Double?
  let p95: Double
  let p99: Double?

  init?(_ member: JSONValue.Member) {
    let values = member.value["values"] ?? member.value
    guard let p95 = values["p(95)"]?.number, member.value["contains"] != "data" else { return nil }
    name = member.name
    p50 = (values["med"] ?? values["p(50)"])?.number
    self.p95 = p95
    p99 = values["p(99)"]?.number
  }

  /// Whether the name speaks of reading state: `state_lookup`, `memory_read_duration`,
  /// `http_req_duration{name:lookup}`.
  var isLookup: Bool {
    let words = name.lowercased().split { !$0.isLetter }
    let reads: [Substring] = ["read", "reads", "get", "load", "fetch", "recall", "retrieval"]
    let state: [Substring] = ["state", "memory", "store", "session", "history"]
    return words.contains { $0 == "lookup" || $0 == "lookups" }
      || words.contains(where: reads.contains) && words.contains(where: state.contains)
  }
}
