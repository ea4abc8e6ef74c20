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
    [
      Example(isPassing: true, world: world(of: rule.passingExample)),
      Example(isPassing: false, world: world(of: rule.failingExample)),
    ]
  }

  private func world(of example: String) -> Result<RuleWorld, Complaint> {
    let file = Self.file(example)
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

  /// An example is part of a file: what every file needs and the example does not write is put before it.
  package static func file(_ example: String) -> SourceFile {
    let keys = example.split(separator: "\n").compactMap { line in
      line.first?.isLetter == true ? line.split(separator: ":").first.map(String.init) : nil
    }
    var header = ""
    if !keys.contains("memaudit") { header += "memaudit: 1\n" }
    if !keys.contains("system") { header += "system: {name: Example}\n" }
    if !keys.contains("components") { header += "components: [{id: memory}]\n" }
    return SourceFile(name: "example", text: header + example)
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
  let isPassing: Bool
  /// Why there is no system, where there is none.
  let world: Result<RuleWorld, Complaint>

  /// What keeps the example from showing what it should of a rule.
  func mismatch(with rule: Rule) -> ExampleRun.Mismatch? {
    let name = isPassing ? "passing" : "failing"
    return problem(with: rule).map {
      ExampleRun.Mismatch(rule: rule, message: "the \(name) example of `\(rule.id)` \($0)")
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
    let verdicts = judge.judgements.map(\.verdict).filter { $0 != .notApplicable }
    if isPassing {
      guard verdicts.contains(.pass) else { return "has no subject that passes" }
      return verdicts.allSatisfy { $0 == .pass } ? nil : "does not pass for every subject"
    }
    return verdicts.contains(.fail) ? nil : "does not fail"
  }
}
