internal import SourceText

/// What follows the subcommand's name, sorted into operands and options.
struct ParsedArguments {
  private(set) var operands: [String] = []
  private(set) var values: [String: [String]] = [:]

  init(_ words: some Sequence<String>, for command: CommandSpec) throws(Complaint) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      try takeOption(word, &rest, for: command)
    }
    guard values[OptionSpec.help.name] == nil else { return }
    try checkOperands(for: command)
    try checkOptions(for: command)
  }

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>, for command: CommandSpec
  ) throws(Complaint) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts.first ?? "")
    let attached = parts.count > 1 ? String(parts[1]) : nil
    guard let option = command.options.first(where: { $0.isWritten(written) }) else {
      let known = command.options.map { "--" + $0.name }
      throw Complaint(
        "`\(command.name)` has no option `\(written)`",
        help: didYouMean(written, among: known))
    }
    switch option.value {
    case .flag:
      guard attached == nil else { throw Complaint("`\(written)` takes no value") }
      values[option.name, default: []].append("")
    case .text(let placeholder, _):
      guard let value = attached ?? rest.popFirst() else {
        throw Complaint("`\(written)` needs a value", help: "write `\(written) \(placeholder)`")
      }
      values[option.name, default: []].append(value)
    case .choice(let choices, let understood):
      let help = "write one of \(choices.joined(separator: ", "))"
      guard let value = attached ?? rest.popFirst() else {
        throw Complaint("`\(written)` needs a value", help: help)
      }
      guard choices.contains(value) || understood.contains(value) else {
        throw Complaint(
          "`\(written)` cannot be `\(value)`",
          help: didYouMean(value, among: choices) ?? help)
      }
      values[option.name, default: []].append(value)
    }
  }

  private func checkOperands(for command: CommandSpec) throws(Complaint) {
    let allowed = command.operands?.count ?? 0...0
    if operands.count < allowed.lowerBound, let spec = command.operands {
      throw Complaint("`\(command.name)` needs \(spec.name)")
    }
    if operands.count > allowed.upperBound {
      let extra = operands[allowed.upperBound]
      throw Complaint("`\(command.name)` does not take `\(extra)`")
    }
  }

  /// Of two options that exclude each other none is dropped without a word.
  private func checkOptions(for command: CommandSpec) throws(Complaint) {
    let isGiven = { (option: String) in values[option] != nil }
    guard let broken = command.exclusions.first(where: { $0.options.allSatisfy(isGiven) }) else {
      return
    }
    throw Complaint(broken.reason, help: "leave one of the two out")
  }
}

extension OptionSpec {
  fileprivate func isWritten(_ word: String) -> Bool {
    word == "--" + name || short.map { word == "-" + String($0) } == true
  }
}
