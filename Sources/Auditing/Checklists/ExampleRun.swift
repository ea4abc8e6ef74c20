internal import Analysis
internal import Architecture
internal import Expressions
package import SourceText
internal import YAML

/// Runs the examples that rules carry: the rule's tests, and its documentation.
package struct ExampleRun: Sendable {
  /// An example that does not show what it should.
  package struct Mismatch: Sendable {
    package let rule: Rule
    package let message: String
  }

  private let today: CalendarDate

  package init(today: CalendarDate) {
    self.today = today
  }

  /// What is wrong with the examples of a rule.
  package func mismatches(of rule: Rule) -> [Mismatch] {
    examples(of: rule).compactMap { $0.mismatch(with: rule) }
  }

  /// The examples of a rule, made ready for it and for changed forms of it.
  func examples(of rule: Rule) -> [Example] {
    rule.examples.flatMap { example in
      let files = example.files
      return files.enumerated().map { index, file in
        let which = files.count > 1 ? "part \(index + 1) of " : ""
        return Example(
          kind: example.kind, name: "\(which)the `\(example.kind.rawValue)` example",
          world: world(of: file))
      }
    }
  }

  private func world(of file: SourceFile) -> Result<RuleWorld, Complaint> {
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      return .failure(
        Complaint("is no architecture: \(reading.diagnostics.first?.message ?? "")"))
    }
    let evidence = EvidenceReview(
      of: architecture, today: today, files: Self.evidenceFiles(of: file))
    let analysis = AnalyzedSystem.analyze(
      architecture, measurements: evidence.measurements)
    guard let system = analysis.system else {
      return .failure(
        Complaint("cannot be analyzed: \(analysis.diagnostics.first?.message ?? "")"))
    }
    return .success(RuleWorld(system, today: today.midnight))
  }

  /// The files that an example brings for its evidence, by name, under `x-files`.
  private static func evidenceFiles(of file: SourceFile) -> EvidenceFiles {
    let entries = Document(file).root?["x-files"]?.mapping ?? []
    let find = { (name: String) in entries.first { $0.key == name }?.value.scalar?.text }
    let missing = Complaint("is not among the example's `x-files`")
    return EvidenceFiles(
      missing: { find($0) == nil ? missing : nil },
      read: { name in find(name).map { .success(Array($0.utf8)) } ?? .failure(missing) })
  }
}

/// The system of an example, and the verdict that it is to have.
struct Example: Sendable {
  let kind: RuleExample.Kind
  /// As messages call it.
  let name: String
  /// Why there is no system, where there is none.
  let world: Result<RuleWorld, Complaint>

  /// What keeps the example from showing what it should of a rule.
  func mismatch(with rule: Rule) -> ExampleRun.Mismatch? {
    problem(with: rule).map {
      ExampleRun.Mismatch(rule: rule, message: "\(name) of `\(rule.id)` \($0)")
    }
  }

  private func problem(with rule: Rule) -> String? {
    let world: RuleWorld
    switch self.world {
    case .success(let ready): world = ready
    case .failure(let complaint): return complaint.message
    }
    let judge = Judge(Questions([rule]), in: world)
    if let failure = judge.failures.first { return "stops it: \(failure.diagnostic.message)" }
    let verdicts = judge.judgements.map(\.verdict)
    switch kind {
    case .fail: return verdicts.contains(.fail) ? nil : "does not fail"
    case .pass:
      guard verdicts.contains(.pass) else { return "has no subject that passes" }
      return verdicts.allSatisfy { $0 == .pass } ? nil : "does not pass for every subject"
    case .undeclared:
      guard !verdicts.isEmpty else { return "has no subject that is undeclared" }
      return verdicts.allSatisfy { FindingKind($0) == .undeclared } ? nil : "can be judged as it is"
    case .notApplicable:
      guard verdicts.isEmpty else { return "has a subject to which it applies or may apply" }
      return judge.notApplicable.contains { $0 > 0 } ? nil : "has no subject"
    }
  }
}
