internal import Auditing
internal import Drafting
internal import Glibc
internal import SourceText

extension CommandSpec {
  static let initialize = CommandSpec(
    "init", "Write a first architecture file, commented.",
    discussion:
      "A file that exists is never overwritten. With --interactive the questions come first that the score waits for most; the file is written when nothing is left to ask, at `q`, and at the end of the input.",
    operands: Operands(
      name: "PATH", doc: "The file to write; arch.yaml where it is left out, - prints it.",
      count: 0...1, completes: .files),
    options: [
      OptionSpec(
        "template", .choice(StarterFile.allCases.map(\.rawValue)),
        "The shape of system to begin with; generic where it is left out."),
      OptionSpec(
        "interactive", .flag,
        "Ask for what the file is to say; begins with nothing, and so without --template."),
    ],
    exclusions: [
      Exclusion(
        "template", "interactive",
        because: "`--template` writes a file as it stands, and `--interactive` begins with nothing")
    ],
    run: { invocation in invocation.initialize() })
}

extension Invocation {
  fileprivate func initialize() -> ExitCode {
    let place = NewFile(operands.first ?? "arch.yaml")
    let template = values(of: "template").last.flatMap(StarterFile.init)
    do throws(Complaint) {
      try place.checkThatNothingIsThere()
    } catch {
      return terminal.complain(error, exit: .usage)
    }
    guard has("interactive") else {
      return write((template ?? .generic).text, to: place)
    }
    do throws(Complaint) {
      try place.checkThatItCanBeWritten()
    } catch {
      return terminal.complain(error, exit: .defect)
    }
    guard let library = library() else { return .brokenChecklist }
    var interview = Interview(library: library, today: Clock.today, on: console)
    interview.run()
    let exit = write(interview.text, to: place)
    // Answers are not lost because something else has taken the place meanwhile.
    return exit == .passed || place.path == nil ? exit : exit | terminal.write(interview.text)
  }

  private func write(_ text: String, to place: NewFile) -> ExitCode {
    guard let path = place.path else { return terminal.write(text) }
    do throws(Complaint) {
      try place.write(text)
    } catch {
      return terminal.complain(error, exit: .defect)
    }
    return terminal.tell([
      "\(path) is written. `memaudit check \(shellWord(path))` tells what to declare next."
    ])
  }

  /// Questions go to standard error. Answers that no terminal shows are shown, so that a log reads as a conversation.
  private var console: Interview.Console {
    let input = LineInput()
    return Interview.Console(
      paint: terminal.errorPaint, width: terminal.width,
      ask: { prompt in
        _ = terminal.write(prompt, to: .error)
        let line = input.next()
        if !input.isTerminal || line == nil {
          _ = terminal.write(line.map(printable) ?? "", to: .error)
          _ = terminal.write("\n", to: .error)
        }
        return line
      },
      say: { _ = terminal.write($0, to: .error) })
  }
}
