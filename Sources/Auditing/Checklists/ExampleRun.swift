internal import Analysis
internal import Architecture
internal import Expressions
package import SourceText
internal import YAML

/// Runs the examples that rules carry: the rule's tests, and its documentation.
package struct ExampleRun: Sendable {
  private let today: CalendarDate

  package init(today: CalendarDate) {
    self.today = today
  }

  /// What is wrong with the examples of a rule.
  package func mismatches(of rule: Rule) -> [Diagnostic] {
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
          span: example.span, world: world(of: file))
      }
    }
  }

  private func world(of file: SourceFile) -> Result<RuleWorld, Complaint> {
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      let first = reading.diagnostics.first
      return .failure(
        Complaint("is no architecture: \(first?.message ?? "")", help: first?.help))
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
  let span: Span?
  /// Why there is no system, where there is none.
  let world: Result<RuleWorld, Complaint>

  /// What keeps the example from showing what it should of a rule.
  func mismatch(with rule: Rule) -> Diagnostic? {
    problem(with: rule).map {
      Diagnostic(
        "\(name) of `\(rule.id)` \($0.message)", at: span ?? rule.origin.id, help: $0.help)
    }
  }

  private func problem(with rule: Rule) -> Complaint? {
    let world: RuleWorld
    switch self.world {
    case .success(let ready): world = ready
    case .failure(let complaint): return complaint
    }
    let hearing = Hearing(Questions([rule]), in: world)
    if let failure = hearing.failures.first {
      return Complaint("stops it: \(failure.diagnostic.message)")
    }
    return shortcoming(of: hearing).map { Complaint($0) }
  }

  /// What verdicts there are that should not be, or are not that should.
  private func shortcoming(of hearing: Hearing) -> String? {
    let verdicts = hearing.judgements.map(\.verdict)
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
      return hearing.notApplicable.contains { $0 > 0 } ? nil : "has no subject"
    }
  }
}
