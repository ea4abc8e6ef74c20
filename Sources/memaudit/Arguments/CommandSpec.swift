/// What a subcommand takes: parsing, help and completions follow from it.
struct CommandSpec: Sendable {
  let name: String
  let summary: String
  /// More than the summary can say; lines are wrapped when shown.
  let discussion: String
  let operands: Operands?
  let options: [OptionSpec]
  let exclusions: [Exclusion]
  let run: @Sendable (Invocation) -> ExitCode

  init(
    _ name: String, _ summary: String, discussion: String = "", operands: Operands? = nil,
    options: [OptionSpec] = [], exclusions: [Exclusion] = [],
    run: @escaping @Sendable (Invocation) -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options + [.color, .help]
    self.exclusions = exclusions
    self.run = run
  }

  struct Operands: Sendable {
    let name: String
    let doc: String
    let count: ClosedRange<Int>
    let completes: Completion
  }
}

/// Two options of which one would say nothing beside the other.
struct Exclusion: Sendable {
  let options: [String]
  let reason: String

  init(_ one: String, _ other: String, because reason: String) {
    options = [one, other]
    self.reason = reason
  }
}

/// What a shell offers in the place of an operand or a value.
enum Completion: Sendable {
  case files
  case nothing
  case words(@Sendable () -> [String])

  /// The words, where there are any, that need no quotes.
  var offered: [String] {
    switch self {
    case .files, .nothing: []
    case .words(let words): words().filter { !$0.contains(" ") }
    }
  }
}

/// One option of a subcommand.
struct OptionSpec: Sendable {
  enum Value: Sendable {
    case flag
    case text(placeholder: String, completes: Completion = .nothing)
    /// What may be given; some words are understood besides, and not offered.
    case choice([String], understood: [String] = [])

    var completes: Completion {
      switch self {
      case .flag: .nothing
      case .text(_, let completes): completes
      case .choice(let words, _): .words { words }
      }
    }
  }

  let name: String
  let short: Character?
  let value: Value
  private let written: @Sendable () -> String
  /// Put together for those who ask: every run makes the options of its command.
  var doc: String { written() }

  init(
    _ name: String, short: Character? = nil, _ value: Value,
    _ doc: @autoclosure @escaping @Sendable () -> String
  ) {
    self.name = name
    self.short = short
    self.value = value
    written = doc
  }

  static let color = OptionSpec(
    "color", .choice(Terminal.ColorChoice.allCases.map(\.rawValue)),
    "Use colours; auto is for terminals, unless NO_COLOR is set.")
  static let help = OptionSpec("help", short: "h", .flag, "Show this help.")

  /// The option as help and completions write it.
  var usage: String {
    switch value {
    case .flag: "--" + name
    case .text(let placeholder, _): "--\(name) \(placeholder)"
    case .choice(let words, _): "--\(name) \(words.joined(separator: "|"))"
    }
  }
}

/// A subcommand with what was given to it.
struct Invocation: Sendable {
  let operands: [String]
  let terminal: Terminal
  private let values: [String: [String]]

  init(operands: [String], values: [String: [String]], terminal: Terminal) {
    self.operands = operands
    self.values = values
    self.terminal = terminal
  }

  func values(of option: String) -> [String] { values[option] ?? [] }

  func has(_ flag: String) -> Bool { values[flag] != nil }
}
