internal import Auditing
internal import Reporting
internal import SourceText
internal import Synchronization
internal import Threads

/// Audits files as the command line and their configurations want it. Files under the same configuration share their
/// checklists, which are read once.
final class Auditor: Sendable {
  let options: AuditOptions
  let replaced: ReplacedFiles
  private let terminal: Terminal
  private let repositories = Repositories()
  private let setups: Mutex<[ExactText: Setup]> = Mutex([:])

  private enum Setup {
    case ready(AuditSetup)
    case refused(Trouble, because: AuditSetup.Failure)
  }

  init(
    _ options: AuditOptions, replacing replaced: ReplacedFiles = ReplacedFiles(),
    on terminal: Terminal
  ) {
    self.options = options
    self.replaced = replaced
    self.terminal = terminal
    meanwhile(Audit.getReady)
  }

  /// An audit, and the rules that could not be evaluated: the other verdicts are there all the same.
  ///
  /// - Parameter isOnly: Whether no other file is audited at the same time.
  func audit(_ input: InputPath, isOnly: Bool = false) throws(Trouble) -> (
    audit: Audit, trouble: Trouble
  ) {
    let file = try AnalyzedFile(
      input, today: options.today, in: repositories, replacing: replaced, on: terminal)
    let setup: AuditSetup
    switch self.setup(for: file.files) {
    case .ready(let ready): setup = ready
    case .refused(var trouble, let failure):
      trouble.refusal = Refusal(input.name, failure.reasons)
      throw trouble
    }
    var settings = setup.settings
    let repositoryPath = file.files.repositoryPath(of: input.path)
    settings.repositoryPath = repositoryPath
    settings.baseline = options.baseline?.baseline(of: repositoryPath)
    // A second judge is worth its thread for any file; what more would save is not known.
    if isOnly { settings.judges = min(2, processorCount) }
    let audit = Audit(
      file.system, library: setup.library, evidence: file.evidence, settings: settings)
    guard !audit.isCutShort else { throw file.refusedForItsSize(on: terminal) }
    return (audit, trouble(of: audit.failures))
  }

  /// What is wrong with `--only`, where it names what no file is audited with: that is told before any is.
  func refusal(of files: [InputPath]) -> Trouble? {
    guard !options.only.isEmpty else { return nil }
    var refusal: Trouble?
    for file in files {
      do throws(Complaint) {
        guard
          case .refused(let trouble, because: .selection) = setup(
            for: try repositories.files(around: file.path))
        else { return nil }
        refusal = refusal ?? trouble
      } catch {
        continue
      }
    }
    return refusal
  }

  /// What is wrong where a report would replace the configuration of a file, or a checklist that it names; the file itself
  /// need not be one that can be audited.
  func replacedConfiguration(of files: [InputPath]) -> Trouble? {
    guard !replaced.isEmpty else { return nil }
    for file in files {
      do throws(Complaint) {
        if case .refused(let trouble, _) = setup(for: try repositories.files(around: file.path)),
          replaced.sparesAny
        {
          return trouble
        }
      } catch {
        continue
      }
    }
    return nil
  }

  private func setup(for files: RepositoryFiles) -> Setup {
    // Where the command line says which configuration counts, the folders of the file do not matter.
    let configuration =
      switch options.configuration {
      case .none, .file: ""
      case .found: files.nearest(ConfigurationFile.name)?.fullPath(ConfigurationFile.name) ?? ""
      }
    let key = ExactText(configuration)
    return setups.withLock { known in
      if let setup = known[key] { return setup }
      let setup = newSetup(for: files)
      known[key] = setup
      return setup
    }
  }

  private func newSetup(for files: RepositoryFiles) -> Setup {
    do throws(AuditSetup.Failure) {
      return .ready(try AuditSetup(options, in: files, replacing: replaced))
    } catch {
      var trouble = error.trouble(on: terminal)
      trouble.isShared = true
      return .refused(trouble, because: error)
    }
  }

  private func trouble(of failures: [RuleFailure]) -> Trouble {
    var trouble = Trouble()
    var rest = failures[...]
    while let first = rest.first?.rule {
      // The rules of a checklist follow each other.
      let own = rest.prefix { $0.rule.checklist == first.checklist }
      rest = rest.dropFirst(own.count)
      trouble.add(
        terminal.trouble(own.map(\.told), of: first.origin.file, exit: .brokenChecklist))
    }
    return trouble
  }
}
