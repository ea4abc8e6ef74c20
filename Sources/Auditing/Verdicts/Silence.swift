internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText

/// A verdict that was decided before and is not asked any more, where what would decide whether to ask is not declared.
/// It is told beside the verdicts and never changes them.
package struct Silence: Sendable, Equatable {
  package let finding: FindingKey
  package let severity: Severity
  /// What to declare, so that it is asked again, or surely is not.
  package let paths: [String]
}

extension Silence {
  /// What became silent of what was decided, in the order of names.
  ///
  /// - Parameters:
  ///   - decided: What passed or failed before.
  ///   - judgements: What is said of the system now.
  static func all(
    since decided: some Sequence<FindingKey>, in system: AnalyzedSystem, _ judgements: [Judgement],
    _ failures: [RuleFailure], library: Library, today: CalendarDate
  ) -> [Silence] {
    let told = Set(judgements.map(\.key) + failures.flatMap(\.keys))
    let silent = decided.filter { !told.contains($0) }.sorted()
    guard !silent.isEmpty else { return [] }
    let rules = Dictionary(
      library.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let world = RuleWorld(system, today: today.midnight)
    let doubt = RuleWorld(system, today: today.midnight, doubtsGuards: true)
    // Records find each other through their worlds.
    return withExtendedLifetime((world, doubt)) {
      silent.compactMap { finding in
        guard let rule = rules[finding.rule], rule.hasCondition, !doubt.isExhausted,
          system.has(finding.subject, for: rule)
        else { return nil }
        let part = rule.subjects.flatMap { _ in system.part(finding.subject) }
        let seen = doubt.glance(rule.conditionGlance, about: doubt.subject(part))
        let answer = doubt.answer(to: rule.condition, seenAs: seen, about: part)
        let paths: [String]
        switch answer {
        case .success(.undeclared(let unknown)): paths = doubt.paths(of: unknown)
        case .success(.no)
        where rule.asksOfMeasurements && !system.hasEvidence(for: finding.subject):
          paths = ["evidence"]
        case .success, .failure: return nil
        }
        return Silence(
          finding: finding,
          severity: severity(of: rule, about: part, in: world), paths: paths)
      }
    }
  }
}

extension Silence {
  /// Where it cannot be told how grave a fail is, as grave as it can be.
  private static func severity(of rule: Rule, about part: Part?, in world: RuleWorld) -> Severity {
    do throws(NoValue) {
      return try world.gravity(of: rule, about: part, world.subject(part)).surely
    } catch {
      return rule.severityAtWorst
    }
  }
}

extension Audit {
  /// What became silent of what was decided at another time.
  package func silences(since decided: some Sequence<FindingKey>) -> [Silence] {
    Silence.all(
      since: decided, in: system, judgements, failures, library: library, today: today)
  }
}

extension AnalyzedSystem {
  /// Whether the file names evidence for something of a part, or for the validation of the whole. What cannot be read of
  /// it closes the gate by itself.
  fileprivate func hasEvidence(for subject: String) -> Bool {
    let path = part(subject)?.reading.path ?? "validation"
    return file.root.records("evidence").contains { record in
      record.text("for").map { FieldPath.leads($0, through: path) } ?? false
    }
  }
}

extension Rule {
  /// Whether it asks only where something was measured.
  fileprivate var asksOfMeasurements: Bool {
    condition?.fieldsRead.contains { Fact.namesOfMeasuring.contains($0.field) } ?? false
  }
}
