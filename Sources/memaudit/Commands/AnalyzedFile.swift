internal import Analysis
internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

/// An architecture file that was read and analyzed, with its evidence and the repository around it.
struct AnalyzedFile: Sendable {
  let system: AnalyzedSystem
  let evidence: EvidenceReview
  let files: RepositoryFiles

  init(
    _ input: InputPath, today: CalendarDate, in repositories: Repositories = Repositories(),
    replacing replaced: ReplacedFiles = ReplacedFiles(), on terminal: Terminal
  ) throws(Trouble) {
    let file: SourceFile
    do throws(Complaint) {
      switch input {
      case .named(let path):
        file = try readFile(path)
        files = try repositories.files(around: path)
      case .found(let path):
        files = try repositories.files(around: path)
        file = try files.sourceFile(found: path)
      }
    } catch {
      throw Self.refused(input, error, exit: .unusableInput, on: terminal)
    }
    let reading = ArchitectureReading(file)
    guard let architecture = reading.architecture else {
      throw Self.refused(reading.diagnostics, of: file, on: terminal)
    }
    do throws(Complaint) {
      for exhibit in replaced.isEmpty ? [] : architecture.root.records("evidence") {
        guard let path = exhibit.text("file") else { continue }
        try replaced.check(files.fullPath(path), readAs: .evidence)
      }
    } catch {
      throw Self.refused(input, error, exit: .usage, on: terminal)
    }
    evidence = EvidenceReview(of: architecture, today: today, files: files.evidence)
    let analysis = AnalyzedSystem.analyze(
      architecture, measurements: evidence.measurements)
    guard let system = analysis.system else {
      throw Self.refused(analysis.diagnostics, of: file, on: terminal)
    }
    self.system = system
  }

  /// What to say where so much is undeclared of so many parts that comparing each with each takes too long.
  func refusedForItsSize(on terminal: Terminal) -> Trouble {
    let count = system.agents.count + system.components.count + system.stores.count
    let diagnostic = Diagnostic(
      "the rules would have to compare \(grouped(Int64(count))) parts with each other for too long",
      at: system.root.components.span ?? Span(at: 0),
      help: "declare the `kind` of each component, or describe one system in one file")
    return Self.refused([diagnostic], of: system.file.file, on: terminal)
  }

  private static func refused(
    _ input: InputPath, _ complaint: Complaint, exit: ExitCode, on terminal: Terminal
  ) -> Trouble {
    var trouble = terminal.trouble(complaint, exit: exit)
    trouble.refusal = Refusal(input.name, [complaint])
    return trouble
  }

  private static func refused(
    _ diagnostics: [Diagnostic], of file: SourceFile, on terminal: Terminal
  ) -> Trouble {
    let count = counted(diagnostics.count, "error")
    var trouble = terminal.trouble(diagnostics, of: file, exit: .unusableInput)
    trouble.messages += "\(printable(file.name)): \(count), nothing was audited\n"
    trouble.refusal = Refusal(file, diagnostics)
    return trouble
  }
}
