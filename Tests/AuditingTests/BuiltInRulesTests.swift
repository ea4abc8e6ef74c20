import Expressions
import SourceText
import TestSupport
import Testing

@testable import Analysis
@testable import Architecture
@testable import Auditing

/// What is asked of every rule that is built in.
@Suite struct BuiltInRulesTests {
  static let library: Library? = Library.load().library
  static let rules: [Rule] = library?.rules ?? []
  static let today = CalendarDate("2026-11-01")

  @Test func allChecklistsLoad() {
    for broken in Library.load().broken {
      let frame = CodeFrame(broken.file)
      Issue.record("\(broken.diagnostics.map { frame.rendered($0) }.joined())")
    }
  }

  @Test func examplesShowWhatTheyShould() throws {
    let run = ExampleRun(today: try #require(Self.today))
    for rule in Self.rules {
      for mismatch in run.mismatches(of: rule) { Issue.record("\(mismatch.message)") }
    }
  }

  @Test func eachRuleSaysWhatItOwes() {
    let works = Set(Knowledge.works.map(\.id))
    let classes: Set<String> = [
      "unbounded_growth", "causal_history_loss", "irreversible_fidelity_loss", "stale_read",
      "silent_miss", "cold_start", "lost_update", "split_brain", "event_ordering", "stampede",
      "config_drift", "non_durable_state", "unshared_state", "duplicate_execution", "no_backup",
      "latency", "unavailable_store", "tenant_isolation", "poisoning", "erasure",
      "schema_migration", "growth_of_store", "observability_gap", "other",
    ]
    for rule in Self.rules {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(rule.id)")
      #expect(
        !rule.title.isEmpty && rule.why.hasSuffix(".") && rule.fix.hasSuffix("."), "\(rule.id)")
      #expect(!rule.sources.isEmpty, "\(rule.id) cites nothing")
      #expect(Set(rule.failureClasses).isSubset(of: classes), "\(rule.id): \(rule.failureClasses)")
      for source in rule.sources where !works.contains(source) {
        let isThread = source.contains("#") && source.contains("/")
        #expect(isThread || source.hasPrefix("https://"), "\(rule.id) cites \(source)")
      }
    }
  }

  @Test func everyQuestionIsAnsweredAndEveryRuleIsAsked() {
    let asked = Set(
      (Self.library?.checklists ?? []).flatMap { $0.questions.flatMap { $0.rules.map(\.text) } })
    for checklist in Self.library?.checklists ?? [] {
      for question in checklist.questions { #expect(!question.rules.isEmpty, "\(question.id)") }
      for rule in checklist.rules {
        #expect(asked.contains(rule.id), "\(rule.id) answers no question")
      }
    }
  }

  /// Every rule, on its own examples, with each field that it reads, and the record that the field is in, undeclared,
  /// none, and at each choice: it gives a verdict and no error.
  @Test func noValueOfAFieldStopsARule() throws {
    let today = try #require(Self.today)
    var evaluations = 0
    for rule in Self.rules {
      let expressions =
        [rule.requirement, rule.condition].compactMap(\.self) + rule.raises.map(\.condition)
      let reads = expressions.reduce(into: Set<FieldName>()) { names, expression in
        for read in expression.fieldsRead {
          names.insert(FieldName(record: read.record, field: read.field))
          names.formUnion(RecordMutation.holders(of: read.record))
        }
      }
      for file in rule.examples.flatMap(\.files) {
        let architecture = try #require(ArchitectureReading(file).architecture)
        for read in reads.sorted(by: { $0.text < $1.text }) {
          for text in RecordMutation.variants(of: architecture.root, at: read) {
            guard
              let mutant = ArchitectureReading(SourceFile(name: "mutant", text: text)).architecture,
              let system = AnalyzedSystem.analyze(mutant).system
            else { continue }
            let hearing = Hearing(Questions([rule]), in: RuleWorld(system, today: today.midnight))
            evaluations += 1
            for failure in hearing.failures {
              Issue.record("\(rule.id), \(read.text): \(failure.diagnostic.message)\n\(text)")
            }
          }
        }
      }
    }
    print("\(evaluations) evaluations of \(Self.rules.count) rules")
    #expect(evaluations > Self.rules.count)
  }
}
