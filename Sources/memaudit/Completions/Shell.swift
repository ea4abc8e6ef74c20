/// The shells that can complete what is typed.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  func script(for commands: [CommandSpec]) -> String {
    switch self {
    case .bash: BashCompletions(commands).script
    case .zsh: ZshCompletions(commands).script
    case .fish: FishCompletions(commands).script
    }
  }
}

/// A text between single quotes, as all three shells read it.
func shellQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
