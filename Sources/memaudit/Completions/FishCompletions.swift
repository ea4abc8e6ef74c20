internal import SourceText

/// Completions for fish, one line for each thing that can be typed.
struct FishCompletions {
  private let commands: [CommandSpec]

  init(_ commands: [CommandSpec]) {
    self.commands = commands
  }

  var script: String {
    var lines = [
      "# Completions of memaudit for fish.", "complete -c memaudit -f",
      "complete -c memaudit -n __fish_use_subcommand -l version -d 'Show the version.'",
    ]
    for command in commands {
      lines.append(
        "complete -c memaudit -n __fish_use_subcommand -a \(command.name) -d \(shellQuoted(command.summary))"
      )
      let here = "complete -c memaudit -n '__fish_seen_subcommand_from \(command.name)'"
      lines += command.options.map { "\(here) \(option($0))" }
      if let operands = operands(of: command) { lines.append("\(here) \(operands)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func option(_ option: OptionSpec) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let head = "-l \(option.name)\(short) -d \(shellQuoted(option.doc))"
    if case .flag = option.value { return head }
    switch option.value.completes {
    case .files: return head + " -r -F"
    case .words: return head + " -x -a " + offered(option.value.completes)
    case .nothing: return head + " -x"
    }
  }

  private func operands(of command: CommandSpec) -> String? {
    switch command.operands?.completes {
    case .files: "-F"
    case .words(let words): "-a " + offered(.words(words))
    case .nothing, nil: nil
    }
  }

  private func offered(_ completion: Completion) -> String {
    shellQuoted(completion.offered.joined(separator: " "))
  }
}
