internal import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

extension Invocation {
  /// Reads and analyzes the only operand, and hands it on; or tells what is wrong with it.
  func analyzing(_ use: (AnalyzedSystem, Terminal) -> ExitCode) -> ExitCode {
    analyze(operands.first ?? "-", today: Clock.today, withMap: true) { system, _, _ in
      use(system, terminal)
    }
  }

  /// Reads and analyzes a file with its evidence, and hands them on; or tells what is wrong with it.
  func analyze(
    _ path: String, today: CalendarDate, withMap: Bool = false,
    _ use: (AnalyzedSystem, EvidenceReview, RepositoryFiles) -> ExitCode
  ) -> ExitCode {
    let file: SourceFile
    let files: RepositoryFiles
    do throws(Complaint) {
      file = try readFile(path)
      files = try RepositoryFiles(around: path)
    } catch {
      return terminal.complain(error, exit: .unusableInput)
    }
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      return refuse(reading.diagnostics, of: file)
    }
    let evidence = EvidenceReview(of: architecture, today: today, files: files.evidence)
    let analysis = AnalyzedSystem.analyze(
      architecture,
      knowledge: Knowledge(
        withMap: withMap, withImplementations: architecture.namesImplementations),
      measurements: evidence.measurements)
    guard let system = analysis.system else { return refuse(analysis.diagnostics, of: file) }
    return use(system, evidence, files)
  }

  private func refuse(_ diagnostics: [Diagnostic], of file: SourceFile) -> ExitCode {
    let count = diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors"
    return tell(diagnostics, of: file)
      | terminal.write("\(printable(file.name)): \(count), nothing was audited\n", to: .error)
      | .unusableInput
  }
}
