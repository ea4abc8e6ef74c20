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
