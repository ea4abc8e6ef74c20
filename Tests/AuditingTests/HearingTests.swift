import Analysis
import Architecture
import Expressions
import SourceText
import Testing
import Threads

@testable import Auditing

/// What several judges say together is what one says alone.
@Suite struct HearingTests {
  private static let checklist = Verdicts.checklist(
    """
    checklist: test
    title: Test
    about: Rules of which some have no value about some parts.
    rules:
      - id: has-no-value-for-some
        title: A rule
        severity: high
        for_each: components
        require: 10 / (size(subject.id) - 2) > 0
        at: subject.id
        message: It fails
        why: It matters.
        fix: Write it.
        examples: {pass: "system:", fail: "system:"}
      - id: is-of-the-system
        title: A rule
        severity: low
        require: size(components) > 1000
        at: components
        message: It fails
        why: It matters.
        fix: Write it.
        examples: {pass: "system:", fail: "system:"}
    """)

  private let questions: Questions
  private let system: AnalyzedSystem
  private let midnight = CalendarDate(year: 2026, month: 9, day: 1)?.midnight

  init() throws {
    let library = try #require(Library.load().library)
    questions = Questions(library.rules + Self.checklist.rules)
    let kinds = ComponentKind.allCases.map(\.rawValue)
    let parts = (0..<60).map {
      "  - {id: c\($0), kind: \(kinds[$0 % kinds.count]), store: s\($0 % 3), injected_tokens: \($0)}\n"
    }
    let text =
      "memaudit: 1\nsystem: {name: Desk}\n"
      + "agents: [{id: desk, reads: [c1, c2, c3], writes: [c2, c5]}]\ncomponents:\n"
      + parts.joined() + "stores: [{id: s0, kind: redis}, {id: s1, kind: postgres}, {id: s2}]\n"
    let file = SourceFile(name: "arch.yaml", bytes: Array(text.utf8))
    let architecture = try #require(ArchitectureReading(file).architecture)
    system = try #require(AnalyzedSystem.analyze(architecture).system)
  }

  private func hearing(judges: Int, mostSteps: Int = RuleWorld.mostSteps) throws -> Hearing {
    let (system, midnight) = (system, try #require(midnight))
    return Hearing(questions, of: system, judges: judges) {
      RuleWorld(system, today: midnight, mostSteps: mostSteps)
    }
  }

  private func told(_ hearing: Hearing) -> [String] {
    hearing.judgements.map {
      "\($0.rule.id) \($0.subject.name) \($0.verdict) \($0.severity) \($0.severityAtWorst) \($0.openPaths) \($0.message)"
    }
      + hearing.failures.map { "\($0.told.message)" }
      + hearing.notApplicable.map(String.init)
  }

  @Test func severalJudgesSayWhatOneSays() throws {
    let alone = try hearing(judges: 1)
    #expect(alone.worlds.count == 1)
    #expect(alone.failures.first?.subjects.count == 10)
    let expected = told(alone)
    var most = 1
    for _ in 0..<40 {
      let together = try hearing(judges: 4)
      #expect(told(together) == expected)
      #expect(!together.isCutShort)
      most = max(most, together.worlds.count)
    }
    #expect(most > 1 || processorCount == 1)
  }

  /// Steps are counted over all judges.
  @Test func severalJudgesHaveNoMoreTimeThanOne() throws {
    let steps = try hearing(judges: 1).worlds.reduce(0) { $0 + $1.steps }
    #expect(try hearing(judges: 1, mostSteps: steps - 1).isCutShort)
    #expect(try hearing(judges: 4, mostSteps: steps - 1).isCutShort)
    #expect(try !hearing(judges: 4, mostSteps: 2 * steps).isCutShort)
  }

  /// However many rules look at very many parts, and whatever each denies at a glance.
  @Test func glancesEndWithTheStepsThatThereAre() throws {
    let rules = (0..<40).map {
      Verdicts.rule(
        "r\($0)", .low,
        when:
          "components.exists(a, components.exists(b, a.injected_tokens == 1 && b.injected_tokens == 2 && subject.injected_tokens == \($0)))"
      )
    }
    let (system, midnight) = (system, try #require(midnight))
    let steps = { (rules: [Rule], most: Int) in
      Hearing(
        Questions(rules), in: RuleWorld(system, today: midnight, mostSteps: most)
      ).worlds.reduce(0) { $0 + $1.steps }
    }
    let glance = steps([rules[0]], 0)
    #expect(glance > 10)
    #expect(steps(rules, 10 * glance) <= 11 * glance)
  }
}
