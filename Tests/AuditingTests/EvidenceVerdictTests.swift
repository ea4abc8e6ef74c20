import Analysis
import Architecture
import Expressions
import SourceText
import Testing

@testable import Auditing

/// From a measurement to the verdict that rests on it.
@Suite struct EvidenceVerdictTests {
  private static let checklist = """
    checklist: test
    title: Test
    about: Rules about latency.
    rules:
      - id: fast
        title: Fast
        severity: high
        for_each: stores
        require: subject.latency.p95 < duration('25ms')
        at: subject.latency.p95
        message: "{subject.id} takes {subject.latency.p95}"
        why: It matters.
        fix: Write it.
        examples: {pass: "system:", fail: "system:"}
      - id: as-measured
        title: As measured
        severity: medium
        for_each: stores
        when: subject.facts.has_measured_latency
        require: "!subject.facts.contradicts_measurement"
        at: subject.latency.p95
        message: "{subject.id} is slower than it is declared"
        why: It matters.
        fix: Write it.
        examples: {pass: "system:", fail: "system:"}
    """

  private func judge(measured: Double?) throws -> [Judgement] {
    let text = """
      memaudit: 1
      system: {name: N}
      components: [{id: c, store: redis}]
      stores: [{id: redis, latency: {p95: 20ms}}]
      evidence: [{for: stores.redis.latency.p95, file: x.json, format: k6}]
      """
    let reading = ArchitectureReading(SourceFile(name: "f", text: text))
    let file = try #require(reading.architecture)
    let today = try #require(CalendarDate(year: 2026, month: 9, day: 1))
    let summary = measured.map { #"{"metrics": {"http_req_duration": {"p(95)": \#($0)}}}"# }
    let review = EvidenceReview(
      of: file, today: today,
      files: EvidenceFiles(
        missing: { _ in nil }, read: { _ in .success(Array((summary ?? "").utf8)) }))
    let analysis = AnalyzedSystem.analyze(
      file, measurements: review.measurements)
    let midnight = try #require(CalendarDate(year: 2026, month: 9, day: 1)).midnight
    let world = RuleWorld(
      try #require(analysis.system), today: midnight, evidence: review.levels)
    let hearing = Hearing(Questions(Verdicts.checklist(Self.checklist).rules), in: world)
    #expect(hearing.failures.isEmpty)
    return hearing.judgements
  }

  @Test func whatIsMeasuredIsJudged() throws {
    let slow = try judge(measured: 31)
    #expect(slow.map(\.verdict) == [.fail, .fail])
    #expect(
      slow.map(\.message) == ["`redis` takes 31 ms", "`redis` is slower than it is declared"])
    let fast = try judge(measured: 17.64)
    #expect(fast.map(\.verdict) == [.pass, .pass])
    #expect(fast.map(\.evidence) == [.measured, .measured])
  }

  @Test func whatCannotBeReadDoesNotCount() throws {
    let judgements = try judge(measured: nil)
    #expect(judgements.map(\.verdict) == [.pass])
    #expect(judgements.map(\.evidence) == [.declared])
  }
}
