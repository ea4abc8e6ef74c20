internal import SourceText

/// Completions for bash, as a function that it calls.
struct BashCompletions {
  private let commands: [CommandSpec]

  init(_ commands: [CommandSpec]) {
    self.commands = commands
  }

  var script: String {
    """
    # Completions of memaudit for bash.
    _memaudit() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
      COMPREPLY=()
      if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W \(shellQuoted(names + " --help --version")) -- "$word"))
        return
      fi
      case $command in
    \(commands.map(branch).joined(separator: "\n"))
      esac
    }
    complete -o filenames -F _memaudit memaudit

    """
  }

  private var names: String { commands.map(\.name).joined(separator: " ") }

  private func branch(_ command: CommandSpec) -> String {
    let options = command.options.map { "--" + $0.name }.joined(separator: " ")
    return """
          \(command.name))
            case $before in
      \(command.options.compactMap(values).joined(separator: "\n"))
            esac
            if [[ $word == -* ]]; then
              COMPREPLY=($(compgen -W \(shellQuoted(options)) -- "$word"))
            else
              \(offer(command.operands?.completes ?? .nothing))
            fi ;;
      """
  }

  private func values(of option: OptionSpec) -> String? {
    if case .flag = option.value { return nil }
    return "        --\(option.name)) \(offer(option.value.completes)); return ;;"
  }

  private func offer(_ completion: Completion) -> String {
    switch completion {
    case .files: "local IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\"))"
    case .words:
      "COMPREPLY=($(compgen -W \(shellQuoted(completion.offered.joined(separator: " "))) -- \"$word\"))"
    case .nothing: ":"
    }
  }
}
