internal import Analysis
internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

/// Reads, analyzes and audits bytes as an architecture, and reports them in every form.
enum ArchitectureTrial {
  static let today = CalendarDate(secondsSince1970: 1_793_491_200)

  private static let library = Library.load().library

  static func complaints(about bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: "input.arch.yaml", bytes: bytes)
    let reading = ArchitectureReading(file)
    var complaints = Expectations.hold(
      for: reading.diagnostics, in: file, isUsable: reading.architecture != nil)
    guard let architecture = reading.architecture else {
      return complaints
        + reports(of: .refused(Refusal(file, reading.diagnostics)), length: bytes.count)
    }
    let evidence = EvidenceReview(of: architecture, today: today, files: noFiles)
    complaints += Expectations.hold(
      for: evidence.diagnostics, in: file, isUsable: evidence.diagnostics.isEmpty)
    let analysis = AnalyzedSystem.analyze(architecture, measurements: evidence.measurements)
    complaints += Expectations.hold(
      for: analysis.diagnostics, in: file, isUsable: analysis.system != nil)
    guard let system = analysis.system, let library else {
      return complaints
        + reports(of: .refused(Refusal(file, analysis.diagnostics)), length: bytes.count)
    }
    let audit = Audit(
      system, library: library, evidence: evidence, settings: Audit.Settings(today: today))
    complaints += audit.failures.map {
      "the rule \($0.rule.id) cannot be evaluated: \($0.diagnostic.message)"
    }
    return complaints + reports(of: .audited(Report(audit)), length: bytes.count)
  }

  /// One form of all that there are, by the length of the file: all of them take much longer than the audit.
  private static func reports(of outcome: FileOutcome, length: Int) -> [String] {
    let form = Form.allCases[length % Form.allCases.count]
    return form.complaints(about: outcome).map { "\(form): \($0)" }
  }

  private static var noFiles: EvidenceFiles {
    EvidenceFiles(
      missing: { _ in Complaint("is not there") },
      read: { _ in .failure(Complaint("is not there")) })
  }
}
