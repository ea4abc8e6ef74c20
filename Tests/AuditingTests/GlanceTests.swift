import Analysis
import Architecture
import Expressions
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Auditing

/// What is told of the conditions of all rules at a glance is what their evaluation gives.
@Suite struct GlanceTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 1)

  /// The examples under all rules, and those of the rules under theirs.
  private static func audits() throws -> [(system: AnalyzedSystem, rules: [Rule])] {
    let rules = try #require(Library.load().library).rules
    let folder = TestFiles.root.appending(path: "examples")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".arch.yaml") }.sorted()
    let files = try names.map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return (file: SourceFile(name: name, text: text), rules: rules)
    }
    let examples = rules.flatMap { rule in
      rule.examples.flatMap(\.files).map { (file: $0, rules: [rule]) }
    }
    return (files + examples).compactMap { file, rules in
      ArchitectureReading(file).architecture.flatMap { AnalyzedSystem.analyze($0).system }
        .map { ($0, rules) }
    }
  }

  /// Also where a guard is in doubt, as for what became silent.
  @Test(arguments: [false, true])
  func conditionsOfAllRulesAreSeenAsTheyAreEvaluated(_ doubtsGuards: Bool) throws {
    let today = try #require(Self.today)
    var told = 0
    var unsure = 0
    for (system, rules) in try Self.audits() {
      let world = RuleWorld(system, today: today.midnight, doubtsGuards: doubtsGuards)
      for rule in rules {
        let parts = rule.subjects.map { system.parts($0).map(Optional.some) } ?? [nil]
        let conditions =
          [rule.condition, rule.requirement].compactMap(\.self) + rule.raises.map(\.condition)
        for (part, condition) in parts.flatMap({ part in conditions.map { (part, $0) } }) {
          world.beginReading()
          let glimpse = world.glance(condition.glance, about: world.subject(part))
          let seen = world.weakestEvidence
          let paths = world.paths(of: nil)
          world.beginReading()
          let value = condition.evaluate(world.variables(for: part), doubtsGuards: doubtsGuards)
          switch (glimpse, value) {
          case (.unsure, _):
            unsure += 1
            continue
          case (.no, .success(.bool(false))): break
          case (.yes, .success(.bool(true))):
            #expect(seen == world.weakestEvidence, "\(rule.id) on \(part?.id ?? "system")")
          case (.undeclared, .success(.unknown(let unknown))):
            #expect(paths == unknown.paths, "\(rule.id) on \(part?.id ?? "system")")
          default:
            Issue.record("\(rule.id) on \(part?.id ?? "system"): \(glimpse), but \(value)")
          }
          told += 1
        }
      }
    }
    print("\(told) conditions are told at a glance, \(unsure) are not")
    #expect(told > 20_000 && unsure < told / 20)
  }
}
