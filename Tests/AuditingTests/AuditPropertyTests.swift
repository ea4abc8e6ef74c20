import TestSupport
import Testing

@testable import Auditing

/// What must hold of the scores of any architectures, tried on many.
@Suite struct AuditPropertyTests {
  private let noise = 1e-6

  private func forEachSketch(
    _ seed: UInt64, _ body: (Sketch, Checklist, inout SeededGenerator) -> Void
  ) {
    var random = SeededGenerator(seed: seed)
    let checklist = Verdicts.checklist(Self.checklist)
    for _ in 0..<300 { body(Sketch(&random), checklist, &random) }
  }

  @Test func everyVerdictOccurs() {
    var seen: Set<String> = []
    forEachSketch(1) { sketch, checklist, _ in
      for judgement in sketch.judgements(checklist) {
        switch judgement.verdict {
        case .pass: seen.insert("pass")
        case .fail: seen.insert(judgement.severity > judgement.rule.severity ? "raised" : "fail")
        case .undeclared:
          seen.insert(judgement.subject == .system ? "undeclared list" : "undeclared")
        case .passOrNotApplicable: seen.insert("pass or not applicable")
        case .notApplicable: Issue.record("what does not apply is kept")
        }
        if judgement.severityAtWorst > judgement.severity { seen.insert("perhaps graver") }
      }
    }
    #expect(seen.count == 7, "\(seen)")
  }

  @Test func theOrderOfPartsAndFieldsAndRulesNeverMatters() {
    forEachSketch(2) { sketch, checklist, random in
      let score = Score(sketch.judgements(checklist))
      #expect(Score(sketch.shuffled(&random).judgements(checklist)) == score)
      #expect(Score(sketch.judgements(checklist).reversed()) == score)
    }
  }

  @Test func theSameInputGivesTheSame() {
    forEachSketch(3) { sketch, checklist, _ in
      #expect(Score(sketch.judgements(checklist)) == Score(sketch.judgements(checklist)))
    }
  }

  @Test func declaringOneMoreFieldNeverWidensTheInterval() {
    forEachSketch(4) { sketch, checklist, random in
      guard let more = sketch.declaringOneMore(&random),
        let before = Score(sketch.judgements(checklist)).interval,
        let after = Score(more.judgements(checklist)).interval
      else { return }
      #expect(
        after.low >= before.low - noise && after.high <= before.high + noise,
        "\(before) \(after)\n\(sketch.text)\n\(more.text)")
    }
  }

  @Test func leavingOutAListNeverRaisesTheLowEnd() {
    forEachSketch(5) { sketch, checklist, _ in
      for list in [0, 2] where sketch.lists[list].elements != nil {
        let without = sketch.leavingOut(list)
        let before = Score(sketch.judgements(checklist)).interval?.low
        let after = Score(without.judgements(checklist)).interval?.low
        #expect(
          (after ?? -1) <= (before ?? 101) + noise,
          "\(String(describing: before)) \(String(describing: after))\n\(sketch.text)")
      }
    }
  }

  /// How grave a fail is may itself be undeclared; whatever is declared then, the score stays within its interval.
  @Test func aFailThatMayBeGraverIsInTheInterval() {
    let passes = (0..<3).map { ("p\($0)", "critical", "", "true", "true") }
    let fail = (
      "fail", "{base: high, raise: [{to: critical, when: \"system.domain == 'medical'\"}]}", "",
      "true", "false"
    )
    let checklist = Verdicts.checklist(Self.heading + (passes + [fail]).map(Self.rule).joined())
    let interval = { (lines: [Sketch.Line]) -> Interval? in
      var random = SeededGenerator(seed: 6)
      var sketch = Sketch(&random)
      sketch.sections[0].lines = lines
      return Score(sketch.judgements(checklist)).interval
    }
    let uncapped = 100 * 30.0 / 35
    let (low, high) = (interval([])?.low ?? 0, interval([])?.high ?? 0)
    #expect(low == 69 && abs(high - uncapped) < noise)
    #expect(
      interval([Sketch.Line(name: "domain", value: "medical")]) == Interval(low: 69, high: 69))
    #expect(
      interval([Sketch.Line(name: "domain", value: "coding")]) == Interval(low: high, high: high))
  }

  private static let checklist = heading + rules.map(rule).joined()

  private static let heading = """
    checklist: test
    title: Test
    about: A little of everything.
    rules:
    """

  private static func rule(
    _ id: String, _ severity: String, _ subjects: String, _ when: String, _ require: String
  ) -> String {
    """

      - id: \(id)
        title: A rule
        severity: \(severity)
    \(subjects.isEmpty ? "" : "    for_each: \(subjects)\n")    when: "\(when)"
        require: "\(require)"
        at: \(subjects.isEmpty ? "system" : "subject.id")
        message: It fails
        why: It matters.
        fix: Write it.
        examples: {pass: "system:", fail: "system:"}
    """
  }

  private static let rules: [(String, String, String, String, String)] = [
    (
      "buffer-limit", "{base: high, raise: [{to: critical, when: \"system.domain == 'medical'\"}]}",
      "components", "'conversation_buffer' in subject.patterns", "has(subject.limit)"
    ),
    (
      "backup", "{base: medium, raise: [{to: high, when: \"system.stage == 'production'\"}]}",
      "stores", "true", "has(subject.backup)"
    ),
    (
      "latency", "low", "stores", "has(subject.latency) && has(subject.latency.p95)",
      "subject.latency.p95 <= duration('10ms')"
    ),
    ("failover", "critical", "stores", "has(subject.backup)", "has(subject.high_availability)"),
    (
      "fidelity", "critical", "", "system.stage == 'production'",
      "has(objectives.fidelity_decided_by)"
    ),
    ("stateless", "critical", "agents", "subject.replicas.max > 1", "subject.state == 'stateless'"),
    (
      "stored", "high", "components", "has(subject.store)",
      "has(subject.store.backup) && subject.store.kind != 'file'"
    ),
    ("kept", "low", "components", "subject.durability == 'durable'", "has(subject.retention)"),
    (
      "private", "high", "components", "subject.contains_pii",
      "has(subject.isolation) && subject.scope == 'user'"
    ),
    (
      "shared", "medium", "components", "subject.facts.has_several_agents",
      "subject.durability == 'durable'"
    ),
    (
      "stale", "low", "", "components.exists(c, 'rag' in c.patterns)",
      "has(objectives.max_staleness)"
    ),
    ("redis", "medium", "", "true", "stores.all(s, s.kind == 'redis' || has(s.timeout))"),
    ("agents", "medium", "", "system.safety_critical", "agents.exists(a, a.state == 'stateful')"),
  ]
}
