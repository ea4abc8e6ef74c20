internal import Auditing
internal import SourceText

/// What the build asks of the program, and nobody else: to write down what it would make of its own checklists at each
/// start, so that it need not.
enum PrepareCommand {
  static let option = "--prepare"

  static func write(to terminal: Terminal) -> ExitCode {
    guard let bytes = Library.preparation else {
      return terminal.complain(
        Complaint("the built-in checklists are broken"), exit: .brokenChecklist)
    }
    let isWritten = bytes.withUnsafeBufferPointer {
      writeAll($0, to: Terminal.Stream.output.rawValue)
    }
    return isWritten
      ? .passed
      : terminal.complain(
        Complaint("standard output could not be written: \(lastError())"), exit: .defect)
  }
}
