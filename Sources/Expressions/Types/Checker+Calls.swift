internal import SourceText

/// What CEL has and this profile has not, by name.
enum Refused {
  static let typeNames: Set<String> = [
    "int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type",
  ]

  static let functions: [String: String] = [
    "type": "types as values are not supported",
    "uint": "unsigned numbers (uint) are not supported; use int(…)",
    "bytes": "bytes are not supported",
    "format": "format(…) is not supported; join the texts with `+`",
    "transformMapEntry": "transformMapEntry(…) is not supported; use transformMap(…)",
  ]

  static let namespaces: Set<String> = [
    "math", "optional", "proto", "base64", "sets", "lists", "regex", "ip", "cidr", "google",
  ]
}

extension Checker {
  mutating func check(_ call: Syntax.Call, at span: Span) -> Typed {
    if let message = Refused.functions[call.name] {
      refuse(message, at: call.nameSpan)
      return Typed(node: Failure(message, at: span), type: .dyn)
    }
    guard let receiver = call.receiver else {
      return check(call.name, .global, call, call.arguments, at: span)
    }
    if let namespace = receiver.simpleName, !isVariable(namespace) {
      let name = namespace + "." + call.name
      if Function.named(name) != nil {
        return check(name, .global, call, call.arguments, at: span)
      }
      if Refused.namespaces.contains(namespace) {
        refuse("\(name)(…) is not supported", at: Span(receiver.span.start, call.nameSpan.end))
        return Typed(node: Failure("not supported", at: span), type: .dyn)
      }
    }
    return check(call.name, .member, call, [receiver] + call.arguments, at: span)
  }

  private mutating func check(
    _ name: String, _ form: Function.Form, _ call: Syntax.Call, _ operands: [Syntax],
    at span: Span
  ) -> Typed {
    guard let function = Function.named(name), function.takes(form) else {
      for operand in operands { _ = check(operand) }
      return wrong(
        missing(name, form), at: call.nameSpan,
        help: Function.named(name) == nil ? didYouMean(name, among: known(form)) : nil)
    }
    let arguments = operands.map { check($0) }
    let types = arguments.map(\.type)
    let matching = function.signatures.filter { signature in
      signature.parameters.count == types.count
        && zip(types, signature.parameters).allSatisfy { $0.fits($1) }
    }
    guard let first = matching.first else {
      let taken = function.signatures.map { $0.described(name, form) }
      return wrong(
        "\(name)(…) does not take (\(types.map(\.description).joined(separator: ", ")))",
        at: call.nameSpan, help: "it is " + taken.joined(separator: " or "))
    }
    if name == "dyn", !options.allowsDyn {
      refuse("dyn(…) is not allowed here", at: call.nameSpan)
    }
    if name == "matches", case .string(let pattern)? = arguments[1].node.constant {
      check(pattern: pattern, operands[1])
      return typed(
        Match(arguments[0].node, pattern, literal: arguments[1].node, at: span), .bool)
    }
    if form == .global, let operand = operands.first,
      case .string(let text)? = arguments[0].node.constant
    {
      check(text, asArgumentOf: name, at: operand.span)
    }
    if first.parameters == [.timestamp, .string], let zone = operands[1].literalText,
      fixedOffset(zone) == nil
    {
      refuse(
        "named time zones are not supported", at: operands[1].span,
        help: "write the offset, as in '+02:00'")
    }
    let isSettled = matching.allSatisfy { $0.result == first.result }
    return typed(
      CallNode(function, arguments.map(\.node), at: span), isSettled ? first.result : .dyn,
      depth: arguments.reduce(0) { max($0, $1.depth) })
  }

  private func missing(_ name: String, _ form: Function.Form) -> String {
    if LoopMacro(name: name) != nil {
      return "\(name)(…) is a macro: list.\(name)(x, …)"
    }
    if Function.named(name) != nil {
      return form == .member
        ? "\(name)(…) is not called behind a value: \(name)(x)"
        : "\(name)(…) is called behind a value: x.\(name)(…)"
    }
    return "there is no function `\(name)`"
  }

  private func known(_ form: Function.Form) -> [String] {
    let functions = Function.all.filter { $0.takes(form) }.map(\.name)
    switch form {
    case .global: return functions + ["has", "declared"] + Presumption.allCases.map(\.rawValue)
    case .member, .both: return functions + LoopMacro.allCases.map(\.rawValue)
    }
  }
}

extension Function.Signature {
  /// As the reference writes it: `string.startsWith(string) -> bool`.
  func described(_ name: String, _ form: Function.Form) -> String {
    let names = parameters.map(\.description)
    switch form {
    case .global, .both: return "\(name)(\(names.joined(separator: ", "))) -> \(result)"
    case .member:
      let rest = names.dropFirst().joined(separator: ", ")
      return "\(names.first ?? "").\(name)(\(rest)) -> \(result)"
    }
  }
}
