internal import SourceText

extension Parser {
  /// What a call of a macro stands for; nil for the call of a function.
  mutating func expanded(_ call: Syntax.Call) throws(SyntaxError) -> Syntax.Kind? {
    guard let receiver = call.receiver else {
      guard call.arguments.count == 1 else { return nil }
      switch call.name {
      case "has": return try presence(call.arguments[0], macro: "has")
      case "declared": return try presence(call.arguments[0], macro: "declared")
      default: return Presumption(rawValue: call.name).map { .presumed(call.arguments[0], $0) }
      }
    }
    if receiver.simpleName == "cel" { return try binding(call) }
    guard let macro = LoopMacro(name: call.name), call.arguments.count >= 2 else { return nil }
    return try loop(macro, over: receiver, call)
  }

  private func presence(_ argument: Syntax, macro: String) throws(SyntaxError) -> Syntax.Kind {
    guard case .select(let operand, let field, let span) = argument.kind else {
      throw SyntaxError(
        "\(macro)(…) asks for a field, as in \(macro)(subject.name)", at: argument.span)
    }
    if macro == "declared" { return .declared(argument) }
    return .has(operand, field: field, at: span)
  }

  private mutating func binding(_ call: Syntax.Call) throws(SyntaxError) -> Syntax.Kind {
    guard call.name == "bind" else {
      refuse("cel.\(call.name)(…) is", at: call.nameSpan)
      return .refused
    }
    guard call.arguments.count == 3 else {
      throw SyntaxError(
        "cel.bind(…) takes a name, its value and an expression", at: call.nameSpan)
    }
    return .binding(
      try name(call.arguments[0], of: "cel.bind"), call.arguments[1], body: call.arguments[2])
  }

  private func name(_ syntax: Syntax, of macro: String) throws(SyntaxError) -> String {
    guard let name = syntax.simpleName else {
      throw SyntaxError("\(macro)(…) begins with a simple name", at: syntax.span)
    }
    return name
  }

  private func loop(_ macro: LoopMacro, over range: Syntax, _ call: Syntax.Call)
    throws(SyntaxError) -> Syntax.Kind?
  {
    let count = call.arguments.count
    let nameCount: Int
    switch macro {
    case .all, .exists, .existsOne:
      guard count == 2 || count == 3 else { return nil }
      nameCount = count - 1
    case .filter:
      guard count == 2 else { return nil }
      nameCount = 1
    case .map:
      guard count == 2 || count == 3 else { return nil }
      nameCount = 1
    case .transformList, .transformMap:
      guard count == 3 || count == 4 else { return nil }
      nameCount = 2
    }
    var names: [String] = []
    for argument in call.arguments.prefix(nameCount) {
      let name = try name(argument, of: call.name)
      guard !names.contains(name) else {
        throw SyntaxError("the two names must differ", at: argument.span)
      }
      names.append(name)
    }
    let bodies = call.arguments.dropFirst(nameCount)
    let isTransform = macro == .map || macro == .transformList || macro == .transformMap
    return .loop(
      Syntax.Loop(
        macro: macro, range: range, names: names,
        condition: isTransform ? (bodies.count == 2 ? bodies.first : nil) : bodies.first,
        result: isTransform ? bodies.last : nil))
  }
}

extension LoopMacro {
  init?(name: String) {
    if name == "existsOne" {
      self = .existsOne
    } else {
      self.init(rawValue: name)
    }
  }
}
