internal import Auditing
internal import Reporting
internal import SourceText
internal import Threads

/// Audits many files on all processors, and reports them in their order.
struct CheckRun: Sendable {
  let auditor: Auditor
  let outputs: ReportOutputs
  /// What was asked for: files, and folders to look in.
  let operands: [String]
  let files: [InputPath]
  let isGated: Bool
  let terminal: Terminal

  /// How many files are held in memory at a time, for each processor.
  private static let batch = 64

  /// - Parameter formats: Those that the command can write.
  init(
    _ invocation: Invocation, among formats: [ReportFormat], isGated: Bool
  ) throws(Trouble) {
    self.isGated = isGated
    terminal = invocation.terminal
    operands = invocation.architectures
    do throws(Complaint) {
      let options = try AuditOptions(invocation)
      outputs = try ReportOutputs(
        invocation.values(of: "format"), among: formats, isSummary: invocation.has("summary"),
        on: terminal)
      auditor = Auditor(options, replacing: ReplacedFiles(by: outputs.targets), on: terminal)
    } catch {
      throw terminal.trouble(error, exit: .usage)
    }
    do throws(Complaint) {
      files = try architectureFiles(at: operands)
    } catch {
      throw terminal.trouble(error, exit: .unusableInput)
    }
  }

  func check() -> ExitCode {
    keepToTheEnd(auditor)
    do throws(Complaint) {
      try checkThatNothingIsReplaced()
    } catch {
      return terminal.complain(error, exit: .usage)
    }
    if let trouble = auditor.replacedConfiguration(of: files) { return trouble.tell(on: terminal) }
    let writer: ReportWriter
    do throws(Complaint) {
      writer = try ReportWriter(outputs, on: terminal)
    } catch {
      return terminal.complain(error, exit: .defect)
    }
    var libraries: [Library] = []
    var exit = ExitCode.passed
    var told: Set<String> = []
    let size = files.count > Self.batch ? Self.batch * processorCount : Self.batch
    for start in stride(from: 0, to: files.count, by: size) {
      let batch = Array(files[start..<min(start + size, files.count)])
      for result in inParallel(batch.count, { check(batch[$0], isOnly: files.count == 1) }) {
        exit = exit | result.trouble.tell(on: terminal, unless: &told)
        exit = exit | writer.add(result.row, result.pieces)
        if let library = result.library, !libraries.contains(where: { $0.hash == library.hash }) {
          libraries.append(library)
        }
      }
      terminal.showProgress(min(start + size, files.count), of: files.count)
    }
    return exit | writer.finish(libraries, sparing: auditor.replaced, notes: notes)
  }

  /// What the command line names must not be replaced by a report, before anything is read or written.
  private func checkThatNothingIsReplaced() throws(Complaint) {
    let (options, replaced) = (auditor.options, auditor.replaced)
    for file in files { try replaced.check(file.path, readAs: .architecture) }
    for path in options.checklists { try replaced.check(path, readAs: .checklist) }
    if case .file(let path) = options.configuration {
      try replaced.check(path, readAs: .configuration)
    }
    if let path = options.baselinePath { try replaced.check(path, readAs: .baseline) }
  }

  /// What the baseline knows besides what was audited.
  private func notes(on rows: [Run.Row]) -> [String] {
    guard let baseline = auditor.options.baseline else { return [] }
    let audited = rows.compactMap { row in
      RepositoryFiles.path(of: row.file).map { (path: $0, system: row.audited?.name ?? "") }
    }
    let sentences = baseline.sentences(
      besides: audited, in: operands.compactMap(RepositoryFiles.path(ofOperand:)),
      isGatePassed: rows.allSatisfy { $0.audited?.isGatePassed ?? false })
    return sentences.isEmpty ? [] : [sentences.joined(separator: " ")]
  }

  /// All that one file comes to.
  private struct FileResult: Sendable {
    let row: Run.Row
    let pieces: [String]
    let trouble: Trouble
    let library: Library?
  }

  private func check(_ file: InputPath, isOnly: Bool) -> FileResult {
    do throws(Trouble) {
      var (audit, trouble) = try auditor.audit(file, isOnly: isOnly)
      if isOnly { keepToTheEnd(audit) }
      if isGated, !audit.gate.isPassed { trouble.exit = trouble.exit | .gateFailed }
      return result(.audited(Report(audit)), trouble, library: audit.library)
    } catch {
      let refusal = error.refusal ?? Refusal(file.name, [Complaint("it could not be audited")])
      return result(.refused(refusal), error, library: nil)
    }
  }

  private func result(_ outcome: FileOutcome, _ trouble: Trouble, library: Library?) -> FileResult {
    FileResult(
      row: Run.Row(outcome), pieces: outputs.pieces(of: outcome), trouble: trouble,
      library: library)
  }
}
