internal import Auditing
internal import SourceText

extension Invocation {
  /// Hands on the checklists that hold for the current folder, with those of the command line; or tells what is wrong with
  /// them.
  func withLibrary(_ use: (Library) -> ExitCode) -> ExitCode {
    let options: AuditOptions
    let files: RepositoryFiles
    do throws(Complaint) {
      options = try AuditOptions(self)
      files = try RepositoryFiles(around: "-")
    } catch {
      return terminal.complain(error, exit: .usage)
    }
    do throws(AuditSetup.Failure) {
      return use(try AuditSetup(options, in: files, replacing: ReplacedFiles()).library)
    } catch {
      return error.trouble(on: terminal).tell(on: terminal)
    }
  }

  /// The built-in checklists and more; nil, and said why, where one is broken.
  func library(_ files: [SourceFile] = []) -> Library? {
    let loaded = Library.load(files)
    _ = terminal.trouble(loaded.broken, exit: .brokenChecklist).tell(on: terminal)
    return loaded.library
  }
}
