internal import SourceText

extension Checker {
  /// Reports literals in `syntax` that are compared with a choice and are not among its names.
  mutating func checkChoices(_ type: ValueType, _ syntax: Syntax) {
    guard let names = type.choices else { return }
    switch syntax.kind {
    case .literal(.string(let text)):
      guard !names.contains(text) else { return }
      let help = didYouMean(text, among: names) ?? "it is one of: " + names.joined(separator: ", ")
      report("`\(text)` is not among the choices", at: syntax.span, help: help)
    case .list(let elements):
      for element in elements { checkChoices(type, element) }
    case .conditional(_, let yes, let no):
      checkChoices(type, yes)
      checkChoices(type, no)
    default: break
    }
  }

  /// Reports what is wrong with a literal pattern.
  mutating func check(pattern: String, _ syntax: Syntax) {
    do throws(RegularExpressionError) {
      _ = try RegularExpression(pattern)
    } catch {
      let isWhole = syntax.literalText == pattern
      refuse(
        "the regular expression is broken: \(error.message)",
        at: isWhole ? place(ofOffset: error.offset, in: syntax.span) : syntax.span)
    }
  }

  /// Reports a literal that is no span of time, or no moment.
  mutating func check(_ text: String, asArgumentOf function: String, at span: Span) {
    switch function {
    case "duration" where DurationValue(text) == nil:
      report(
        DurationValue.refusal, at: span,
        help: DurationValue.hours(inDays: text).map { "write duration('\($0)')" }
          ?? "the units are h, m, s, ms, us and ns: duration('1h30m')")
    case "timestamp" where TimestampValue(text) == nil:
      report(
        TimestampValue.refusal, at: span,
        help: "write it like timestamp('2026-09-01T00:00:00Z')")
    default: break
    }
  }

  /// What to write for a literal that stands beside a duration and is none: `600`, `'15m'`.
  func durationMeant(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) -> String? {
    let literal: Value?
    switch operation {
    case .multiply, .divide, .remainder, .isIn: return nil
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract: break
    }
    switch (left.type, right.type) {
    case (.duration, _): literal = right.node.constant
    case (_, .duration): literal = left.node.constant
    default: return nil
    }
    switch literal {
    case .int(let seconds): return "write duration('\(seconds)s')"
    case .string(let text) where DurationValue(text) != nil: return "write duration('\(text)')"
    default: return nil
    }
  }

  /// Where an offset in a literal's text is in the expression; the whole literal where it has escapes.
  private func place(ofOffset offset: Int, in span: Span) -> Span {
    let literal = StringLiteral(span, in: Array(text.utf8))
    guard literal.isPlain else { return span }
    let start = min(literal.content.start + offset, literal.content.end)
    return Span(start, min(start + 1, literal.content.end))
  }

  /// The type of values of which some have one type and some the other.
  mutating func joined(
    _ first: ValueType, _ second: ValueType, at span: Span, _ complaint: String
  ) -> ValueType {
    if let type = first.joined(with: second) { return type }
    if !options.allowsDyn { report("\(complaint): \(first) and \(second)", at: span) }
    return .dyn
  }

  mutating func list(_ elements: [Syntax], at span: Span) -> Typed {
    var type = ValueType.nothing
    var depth = 0
    var nodes: [Node] = []
    var values: [Value] = []
    for element in elements {
      let checked = check(element)
      type = joined(
        type, checked.type, at: element.span, "the elements of the list have different types")
      depth = max(depth, checked.depth)
      nodes.append(checked.node)
      if let value = checked.node.constant { values.append(value) }
    }
    let node: Node =
      values.count == nodes.count
      ? Constant(.list(of: values), at: span) : ListNode(nodes, at: span)
    return nested(node, .list(type), over: depth)
  }

  mutating func map(_ entries: [Syntax.Entry], at span: Span) -> Typed {
    var keyType = ValueType.nothing
    var valueType = ValueType.nothing
    var depth = 0
    var nodes: [(key: Node, value: Node)] = []
    for entry in entries {
      let key = check(entry.key)
      switch key.type {
      case .bool, .int, .string, .choice, .dyn, .nothing: break
      case .null, .double, .list, .map, .duration, .timestamp, .record:
        report("\(key.type.withArticle) cannot be a key of a map", at: entry.key.span)
      }
      let value = check(entry.value)
      keyType = joined(
        keyType, key.type, at: entry.key.span, "the keys of the map have different types")
      valueType = joined(
        valueType, value.type, at: entry.value.span, "the values of the map have different types")
      depth = max(depth, value.depth)
      nodes.append((key.node, value.node))
    }
    return nested(MapNode(nodes, at: span), .map(keyType, valueType), over: depth)
  }
}

extension Value {
  var literalType: ValueType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .list, .map, .duration, .timestamp, .record, .unknown: .dyn
    }
  }
}

extension ValueType {
  /// The type as a message names one value of it.
  var withArticle: String {
    switch self {
    case .int: "an int"
    case .null: "null"
    case .choice: "a string"
    case .dyn, .nothing: "a value of any type"
    case .bool, .double, .string, .list, .map, .duration, .timestamp, .record: "a \(self)"
    }
  }
}
