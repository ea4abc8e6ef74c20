import SourceText
import Testing

@testable import Auditing

/// What measuring tools write, and what is made of it.
@Suite struct EvidenceFormatTests {
  /// As `k6 run --summary-export` writes it.
  private static let exported = """
    {
        "root_group": {"name": "", "path": "", "groups": {}, "checks": {}},
        "metrics": {
            "checks": {"passes": 90412, "fails": 0, "value": 1},
            "http_req_duration": {
                "avg": 6.312, "min": 1.874, "med": 4.071, "max": 61.33, "p(90)": 12.96, "p(95)": 17.64
            },
            "http_req_duration{expected_response:true}": {
                "avg": 6.3, "min": 1.8, "med": 4, "max": 61, "p(90)": 12.9, "p(95)": 17.6
            },
            "http_reqs": {"count": 90412, "rate": 502.28},
            "vus": {"value": 150, "min": 150, "max": 150}
        }
    }
    """

  /// As `handleSummary` gets it.
  private static let handled = """
    {"options": {"summaryTrendStats": ["med", "p(95)", "p(99)"], "summaryTimeUnit": ""},
     "state": {"isStdOutTTY": false, "testRunDurationMs": 60012.3},
     "metrics": {
       "http_req_duration": {"type": "trend", "contains": "time",
         "values": {"med": 40, "p(95)": 90.5, "p(99)": 120}, "thresholds": {"p(95)<200": {"ok": true}}},
       "memory_lookup": {"type": "trend", "contains": "time",
         "values": {"med": 1.5, "p(95)": 3.25, "p(99)": 8}},
       "lookup_size": {"type": "trend", "contains": "data",
         "values": {"med": 900, "p(95)": 4000, "p(99)": 5000}},
       "lookup_errors": {"type": "rate", "contains": "default", "values": {"rate": 0, "passes": 0, "fails": 9}}
     }}
    """

  private static let header =
    #""test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms""#
  private static let get =
    #""GET","105263.16","0.262","0.080","0.247","0.391","0.591","1.215""#
  private static let set =
    #""SET","98039.22","0.301","0.096","0.279","0.455","0.703","2.055""#

  private static let us: Int64 = 1_000

  static let summaries: [(Evidence.Format, String, LatencySummary?)] = [
    (.k6, exported, try? LatencySummary("http_req_duration", p50: 4.071, p95: 17.64, p99: nil)),
    (.k6, handled, try? LatencySummary("memory_lookup", p50: 1.5, p95: 3.25, p99: 8)),
    (
      .k6, #"{"metrics": {"state_read": {"p(95)": 2}, "session_get": {"p(95)": 3}}}"#,
      try? LatencySummary("session_get", p50: nil, p95: 3, p99: nil)
    ),
    (
      .k6, #"{"metrics": {"http_req_duration{name:lookup}": {"p(50)": 1, "p(95)": 2}}}"#,
      try? LatencySummary("http_req_duration{name:lookup}", p50: 1, p95: 2, p99: nil)
    ),
    (
      .redisBenchmark, "\(header)\n\(set)\n\(get)\n",
      try? LatencySummary("GET", p50: 0.247, p95: 0.391, p99: 0.591)
    ),
    (
      .redisBenchmark,
      "WARNING: Could not fetch server CONFIG\r\n\(header)\r\n\(get)\r\n\(header)\r\n\(get)",
      try? LatencySummary("GET", p50: 0.247, p95: 0.391, p99: 0.591)
    ),
    (
      .redisBenchmark,
      "\(header)\n\(get)\n\"get user:1, \"\"quoted\"\"\",\"1\",\"1\",\"1\",\"1\",\"2\",\"3\",\"4\"",
      try? LatencySummary("get user:1, \"quoted\"", p50: 1, p95: 2, p99: 3)
    ),
    (
      .redisBenchmark, "\(header)\n\"MGET (10 keys)\",1,1,1,1,2,3,4\n\(set)",
      try? LatencySummary("MGET (10 keys)", p50: 1, p95: 2, p99: 3)
    ),
    (
      .redisBenchmark, "test,p95_latency_ms\nGET,0.5",
      try? LatencySummary("GET", p50: nil, p95: 0.5, p99: nil)
    ),
  ]

  @Test(arguments: summaries)
  func percentilesAreRead(format: Evidence.Format, text: String, expected: LatencySummary?) throws {
    let summary = try LatencySummary(Array(text.utf8), format)
    #expect(summary == expected)
  }

  @Test func millisecondsBecomeNanoseconds() throws {
    let summary = try LatencySummary(Array("\(Self.header)\n\(Self.get)".utf8), .redisBenchmark)
    #expect(summary.p95 == 391 * Self.us)
  }

  static let refused: [(Evidence.Format, String, String)] = [
    (.k6, "", "is not JSON: the text ends where a value must stand"),
    (.k6, String(exported.prefix(300)), "is not JSON: "),
    (.k6, "[]", "has no `metrics`, so it is no summary of k6"),
    (.k6, #"{"metrics": 7}"#, "has no `metrics`"),
    (.k6, #"{"metrics": {}}"#, "has no p(95) of a lookup, and none of http_req_duration"),
    (.k6, #"{"metrics": {"http_req_duration": {"avg": 3}}}"#, "has no p(95)"),
    (.k6, #"{"metrics": {"http_req_duration": {"p(95)": "17"}}}"#, "has no p(95)"),
    (.k6, #"{"metrics": {"http_req_duration": {"p(95)": -1}}}"#, "that are no times"),
    (.k6, #"{"metrics": {"http_req_duration": {"p(95)": 1e300}}}"#, "that are no times"),
    (
      .k6, #"{"metrics": {"http_req_duration": {"p(95)": 0}}}"#,
      "measured nothing of `http_req_duration`: its 95th percentile is 0"
    ),
    (
      .k6, #"{"metrics": {"http_req_duration": {"med": 20, "p(95)": 10}}}"#,
      "that fall from one to the next"
    ),
    (.k6, #"{"metrics": {"\u001b[31m_lookup": {"p(95)": 0}}}"#, "measured nothing of `"),
    (.k6, String(repeating: "[", count: 100_000), "is not JSON: the text is nested deeper than"),
    (.redisBenchmark, "", "is no output of redis-benchmark"),
    (
      .redisBenchmark, "\"PING_INLINE\",\"98039.22\"\n\"GET\",\"105263.16\"\n",
      "holds requests per second, and no latencies"
    ),
    (.redisBenchmark, "<html><body>404</body></html>", "is no output of redis-benchmark"),
    (.redisBenchmark, header, "holds no test"),
    (.redisBenchmark, "\(header)\n\"GET\",\"1\"", "has 2 cells in line 2, and its header has 8"),
    (.redisBenchmark, "\(header)\n\"GET\",\"1", "has in line 2 a quote that does not end"),
    (
      .redisBenchmark, "\(header)\n=cmd|'/c calc'!A1,1,1,1,1,+2,3,4",
      "has no number in line 2, column p95_latency_ms"
    ),
    (.redisBenchmark, "\(header)\nGET,1,1,1,nan,nan,nan,nan", "has no number in line 2"),
    (.redisBenchmark, "\(header)\nGET,1,1,1,0x1,0x2,0x3,0x4", "has no number in line 2"),
    (.redisBenchmark, "\(header)\nGET,1,1,1,1e9,2e9,3e9,4e9", "has no number in line 2"),
    (.redisBenchmark, "\(header)\nGET,1,1,1,,,,", "has no number in line 2"),
    (.redisBenchmark, "\(header)\nGET,0,0,0,0,0,0,0", "measured nothing of `GET`"),
    (
      .redisBenchmark, "\(header)\nGET,1,1,1,1,\(String(repeating: "9", count: 500)),3,4",
      "that are no times"
    ),
  ]

  @Test(arguments: refused)
  func whatCannotBeReadIsSaidSo(format: Evidence.Format, text: String, message: String) throws {
    let complaint = try #require(throws: Complaint.self) {
      try LatencySummary(Array(text.utf8), format)
    }
    #expect(complaint.message.contains(message))
    #expect(!complaint.message.utf8.contains(0x1B))
  }

  /// Whatever is cut off or changed is read or refused, and nothing else happens.
  @Test func brokenFilesAreRefusedOrRead() {
    for (format, text) in [
      (Evidence.Format.k6, Self.handled),
      (.redisBenchmark, "\(Self.header)\n\(Self.set)\n\(Self.get)"),
    ] {
      let bytes = Array(text.utf8)
      for end in bytes.indices { expectAnAnswer(to: Array(bytes[..<end]), format) }
      for index in bytes.indices {
        for byte: UInt8 in [0, 0x22, 0x2C, 0x0A, 0x39, 0xFF] {
          var changed = bytes
          changed[index] = byte
          expectAnAnswer(to: changed, format)
        }
      }
    }
  }

  /// A percentile that makes sense, or a complaint that says what is wrong.
  private func expectAnAnswer(to bytes: [UInt8], _ format: Evidence.Format) {
    do throws(Complaint) {
      let summary = try LatencySummary(bytes, format)
      #expect(summary.p95 > 0 && (summary.p50 ?? 0) >= 0 && (summary.p99 ?? 0) >= 0)
    } catch {
      #expect(!error.message.isEmpty)
    }
  }
}
