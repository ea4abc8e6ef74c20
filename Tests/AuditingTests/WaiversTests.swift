import Analysis
import Architecture
import SourceText
import Testing

@testable import Auditing

@Suite struct WaiversTests {
  /// The waiver of a file in which the rule `r` says `verdict` of the component `c0`.
  private func waiver(
    rule: String = "r", subject: String = "c0", expires: String = "2026-06-30",
    verdict: String = "F", today: (Int, Int, Int) = (2026, 6, 30), leftOut: Set<String> = []
  ) throws -> (waiver: Waiver, waived: Set<FindingKey>) {
    let waivers = try waivers(
      [written(rule: rule, subject: subject, expires: expires)], verdict: verdict, today: today,
      leftOut: leftOut)
    return (try #require(waivers.all.first), waivers.waived)
  }

  private func written(rule: String, subject: String, expires: String = "2026-06-30") -> String {
    """
      - rule: \(rule)
        subject: \(subject)
        reason: It is rebuilt every night.
        approved_by: An owner
        ticket: MEM-1
        expires: \(expires)

    """
  }

  private func waivers(
    _ written: [String], verdict: String, today: (Int, Int, Int) = (2026, 6, 30),
    leftOut: Set<String> = []
  ) throws -> Waivers {
    let text =
      """
      memaudit: 1
      system: {name: Test}
      components:
        - {id: c0, kind: rag}
      stores: [{id: s0, kind: redis}]
      waivers:

      """ + written.joined()
    let file = SourceFile(name: "arch.yaml", bytes: Array(text.utf8))
    let architecture = try #require(ArchitectureReading(file).architecture)
    let system = try #require(AnalyzedSystem.analyze(architecture).system)
    return Waivers(
      of: system, rules: ["r", "another"].map { Verdicts.rule($0, .high) }, leftOut: leftOut,
      judgements: Verdicts.of(Verdicts.rule("r", .high), verdict),
      today: try #require(CalendarDate(year: today.0, month: today.1, day: today.2)))
  }

  @Test func anActiveOneWaivesAFinding() throws {
    for verdict in ["F", "U"] {
      let (waiver, waived) = try waiver(verdict: verdict)
      #expect(waiver.status == .active)
      #expect(waived == [FindingKey(rule: "r", subject: "c0")])
      #expect(waiver.path == "waivers[0]" && waiver.ticket == "MEM-1")
      #expect(waiver.reason == "It is rebuilt every night." && waiver.approvedBy == "An owner")
    }
  }

  @Test func holdsOnItsLastDayAndNotOnTheNext() throws {
    #expect(try waiver(today: (2026, 6, 30)).waiver.status == .active)
    let (expired, waived) = try waiver(today: (2026, 7, 1))
    #expect(expired.status == .expired && waived.isEmpty)
    // An acceptance that has run out is looked at again, needed or not.
    #expect(try waiver(verdict: "P", today: (2026, 7, 1)).waiver.status == .expired)
  }

  @Test func isOrphanedWithoutItsRuleOrSubject() throws {
    let rule = try waiver(rule: "anoter")
    #expect(rule.waiver.status == .orphaned(.rule) && rule.waiver.suggestion == "another")
    let subject = try waiver(subject: "c00", today: (2027, 1, 1))
    #expect(subject.waiver.status == .orphaned(.subject) && subject.waived.isEmpty)
    #expect(subject.waiver.suggestion == "c0")
    // The rule is about components.
    for other in ["s0", "system"] {
      let status = try waiver(subject: other).waiver.status
      #expect(status == .orphaned(.relation(.components)))
    }
  }

  /// Each guess compares with all that is known, and a file may have very many waivers.
  @Test func onlySoManyNamesAreGuessed() throws {
    let pair = [written(rule: "anoter", subject: "c0"), written(rule: "r", subject: "c00")]
    let many = (0..<40).flatMap { _ in pair }
    let guessed = try waivers(many, verdict: "F").all.map { $0.suggestion != nil }
    #expect(guessed == (0..<80).map { $0 < Guesses.most })
  }

  @Test func isNotCalledNeedlessWhereItsRuleIsLeftOut() throws {
    let (waiver, waived) = try waiver(verdict: "", leftOut: ["r"])
    #expect(waiver.status == .notAsked && waived.isEmpty)
    #expect(try self.waiver(today: (2026, 7, 1), leftOut: ["r"]).waiver.status == .expired)
  }

  @Test func isNoLongerNeededWhereNothingIsFound() throws {
    for verdict in ["P", "Q", "N", ""] {
      let (waiver, waived) = try waiver(verdict: verdict)
      #expect(waiver.status == .noLongerNeeded && waived.isEmpty)
    }
    #expect(try waiver(rule: "another").waiver.status == .noLongerNeeded)
  }
}
