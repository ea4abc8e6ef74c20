internal import SourceText

/// Completions for zsh, in the words of its `_arguments`.
struct ZshCompletions {
  private let commands: [CommandSpec]

  init(_ commands: [CommandSpec]) {
    self.commands = commands
  }

  var script: String {
    """
    #compdef memaudit
    # Completions of memaudit for zsh.
    _memaudit() {
      if (( CURRENT == 2 )); then
        local -a commands
        commands=(
    \(commands.map { "      \(shellQuoted("\($0.name):\($0.summary)"))" }.joined(separator: "\n"))
        )
        _describe command commands
        return
      fi
      local command=$words[2]
      shift words
      (( CURRENT-- ))
      case $command in
    \(commands.map(branch).joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _memaudit ]]; then _memaudit "$@"; else compdef _memaudit memaudit; fi

    """
  }

  private func branch(_ command: CommandSpec) -> String {
    let arguments = (command.options.map(option) + [operands(of: command)].compactMap(\.self))
      .map { "      " + shellQuoted($0) }
    return "    \(command.name)) _arguments -s \\\n" + arguments.joined(separator: " \\\n") + " ;;"
  }

  private func option(_ option: OptionSpec) -> String {
    let doc = escaped(option.doc)
    if case .flag = option.value { return "--\(option.name)[\(doc)]" }
    return "*--\(option.name)=[\(doc)]:\(option.name):\(offer(option.value.completes))"
  }

  private func operands(of command: CommandSpec) -> String? {
    command.operands.map { "*:\(escaped($0.name)):\(offer($0.completes))" }
  }

  private func offer(_ completion: Completion) -> String {
    switch completion {
    case .files: "_files"
    case .words: "(" + completion.offered.joined(separator: " ") + ")"
    case .nothing: " "
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }
}
