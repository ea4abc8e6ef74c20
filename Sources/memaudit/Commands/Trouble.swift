internal import Auditing
internal import Reporting
internal import SourceText

/// What a run has to say on standard error, and the exit that it leads to.
struct Trouble: Error, Sendable {
  var messages = ""
  var exit = ExitCode.passed
  /// The file that could not be audited, where that is the trouble.
  var refusal: Refusal?

  mutating func add(_ other: Trouble) {
    messages += other.messages
    exit = exit | other.exit
  }

  /// Whether it is about what many files share, so that it is told once.
  var isShared = false

  /// Writes the messages, those apart that many files share and that have been told; gives the exit.
  func tell(on terminal: Terminal, unless told: inout Set<String>) -> ExitCode {
    isShared && !told.insert(messages).inserted ? exit : tell(on: terminal)
  }

  /// Writes the messages and gives the exit.
  func tell(on terminal: Terminal) -> ExitCode {
    terminal.write(messages, to: .error) | exit
  }
}

extension Terminal {
  func trouble(_ complaint: Complaint, exit: ExitCode) -> Trouble {
    Trouble(messages: rendered(complaint), exit: exit)
  }

  /// Diagnostics in their file's frame.
  func trouble(_ diagnostics: [Diagnostic], of file: SourceFile, exit: ExitCode) -> Trouble {
    let frame = CodeFrame(file, paint: errorPaint, width: width)
    return Trouble(messages: diagnostics.map { frame.rendered($0) + "\n" }.joined(), exit: exit)
  }

  func trouble(_ broken: [Library.Broken], exit: ExitCode) -> Trouble {
    broken.reduce(into: Trouble()) {
      $0.add(trouble($1.diagnostics, of: $1.file, exit: exit))
    }
  }
}
