internal import SourceText

/// The help of the program and of each subcommand.
struct Help {
  let terminal: Terminal

  func program(_ commands: [CommandSpec]) -> String {
    var text = "Audits the memory architecture of LLM agent systems before production.\n\n"
    text += heading("usage") + "  memaudit COMMAND [ARGUMENTS]\n\n" + heading("commands")
    text += table(commands.map { ($0.name, $0.summary) })
    text += "\n" + heading("options")
    text += table([
      ("--version", "Show the version."), ("-h, --help", "Show this help, or that of a command."),
    ])
    text +=
      "\n" + heading("exit codes")
      + table(ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
    return text
  }

  func command(_ command: CommandSpec) -> String {
    var usage = "  memaudit \(command.name)"
    if let operands = command.operands { usage += " " + operands.usage }
    if !command.options.isEmpty { usage += " [OPTIONS]" }
    var text = paragraph(command.summary) + "\n" + heading("usage") + usage + "\n"
    if !command.discussion.isEmpty { text += "\n" + paragraph(command.discussion) }
    if let operands = command.operands {
      text += "\n" + heading("arguments") + table([(operands.name, operands.doc)])
    }
    text += "\n" + heading("options")
    text += table(
      command.options.map { option in
        ((option.short.map { "-\($0), " } ?? "") + option.usage, option.doc)
      })
    return text
  }

  private func heading(_ title: String) -> String {
    terminal.paint(title, .bold) + "\n"
  }

  private func paragraph(_ text: String) -> String {
    wrapped(text, to: terminal.width).map { $0 + "\n" }.joined()
  }

  /// Names on the left, what they mean on the right; a name that is too wide has a line of its own.
  private func table(_ rows: [(name: String, doc: String)]) -> String {
    let longest = rows.map(\.name.count).max() ?? 0
    let indent = min(longest, 26) + 4
    return rows.map { name, doc in
      let lines = wrapped(doc, to: terminal.width - indent)
      let margin = String(repeating: " ", count: indent)
      let first = "  " + terminal.paint(name, .cyan)
      let padding = indent - name.count - 2
      let start =
        padding >= 2 ? first + String(repeating: " ", count: padding) : first + "\n" + margin
      return start + lines.joined(separator: "\n" + margin) + "\n"
    }.joined()
  }
}

extension CommandSpec.Operands {
  /// How usage lines write them: `[PATH ...]`.
  var usage: String {
    let many = count.upperBound == Int.max ? "\(name) ..." : name
    return count.lowerBound == 0 ? "[\(many)]" : many
  }
}
