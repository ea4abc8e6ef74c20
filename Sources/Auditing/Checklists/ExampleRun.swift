package import Analysis
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

  private let knowledge: Knowledge
  private let today: CalendarDate

  package init(knowledge: Knowledge, today: CalendarDate) {
    self.knowledge = knowledge
    self.today = today
  }

  /// What is wrong with the examples of a rule.
  package func mismatches(of rule: Rule) -> [Mismatch] {
    [
      check(rule, rule.passingExample, isPassing: true),
      check(rule, rule.failingExample, isPassing: false),
    ]
    .compactMap(\.self)
  }

  private func check(_ rule: Rule, _ example: String, isPassing: Bool) -> Mismatch? {
    let name = isPassing ? "passing" : "failing"
    let mismatch = { (message: String) in
      Mismatch(rule: rule, message: "the \(name) example of `\(rule.id)` \(message)")
    }
    let file = Self.file(example)
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      return mismatch("is no architecture: \(reading.diagnostics.first?.message ?? "")")
    }
    let evidence = EvidenceReview(
      of: architecture, today: today, files: Self.evidenceFiles(of: file))
    let analysis = AnalyzedSystem.analyze(
      architecture, knowledge: knowledge, measurements: evidence.measurements)
    guard let system = analysis.system else {
      return mismatch("cannot be analyzed: \(analysis.diagnostics.first?.message ?? "")")
    }
    var judge = Judge(RuleWorld(system, today: today.midnight), evidence: evidence.levels)
    judge.apply(rule)
    if let failure = judge.failures.first {
      return mismatch("stops it: \(failure.diagnostic.message)")
    }
    let verdicts = judge.judgements.map(\.verdict).filter { $0 != .notApplicable }
    if isPassing {
      guard verdicts.contains(.pass) else { return mismatch("has no subject that passes") }
      return verdicts.allSatisfy { $0 == .pass } ? nil : mismatch("does not pass for every subject")
    }
    return verdicts.contains(.fail) ? nil : mismatch("does not fail")
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
