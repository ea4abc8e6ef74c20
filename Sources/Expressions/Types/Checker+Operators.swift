internal import SourceText

extension Checker {
  mutating func binary(_ operation: BinaryOperator, _ left: Syntax, _ right: Syntax, at span: Span)
    -> Typed
  {
    let first = check(left)
    let second = check(right)
    switch operation {
    case .equal, .notEqual:
      if !first.type.isComparable(with: second.type) {
        report(
          "`\(operation.rawValue)` compares \(first.type.withArticle) with \(second.type.withArticle)",
          at: span, help: durationMeant(operation, first, second))
      }
      checkChoices(first.type, right)
      checkChoices(second.type, left)
      return typed(equality(operation == .equal, first.node, second.node, at: span), .bool)
    case .isIn:
      membership(first, left, second, right, at: span)
      return typed(Binary(operation, first.node, second.node, at: span), .bool)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if !first.type.isOrdered(with: second.type) { mismatch(operation, first, second, at: span) }
      return typed(Binary(operation, first.node, second.node, at: span), .bool)
    case .add, .subtract, .multiply, .divide, .remainder:
      if operation == .add, case .string(let head)? = first.node.constant,
        case .string(let tail)? = second.node.constant
      {
        return typed(Constant(.string(head + tail), at: span), .string)
      }
      guard let type = first.type.result(operation, second.type) else {
        mismatch(operation, first, second, at: span)
        return typed(
          Binary(operation, first.node, second.node, at: span), .dyn,
          depth: max(first.depth, second.depth))
      }
      return typed(
        Binary(operation, first.node, second.node, at: span), type,
        depth: max(first.depth, second.depth))
    }
  }

  private func equality(_ isEqual: Bool, _ left: Node, _ right: Node, at span: Span) -> Node {
    if case .string(let text)? = right.constant {
      return TextEquality(left, right, text, isEqual: isEqual, at: span)
    }
    if case .string(let text)? = left.constant {
      return TextEquality(right, left, text, isEqual: isEqual, at: span)
    }
    return Binary(isEqual ? .equal : .notEqual, left, right, at: span)
  }

  private mutating func membership(
    _ element: Typed, _ elementSyntax: Syntax, _ container: Typed, _ containerSyntax: Syntax,
    at span: Span
  ) {
    switch container.type {
    case .list(let type), .map(let type, _):
      if !element.type.isComparable(with: type) {
        report("`in` looks for \(element.type.withArticle) among \(type)", at: span)
      }
      checkChoices(type, elementSyntax)
      checkChoices(element.type, containerSyntax)
    case .dyn, .nothing: break
    case .null, .bool, .int, .double, .string, .choice, .duration, .timestamp, .record:
      report(
        "`in` looks into a list or a map, not into \(container.type.withArticle)",
        at: containerSyntax.span,
        help: container.type.fits(.string) ? "write text.contains(part)" : nil)
    }
  }

  private mutating func mismatch(
    _ operation: BinaryOperator, _ left: Typed, _ right: Typed, at span: Span
  ) {
    let isMixed = left.type.isNumber && right.type.isNumber && left.type != right.type
    report(
      "`\(operation.rawValue)` does not take (\(left.type), \(right.type))", at: span,
      help: isMixed
        ? "convert one of them, with double(…) or int(…)" : durationMeant(operation, left, right))
  }
}

extension ValueType {
  /// Whether `<` may stand between the two.
  fileprivate func isOrdered(with other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn), (.nothing, _), (_, .nothing): true
    case (.int, .int), (.int, .double), (.double, .int), (.double, .double): true
    case (.string, .string), (.choice, .string), (.string, .choice), (.choice, .choice): true
    case (.bool, .bool), (.duration, .duration), (.timestamp, .timestamp): true
    default: false
    }
  }

  /// The type of an arithmetic operation's result; nil where there is no such operation.
  fileprivate func result(_ operation: BinaryOperator, _ other: ValueType) -> ValueType? {
    switch (self, operation, other) {
    case (.dyn, _, _), (_, _, .dyn), (.nothing, _, _), (_, _, .nothing): .dyn
    case (.int, _, .int): .int
    case (.double, .add, .double), (.double, .subtract, .double), (.double, .multiply, .double),
      (.double, .divide, .double):
      .double
    case (.string, .add, .string), (.choice, .add, .string), (.string, .add, .choice),
      (.choice, .add, .choice):
      .string
    case (.list, .add, .list): joined(with: other)
    case (.duration, .add, .duration), (.duration, .subtract, .duration),
      (.timestamp, .subtract, .timestamp):
      .duration
    case (.timestamp, .add, .duration), (.timestamp, .subtract, .duration),
      (.duration, .add, .timestamp):
      .timestamp
    default: nil
    }
  }
}
