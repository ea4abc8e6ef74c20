internal import Auditing
internal import SourceText

extension CommandSpec {
  static let test = CommandSpec(
    "test", "Run the examples that the rules of checklists carry.",
    operands: Operands(
      name: "CHECKLIST", doc: "A checklist file; without one, the built-in checklists.",
      count: 0...Int.max, completes: .files),
    run: test)

  private static func test(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    var files: [SourceFile] = []
    do {
      for path in invocation.operands { files.append(try readFile(path)) }
    } catch {
      return terminal.complain(error, exit: .unusableInput)
    }
    let isBuiltIn = files.isEmpty
    guard let library = invocation.library(files) else { return .brokenChecklist }
    let tested = isBuiltIn ? library.checklists : Array(library.checklists.suffix(files.count))
    let run = ExampleRun(today: Clock.today)
    var exit = ExitCode.passed
    for checklist in tested {
      let mismatches = checklist.rules.flatMap { run.mismatches(of: $0) }
      let frame = CodeFrame(checklist.file, paint: terminal.errorPaint, width: terminal.width)
      for mismatch in mismatches {
        exit =
          exit | .brokenChecklist
          | terminal.write(frame.rendered(mismatch) + "\n", to: .error)
      }
      let outcome =
        mismatches.isEmpty
        ? "all examples hold"
        : counted(mismatches.count, "example does not hold", "examples do not hold")
      let count = counted(checklist.rules.count, "rule")
      exit = exit | terminal.show("\(checklist.id): \(count), \(outcome)\n")
    }
    return exit
  }
}
