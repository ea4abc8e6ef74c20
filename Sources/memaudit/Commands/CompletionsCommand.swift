internal import SourceText

extension CommandSpec {
  static let completions = CommandSpec(
    "completions", "Print what a shell needs to complete commands.",
    discussion:
      "bash: source <(memaudit completions bash). zsh: save it as _memaudit in a folder of $fpath. fish: save it as ~/.config/fish/completions/memaudit.fish.",
    operands: Operands(
      name: "SHELL", doc: "bash, zsh or fish.", count: 1...1,
      completes: .words { Shell.allCases.map(\.rawValue) }),
    run: { invocation in
      let name = invocation.operands.first ?? ""
      guard let shell = Shell(rawValue: name) else {
        let known = Shell.allCases.map(\.rawValue).joined(separator: ", ")
        return invocation.terminal.complain(
          Complaint("there are no completions for `\(name)`", help: "write one of \(known)"),
          exit: .usage)
      }
      return invocation.terminal.write(shell.script(for: Memaudit.commands))
    })
}
