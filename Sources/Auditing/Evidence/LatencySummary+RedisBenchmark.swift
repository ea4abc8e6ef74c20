internal import Architecture
internal import SourceText

extension LatencySummary {
  /// Reads what `redis-benchmark --csv` writes: the row of GET, the slowest of several; or else the slowest row.
  init(redisBenchmark bytes: [UInt8]) throws(Complaint) {
    let rows = try CSVRow.rows(bytes)
    guard let start = rows.firstIndex(where: { $0.cells.contains("p95_latency_ms") }) else {
      guard let first = rows.first, first.cells.count == 2, plainDecimal(first.cells[1]) != nil
      else {
        throw Complaint("is no output of redis-benchmark", help: Self.help)
      }
      throw Complaint(
        "holds requests per second, and no latencies",
        help: "write it with redis-benchmark of Redis 6.2 or later, or with that of Valkey")
    }
    let header = rows[start].cells
    let tests = try rows[(start + 1)...].filter { $0.cells != header }.map {
      (row) throws(Complaint) in
      try RedisTest(row, header: header)
    }
    let reads = tests.filter(\.isGet)
    guard let slowest = (reads.isEmpty ? tests : reads).max(by: { $0.isFaster(than: $1) }) else {
      throw Complaint("holds no test", help: Self.help)
    }
    try self.init(slowest.name, p50: slowest.p50, p95: slowest.p95, p99: slowest.p99)
  }

  private static let help = "write it with `redis-benchmark -t get --csv`"
}

/// One row: how long one command took.
private struct RedisTest {
  let name: String
  let p50: Double?
  let p95: Double
  let p99: Double?

  init(_ row: CSVRow, header: [String]) throws(Complaint) {
    guard row.cells.count == header.count else {
      throw Complaint(
        "has \(row.cells.count) cells in line \(row.line), and its header has \(header.count)")
    }
    func milliseconds(_ column: String) throws(Complaint) -> Double? {
      guard let index = header.firstIndex(of: column) else { return nil }
      guard let number = plainDecimal(row.cells[index]) else {
        throw Complaint("has no number in line \(row.line), column \(column)")
      }
      return number
    }
    name = row.cells[0]
    p50 = try milliseconds("p50_latency_ms")
    p95 = try milliseconds("p95_latency_ms") ?? 0
    p99 = try milliseconds("p99_latency_ms")
  }

  /// A command of one's own is written out: `GET user:1`.
  var isGet: Bool { name.split(separator: " ").first?.lowercased() == "get" }

  func isFaster(than other: RedisTest) -> Bool { (p95, other.name) < (other.p95, name) }
}
