import Analysis
import Architecture
import SourceText
import Testing

@testable import Auditing

@Suite struct EvidenceReviewTests {
  private static let files = [
    "fast.json": #"{"metrics": {"http_req_duration": {"med": 4, "p(95)": 17.5}}}"#,
    "slow.json": #"{"metrics": {"http_req_duration": {"med": 10, "p(95)": 31, "p(99)": 80}}}"#,
    "notes.md": "We looked at it.",
  ]

  private func review(
    _ evidence: String, today: String = "2026-09-01", read: @escaping (String) -> Void = { _ in }
  ) throws -> (
    ArchitectureFile, EvidenceReview
  ) {
    let text = """
      memaudit: 1
      system: {name: N}
      components: [{id: c, store: redis}]
      stores: [{id: redis, size: 1GB, latency: {p95: 20ms}}, {id: files}]
      validation: {load_test: {p95: 90ms}}
      evidence: [\(evidence)]
      """
    let reading = ArchitectureReading(SourceFile(name: "f", text: text))
    #expect(reading.diagnostics == [])
    let file = try #require(reading.architecture)
    let parts = today.split(separator: "-").compactMap { Int($0) }
    let date = try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
    let files = EvidenceFiles(
      missing: { Self.files[$0] == nil ? Complaint("cannot be read: there is none") : nil },
      read: { name in
        read(name)
        return Self.files[name].map { .success(Array($0.utf8)) }
          ?? .failure(Complaint("cannot be read: there is none"))
      })
    return (file, EvidenceReview(of: file, today: date, files: files))
  }

  @Test func aMeasurementTellsEveryPercentileThatItHas() throws {
    for path in ["stores.redis.latency", "stores.redis.latency.p95", "stores.redis.latency.p50"] {
      let (_, review) = try review("{for: \(path), file: fast.json, format: k6}")
      #expect(review.evidence.map(\.status) == [.valid])
      #expect(review.levels["stores.redis.latency.p95"] == .measured)
      #expect(review.evidence.map(\.measured) == ["http_req_duration"])
      #expect(
        review.measurements.map(\.path) == ["stores.redis.latency.p50", "stores.redis.latency.p95"])
      #expect(review.measurements.map(\.nanoseconds) == [4_000_000, 17_500_000])
      #expect(review.levels["stores.redis.latency.p95"] == .measured)
      #expect(review.levels["stores.redis.latency.at_concurrency"] == nil)
      #expect(review.diagnostics == [])
    }
  }

  @Test func aFileIsReadOnceHoweverOftenItIsNamed() throws {
    var reads: [String] = []
    let evidence = [
      "{for: stores.redis.latency, file: fast.json, format: k6}",
      "{for: stores.files.latency, file: fast.json, format: k6}",
      "{for: validation.load_test, file: fast.json, format: redis-benchmark}",
      "{for: stores.redis.latency, file: gone.json, format: k6}",
      "{for: stores.files.latency, file: gone.json, format: k6}",
    ]
    let (_, review) = try review(evidence.joined(separator: ", ")) { reads.append($0) }
    #expect(reads == ["fast.json", "fast.json", "gone.json"])
    #expect(review.evidence.filter { $0.status == .valid }.count == 2)
    #expect(review.unread.count == 3)
  }

  @Test func theLoadTestIsMeasuredToo() throws {
    let (_, review) = try review("{for: validation.load_test, file: slow.json, format: k6}")
    #expect(review.measurements.map(\.path) == ["validation.load_test.p95"])
    #expect(review.evidence.map(\.status) == [.valid])
  }

  @Test func aWorseMeasurementContradicts() throws {
    let (_, review) = try review("{for: stores.redis.latency.p95, file: slow.json, format: k6}")
    #expect(review.levels["stores.redis.latency.p95"] == .measured)
    #expect(
      review.diagnostics.map(\.message)
        == ["`stores.redis.latency.p95` is declared as 20 ms, and 31 ms was measured"])
  }

  @Test func nothingIsContradictedWhereNothingIsDeclared() throws {
    let (_, review) = try review("{for: stores.files.latency, file: slow.json, format: k6}")
    #expect(review.evidence.map(\.status) == [.valid])
    #expect(review.measurements.count == 3)
  }

  /// Days are counted from `dated`; on the last one evidence still holds.
  static let ages: [(String, String, Bool)] = [
    ("dated: 2026-08-02, valid_for: 30d", "2026-09-01", false),
    ("dated: 2026-08-02, valid_for: 30d", "2026-09-02", true),
    ("dated: 2026-08-31, valid_for: 36h", "2026-09-01", false),
    ("dated: 2026-08-31, valid_for: 36h", "2026-09-02", true),
    ("dated: 2026-09-01, valid_for: 0s", "2026-09-01", false),
    ("dated: 2026-08-31, valid_for: 23h", "2026-09-01", true),
    ("dated: 2028-02-28, valid_for: 1d", "2028-02-29", false),
    ("dated: 2028-02-28, valid_for: 1d", "2028-03-01", true),
    ("dated: 9999-12-31, valid_for: 14000w", "9999-12-31", false),
    ("dated: 0001-01-01, valid_for: 1ms", "2026-09-01", true),
    ("dated: 2001-01-01", "2026-09-01", false),
    ("dated: 2001-01-01, valid_for: none", "2026-09-01", false),
    ("dated: none, valid_for: 1d", "2026-09-01", false),
    ("valid_for: 1d", "2026-09-01", false),
  ]

  @Test(arguments: ages, ["notes.md, format: document", "fast.json, format: k6"])
  func evidenceExpires(age: (String, String, Bool), file: String) throws {
    let (_, review) = try review(
      "{for: stores.redis.latency.p95, file: \(file), \(age.0)}", today: age.1)
    let evidence = try #require(review.evidence.first)
    #expect(evidence.isExpired == age.2)
    #expect((review.levels["stores.redis.latency.p95"] == nil) == age.2)
    #expect(review.measurements.isEmpty == (age.2 || evidence.format == .document))
    #expect(review.diagnostics.count == (age.2 ? 1 : 0))
  }

  /// A format that only the vocabulary knows would be read as a document.
  @Test func formatsAreThoseOfTheVocabulary() {
    let evidence = RecordType.architecture.fields.first { $0.name == "evidence" }?.type.recordType
    let format = evidence?.fields.first { $0.name == "format" }?.type
    #expect(format?.choice?.names == Evidence.Format.allCases.map(\.rawValue))
  }

  @Test func whatIsOddIsTold() throws {
    let (_, review) = try review(
      """
      {for: stores.redis.size, file: notes.md, valid_for: 1d},
      {for: stores.redis.size, file: notes.md, dated: 2026-09-02}, {for: stores.redis.size, file: notes.md}
      """)
    #expect(
      review.evidence.map(\.notes) == [
        ["it says how long it holds, and not from when: write `dated`"],
        ["it is dated after today"], [],
      ])
    #expect(review.evidence.map(\.format) == [.document, .document, .document])
  }

  @Test func theLastMeasurementCountsWhateverTheOrder() throws {
    let new = "{for: stores.redis.latency, file: fast.json, format: k6, dated: 2026-08-01}"
    let old = "{for: stores.redis.latency.p95, file: slow.json, format: k6, dated: 2025-08-01}"
    let undated = "{for: stores.redis.latency.p95, file: slow.json, format: k6}"
    for list in [[new, old], [old, new], [undated, new, old], [old, undated, new]] {
      let (_, review) = try review(list.joined(separator: ", "))
      #expect(review.measurements.map(\.nanoseconds) == [4_000_000, 17_500_000])
      #expect(review.diagnostics == [])
      #expect(review.evidence.filter { !$0.notes.isEmpty }.count == list.count - 1)
    }
  }

  @Test func ofTheSameDayTheSlowestCounts() throws {
    let fast = "{for: stores.redis.latency, file: fast.json, format: k6}"
    let slow = "{for: stores.redis.latency, file: slow.json, format: k6}"
    for list in [[fast, slow], [slow, fast]] {
      let (_, review) = try review(list.joined(separator: ", "))
      #expect(review.measurements.map(\.nanoseconds) == [10_000_000, 31_000_000, 80_000_000])
    }
  }

  @Test func anExpiredMeasurementGivesWayToAnOlderOneThatStillHolds() throws {
    let (_, review) = try review(
      """
      {for: stores.redis.latency, file: fast.json, format: k6, dated: 2026-08-01, valid_for: 1d},
      {for: stores.redis.latency, file: slow.json, format: k6, dated: 2026-07-01}
      """)
    #expect(review.measurements.map(\.nanoseconds) == [10_000_000, 31_000_000, 80_000_000])
    #expect(review.diagnostics.count == 2)
  }

  static let refused: [(String, String)] = [
    (
      "for: stores.redis.latency.p95, file: nowhere.json, format: k6",
      "the evidence for `stores.redis.latency.p95` does not count: `nowhere.json` cannot be read: there is none"
    ),
    ("for: stores.redis.size, file: nowhere.md", "`nowhere.md` cannot be read"),
    ("for: stores.redis.latency, file: notes.md, format: k6", "`notes.md` is not JSON"),
    (
      "for: stores.redis.latency, file: notes.md, format: redis-benchmark",
      "is no output of redis-benchmark"
    ),
    (
      "for: stores.redis.latency, url: 'https://example.com/k6.json', format: k6",
      "is a URL, and measurements are read from files"
    ),
    (
      "for: stores.redis.size, file: fast.json, format: k6",
      "`fast.json` is of `k6`, which measures latency, and `stores.redis.size` is no latency"
    ),
    ("for: stores.redis, file: fast.json, format: k6", "measures latency"),
    ("for: stores.redis.latency.at_concurrency, file: fast.json, format: k6", "measures latency"),
    ("for: objectives.lookup_p95, file: fast.json, format: k6", "measures latency"),
    ("for: components, file: fast.json, format: k6", "measures latency"),
    (
      "for: stores.redis.latency.p99, file: fast.json, format: k6",
      "tells no p99 of `http_req_duration`"
    ),
    ("for: stores.redis.size, file: none", "is no file and no URL"),
  ]

  @Test(arguments: refused)
  func whatDoesNotCountIsSaidSo(evidence: String, message: String) throws {
    let (_, review) = try review("{\(evidence)}")
    #expect(review.measurements == [])
    #expect(review.levels["stores.redis.latency.p95"] == nil)
    let diagnostic = try #require(review.diagnostics.first)
    #expect(diagnostic.message.contains(message))
  }

  @Test func aDocumentIsAboutAllThatItsPathHolds() throws {
    let (_, review) = try review(
      """
      {for: stores.redis, file: notes.md}, {for: stores, url: 'https://example.com'},
      {for: stores.redis.latency, file: fast.json, format: k6}
      """)
    #expect(review.levels["stores.redis.size"] == .referenced)
    #expect(review.levels["stores.redis.latency.at_concurrency"] == .referenced)
    #expect(review.levels["stores.redis.latency.p95"] == .measured)
    #expect(review.levels["stores.redis2.size"] == nil)
    #expect(review.levels["stores.files.size"] == nil)
  }
}
