import Analysis
import Architecture
import Expressions
import SourceText
import Testing

@testable import Auditing

/// What rules see of a system, and for how long.
@Suite struct RuleWorldTests {
  private final class Witness {
    weak var record: AnyObject?
  }

  /// Records that held each other would stay for ever, a few hundred for each of thousands of files.
  @Test(arguments: [
    "subject.coherence", "subject.store", "subject.facts", "subject.coherence.strategy == 'ttl'",
  ])
  func recordsDieWithTheirWorld(text: String) throws {
    let witness = Witness()
    try evaluate(text, witness)
    #expect(witness.record == nil)
  }

  private func evaluate(_ text: String, _ witness: Witness) throws {
    let file = SourceFile(
      name: "arch.yaml",
      text: """
        memaudit: 1
        system: {name: Desk}
        components: [{id: documents, kind: rag, store: pg, coherence: {interval: 1h}}]
        stores: [{id: pg, kind: postgres}]
        """)
    let architecture = try #require(ArchitectureReading(file).architecture)
    let system = try #require(AnalyzedSystem.analyze(architecture).system)
    let midnight = try #require(CalendarDate(year: 2026, month: 9, day: 1)).midnight
    let world = RuleWorld(system, today: midnight)
    let variables = world.variables(for: system.components.first)
    let section = try #require(compiled("subject.coherence")).evaluate(variables)
    guard case .success(.record(let record)) = section else {
      Issue.record("no record: \(section)")
      return
    }
    witness.record = record
    _ = try #require(compiled(text)).evaluate(variables, memory: world)
    _ = try #require(compiled("has(subject.coherence.strategy)")).evaluate(variables, memory: world)
  }

  private func compiled(_ text: String) -> Expression? {
    Expression.compile(
      text, schema: RuleSchema.schema, variables: RuleSchema.variables(for: .components)
    ).expression
  }
}
