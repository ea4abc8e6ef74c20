internal import Auditing
internal import SourceText

extension Invocation {
  /// Reads the built-in checklists and those of `--checklist`, and hands them on; or tells what is wrong with them.
  func withLibrary(_ use: (Library) -> ExitCode) -> ExitCode {
    var files: [SourceFile] = []
    do throws(Complaint) {
      for path in values(of: OptionSpec.checklist.name) { files.append(try readFile(path)) }
    } catch {
      return terminal.complain(error, exit: .brokenChecklist)
    }
    return library(files).map(use) ?? .brokenChecklist
  }

  /// The built-in checklists and more; nil, and said why, where one is broken.
  func library(_ files: [SourceFile]) -> Library? {
    let loaded = Library.load(files)
    _ = terminal.trouble(loaded.broken, exit: .brokenChecklist).tell(on: terminal)
    return loaded.library
  }
}
