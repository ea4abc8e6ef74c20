internal import Glibc
internal import SourceText

/// The program: takes the command line apart and runs a subcommand.
@main
enum Memaudit {
  static let version = "0.1.0"
  static var commands: [CommandSpec] { CommandName.allCases.map(\.command) }

  /// Puts together the one that is asked for, and not all: every run begins with it.
  static func command(named name: String) -> CommandSpec? { CommandName(rawValue: name)?.command }

  static func main() {
    prepareProcess()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    let terminal = Terminal(.auto)
    guard let name = words.first else {
      return terminal.write(Help(terminal: terminal).program(commands)) | .usage
    }
    switch name {
    case "--version": return terminal.write("memaudit \(version)\n")
    case "--help", "-h": return terminal.write(Help(terminal: terminal).program(commands))
    case "help": return help(words.dropFirst(), on: terminal)
    case PrepareCommand.option: return PrepareCommand.write(to: terminal)
    default: break
    }
    guard let command = command(named: name) else {
      let version = ["-V", "version"].contains(name) ? "--version" : nil
      return terminal.complain(unknownCommand(name, meant: version), exit: .usage)
    }
    return run(command, words.dropFirst(), on: terminal)
  }

  private static func run(
    _ command: CommandSpec, _ words: ArraySlice<String>, on terminal: Terminal
  )
    -> ExitCode
  {
    do throws(Complaint) {
      let arguments = try ParsedArguments(words, for: command)
      let color = arguments.values[OptionSpec.color.name]?.last
      let invocation = Invocation(
        operands: arguments.operands, values: arguments.values,
        terminal: Terminal(color.flatMap(Terminal.ColorChoice.init) ?? .auto))
      guard !invocation.has(OptionSpec.help.name) else {
        return terminal.write(Help(terminal: invocation.terminal).command(command))
      }
      return command.run(invocation)
    } catch {
      let help = error.help ?? "`memaudit \(command.name) --help` says what it takes"
      return terminal.complain(Complaint(error.message, help: help), exit: .usage)
    }
  }

  private static func help(_ words: ArraySlice<String>, on terminal: Terminal) -> ExitCode {
    let help = Help(terminal: terminal)
    guard let name = words.first else { return terminal.write(help.program(commands)) }
    guard let command = command(named: name) else {
      return terminal.complain(unknownCommand(name), exit: .usage)
    }
    return terminal.write(help.command(command))
  }

  private static func unknownCommand(_ name: String, meant: String? = nil) -> Complaint {
    let near = meant ?? suggestion(for: name, among: commands.map(\.name))
    return Complaint(
      "there is no command `\(name)`",
      help: near.map { didYouMean("memaudit \($0)") } ?? "`memaudit --help` lists the commands")
  }
}

/// The subcommands, in the order in which help tells them.
private enum CommandName: String, CaseIterable {
  case initialize = "init"
  case check
  case report
  case map
  case diff
  case explain
  case rules
  case test
  case schema
  case completions

  var command: CommandSpec {
    switch self {
    case .initialize: .initialize
    case .check: .check
    case .report: .report
    case .map: .map
    case .diff: .diff
    case .explain: .explain
    case .rules: .rules
    case .test: .test
    case .schema: .schema
    case .completions: .completions
    }
  }
}
