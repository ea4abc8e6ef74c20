import Architecture
import JSON
import SourceText
import Testing

@testable import Auditing

@Suite struct GateTests {
  private let strict = GatePolicy(failOn: .low, failOnUndeclared: .low)

  private func gate(
    _ policy: GatePolicy, _ judgements: [Judgement], waivers: [Waiver] = [],
    disabled: Set<String> = [], evidence: [String] = [], comparison: Gate.Comparison? = nil
  ) -> Gate {
    Gate(
      policy, judgements, score: Score(judgements, disabled: disabled), waivers: waivers,
      disabled: disabled, expiredEvidence: evidence, comparison: comparison)
  }

  private func waiver(_ status: Waiver.Status, of rule: String = "r0") throws -> Waiver {
    Waiver(
      finding: FindingKey(rule: rule, subject: "c0"), reason: "Known", approvedBy: "Somebody",
      ticket: nil, expires: try #require(CalendarDate(year: 2026, month: 1, day: 1)),
      path: "waivers[0]", span: Span(at: 0), status: status, suggestion: nil)
  }

  static let stages: [(String?, Severity?, Severity?)] = [
    ("prototype", .critical, nil), ("pre-production", .high, .critical), (nil, .high, .critical),
    ("production", .high, .high),
  ]

  @Test(arguments: stages)
  func asksMoreOfLaterStages(stage: String?, fails: Severity?, undeclared: Severity?) {
    let policy = GatePolicy(stage: stage)
    #expect(policy.failOn == fails && policy.failOnUndeclared == undeclared)
    #expect(policy.minScore == nil)
  }

  static let decisions: [(String, String?, String?, Bool)] = [
    ("high: F", "high", nil, false), ("high: F", "critical", nil, true),
    ("high: F", nil, nil, true),
    ("high: U", "low", nil, true), ("high: U", "low", "high", false),
    ("medium: U", "low", "high", true), ("low: QPN", "low", "low", true), ("", "low", "low", true),
  ]

  @Test(arguments: decisions)
  func decides(verdicts: String, failOn: String?, failOnUndeclared: String?, isPassed: Bool) {
    let policy = GatePolicy(
      failOn: failOn.flatMap(Severity.init),
      failOnUndeclared: failOnUndeclared.flatMap(Severity.init))
    #expect(gate(policy, Verdicts.table(verdicts)).isPassed == isPassed)
  }

  @Test func raisedSeverityCounts() {
    let raised = Verdicts.of(Verdicts.rule("a", .low), "F", severity: .critical)
    #expect(!gate(GatePolicy(stage: "prototype"), raised).isPassed)
  }

  @Test func saysEveryReasonInOrder() throws {
    var policy = strict
    policy.minScore = 80.5
    let gate = gate(
      policy, Verdicts.table("low: FF\ncritical: F\nmedium: U\nlow: PF"),
      waivers: [try waiver(.orphaned(.rule)), try waiver(.expired), try waiver(.noLongerNeeded)],
      evidence: ["stores.redis.latency.p95"])
    #expect(!gate.isPassed)
    #expect(
      gate.reasons.map(\.sentence) == [
        "4 fails of severity low or above: `r1` on `c0`, `r0` on `c0`, `r0` on `c1`, `r3` on `c1`.",
        "1 undeclared verdict of severity low or above: `r2` on `c0`.",
        "The low end of the score is 3, under 80.5.",
        "1 waiver has expired: `r0` on `c0`.",
        "1 waiver names a rule that does not exist, or a subject that it does not have: `r0` on `c0`.",
        "Evidence has expired, for `stores.redis.latency.p95`.",
      ])
    #expect(gate.notes.map(\.sentence) == ["1 waiver is no longer needed: `r0` on `c0`."])
  }

  @Test func whatIsWaivedOrDisabledDoesNotCloseIt() throws {
    let judgements = Verdicts.table("critical: F\nhigh: U\nlow: P")
    let waivers = try ["r0", "r1"].map { try waiver(.active, of: $0) }
    #expect(gate(strict, judgements, waivers: waivers).isPassed)
    #expect(!gate(strict, judgements, waivers: [waivers[0]]).isPassed)
    #expect(gate(strict, judgements, disabled: ["r0", "r1"]).isPassed)
  }

  @Test func comparesTheLowEndAsItIs() {
    var policy = GatePolicy(failOn: nil, failOnUndeclared: nil)
    let judgements = Verdicts.table("medium: P\nlow: F")
    policy.minScore = 66.6
    #expect(gate(policy, judgements).isPassed)
    policy.minScore = 66.7
    #expect(gate(policy, judgements).reasons.count == 1)
    policy.minScore = 0
    #expect(
      gate(policy, []).reasons.map(\.sentence) == [
        "Nothing is applicable, so that there is no score to reach 0."
      ])
  }
}

@Suite struct BaselineTests {
  private func report(_ judgements: [Judgement], hash: String = "abc") -> JSONValue {
    let findings = judgements.compactMap { judgement in
      FindingKind(judgement.verdict).map { kind -> JSONValue in
        [
          "rule": .string(judgement.rule.id), "subject": .string(judgement.subject.name),
          "verdict": .string(kind.rawValue),
        ]
      }
    }
    let passes = judgements.filter { $0.verdict == .pass }.map { judgement -> JSONValue in
      ["rule": .string(judgement.rule.id), "subject": .string(judgement.subject.name)]
    }
    return [
      "report": "report/v1", "checklists_hash": .string(hash), "findings": .array(findings),
      "passes": .array(passes),
    ]
  }

  private func gate(
    _ now: String, after before: String, hash: String = "abc",
    policy: GatePolicy = GatePolicy(failOn: .low, failOnUndeclared: .low)
  ) throws -> Gate {
    let bytes = Array(report(Verdicts.table(before)).pretty.utf8)
    let baseline = try BaselineReports(JSONValue(parsing: bytes)).baseline(of: nil)
    let judgements = Verdicts.table(now)
    return Gate(
      policy, judgements, score: Score(judgements),
      comparison: Gate.Comparison(baseline, checklistsHash: hash))
  }

  static let changes: [(String, String, Bool)] = [
    ("low: F", "low: F", true), ("low: U", "low: U", true), ("low: F", "low: P", true),
    ("low: P", "low: F", false), ("low: U", "low: F", false), ("low: F", "low: U", false),
    ("low: P", "low: U", false), ("low: N", "low: U", false), ("low: F", "low: FF", false),
    ("low: FU", "low: FP", true),
  ]

  @Test(arguments: changes)
  func onlyWhatIsNewClosesTheGate(before: String, now: String, isPassed: Bool) throws {
    #expect(try gate(now, after: before).isPassed == isPassed)
  }

  /// Where undeclared verdicts do not close the gate, those still do that were decided: leaving out never helps.
  @Test(arguments: [
    ("low: F", "low: U", false), ("low: P", "low: U", false), ("low: U", "low: U", true),
    ("low: N", "low: U", true), ("low: F", "low: P", true),
  ])
  func whatIsTakenOutOfTheFileClosesTheGate(before: String, now: String, isPassed: Bool) throws {
    let policy = GatePolicy(failOn: .low, failOnUndeclared: nil)
    let gate = try gate(now, after: before, policy: policy)
    #expect(gate.isPassed == isPassed)
    #expect(
      gate.reasons.map(\.sentence)
        == (isPassed
          ? []
          : [
            "1 verdict of severity low or above could be told before, and what decided it has been taken out of the file: `r0` on `c0`."
          ]))
  }

  @Test func saysWhatIsThereNoMore() throws {
    let notes = try gate("low: PN", after: "low: FU").notes.map(\.sentence)
    #expect(notes.count == 1)
    #expect(
      notes.first?.hasPrefix(
        "2 findings of the baseline no longer occur: `r0` on `c0`, `r0` on `c1`. Once the gate passes, write"
      )
        == true)
    #expect(try gate("low: U", after: "low: F").notes.isEmpty, "it has only turned")
    let judgements = Verdicts.table("low: P")
    let report = try EarlierReport(report(Verdicts.table("low: F")))
    let comparison = Gate.Comparison(
      .report(report), checklistsHash: "abc", rulesLeftOut: ["r0"])
    #expect(
      Gate(strict, judgements, score: Score(judgements), comparison: comparison).notes.isEmpty,
      "a rule that is not asked finds nothing")
  }

  private let strict = GatePolicy(failOn: .low, failOnUndeclared: .low)

  @Test func saysHowToBeginWhereMuchIsOpen() {
    let open = { (count: Int) in
      let judgements = Verdicts.table("low: " + String(repeating: "U", count: count))
      return Gate(strict, judgements, score: Score(judgements)).notes
    }
    #expect(open(9).isEmpty)
    #expect(open(10) == [.muchIsOpen])
  }

  @Test func saysWhatWasThere() throws {
    #expect(
      try gate("low: FF", after: "low: FF", hash: "other").notes.map(\.sentence) == [
        "2 findings that would close the gate are in the baseline already: `r0` on `c0`, `r0` on `c1`.",
        "The baseline was made with other checklists: findings are compared, scores cannot be.",
      ])
  }

  static let notReports: [(JSONValue, String)] = [
    ([], "it holds no report"),
    (["version": 1], "this is not a report of memaudit"),
    (
      ["report": "memaudit/v2"], "this is a report of the form `memaudit/v2`, and not `report/v1`"
    ),
    (["report": "report/v1"], "the report lacks its `checklists_hash` or its `findings`"),
    (
      [
        "report": "report/v1", "checklists_hash": "a", "findings": [["rule": "r", "subject": "s"]],
      ],
      "findings[0] of the report lacks its `rule`, its `subject` or its `verdict`"
    ),
    (
      [["report": "report/v1", "checklists_hash": "a", "findings": []], ["file": "b/arch.yaml"]],
      "report 2 of it (`b/arch.yaml`): this is not a report of memaudit"
    ),
    (
      [["report": "report/v1", "file": "b/arch.yaml", "problems": []]],
      "what it was made of could not be audited, so that it holds no findings"
    ),
  ]

  @Test(arguments: notReports)
  func refusesWhatIsNoReport(json: JSONValue, message: String) {
    #expect { try BaselineReports(json) } throws: { ($0 as? Complaint)?.message == message }
  }

  /// Baselines are kept for months: the fingerprint of a finding never changes.
  @Test func fingerprintsStay() {
    let key = FindingKey(rule: "rag-without-coherence-policy", subject: "docs")
    #expect(Fingerprint(.fail, key).text == "f5c5fa09ba9d8845")
    #expect(Fingerprint(.undeclared, key).text == "f91e80429abdf5f0")
    #expect(
      Fingerprint(.fail, FindingKey(rule: "ab", subject: "c"))
        != Fingerprint(.fail, FindingKey(rule: "a", subject: "bc")))
  }
}
