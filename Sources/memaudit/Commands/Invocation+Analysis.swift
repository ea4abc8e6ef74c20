internal import Analysis
internal import Architecture
internal import SourceText

extension Invocation {
  /// Reads and analyzes the only operand, and hands it on; or tells what is wrong with it.
  func analyzing(_ use: (AnalyzedSystem, Terminal) -> ExitCode) -> ExitCode {
    analyze(operands.first ?? "-", use)
  }

  /// Reads and analyzes a file, and hands it on; or tells what is wrong with it.
  func analyze(_ path: String, _ use: (AnalyzedSystem, Terminal) -> ExitCode) -> ExitCode {
    let file: SourceFile
    do {
      file = try readFile(path)
    } catch {
      return terminal.complain(error, exit: .unusableInput)
    }
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      return tell(reading.diagnostics, of: file)
    }
    let knowledge = Knowledge(withImplementations: architecture.namesImplementations)
    let analysis = AnalyzedSystem.analyze(architecture, knowledge: knowledge)
    guard let system = analysis.system else { return tell(analysis.diagnostics, of: file) }
    return use(system, terminal)
  }

  private func tell(_ diagnostics: [Diagnostic], of file: SourceFile) -> ExitCode {
    let frame = CodeFrame(file, paint: terminal.errorPaint, width: terminal.width)
    let count = diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors"
    let text =
      diagnostics.map { frame.rendered($0) + "\n" }.joined()
      + "\(printable(file.name)): \(count), nothing was audited\n"
    return terminal.write(text, to: .error) | .unusableInput
  }
}
