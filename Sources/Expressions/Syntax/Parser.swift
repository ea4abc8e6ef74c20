internal import SourceText

/// Turns a text into syntax: operators by precedence climbing, macros expanded on the way.
struct Parser {
  private(set) var lexer: Lexer
  private(set) var token: Token
  private var depth = 0
  /// What is not supported, and was passed over.
  private(set) var refusals: [Diagnostic] = []

  init(_ text: String) throws(SyntaxError) {
    lexer = Lexer(Array(text.utf8))
    guard lexer.bytes.count <= Limits.length else {
      throw SyntaxError(
        "the expression is longer than \(Limits.length) bytes", at: Span(0, lexer.bytes.count))
    }
    token = try lexer.next()
  }

  /// The whole text as one expression.
  mutating func parse() throws(SyntaxError) -> Syntax {
    if token.kind == .end { throw SyntaxError("the expression is empty", at: token.span) }
    let syntax = try expression()
    guard token.kind == .end else { throw unexpected() }
    return syntax
  }

  // MARK: Tokens

  mutating func advance() throws(SyntaxError) {
    token = try lexer.next()
  }

  mutating func accept(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ written: String) throws(SyntaxError) {
    guard try accept(kind) else {
      throw SyntaxError("expected `\(written)`, found \(found)", at: token.span)
    }
  }

  func text(_ span: Span) -> String { lexer.text(span) }

  private var found: String {
    token.kind == .end ? "the end" : "`\(text(token.span))`"
  }

  func unexpected() -> SyntaxError {
    let help =
      switch text(token.span) {
      case "and": "write `&&`"
      case "or": "write `||`"
      case "not": "write `!`"
      default: String?.none
      }
    return SyntaxError(
      token.kind == .end ? "the expression ends too early" : "\(found) is not expected here",
      at: token.span, help: help)
  }

  mutating func refuse(_ what: String, at span: Span, help: String? = nil) {
    guard refusals.count < Limits.diagnostics else { return }
    refusals.append(Diagnostic("\(what) not supported", at: span, help: help))
  }

  // MARK: Syntax

  /// A node over its children, unless it is nested too deeply.
  func node(_ kind: Syntax.Kind, from start: Int, to end: Int, over height: Int)
    throws(SyntaxError) -> Syntax
  {
    guard height < Limits.nesting else { throw tooDeep(Span(start, end)) }
    return Syntax(kind, at: Span(start, end), over: height)
  }

  private func tooDeep(_ span: Span) -> SyntaxError {
    SyntaxError("the expression is nested deeper than \(Limits.nesting) levels", at: span)
  }

  mutating func expression() throws(SyntaxError) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { throw tooDeep(token.span) }
    let condition = try disjunction()
    guard try accept(.question) else { return condition }
    let yes = try disjunction()
    try expect(.colon, ":")
    let no = try expression()
    return try node(
      .conditional(condition, yes, no), from: condition.span.start, to: no.span.end,
      over: max(condition.height, yes.height, no.height))
  }

  private mutating func disjunction() throws(SyntaxError) -> Syntax {
    let first = try conjunction()
    guard token.kind == .or else { return first }
    var operands = [first]
    while try accept(.or) { operands.append(try conjunction()) }
    return try logical(.or, operands)
  }

  private mutating func conjunction() throws(SyntaxError) -> Syntax {
    let first = try binary(3)
    guard token.kind == .and else { return first }
    var operands = [first]
    while try accept(.and) { operands.append(try binary(3)) }
    return try logical(.and, operands)
  }

  private func logical(_ operation: LogicalOperator, _ operands: [Syntax]) throws(SyntaxError)
    -> Syntax
  {
    let height = operands.reduce(0) { max($0, $1.height) }
    return try node(
      .logical(operation, operands), from: operands[0].span.start,
      to: operands[operands.count - 1].span.end, over: height)
  }

  private mutating func binary(_ precedence: Int) throws(SyntaxError) -> Syntax {
    var left = try unary()
    while let operation = BinaryOperator(token.kind), operation.precedence >= precedence {
      try advance()
      let right = try binary(operation.precedence + 1)
      left = try node(
        .binary(operation, left, right), from: left.span.start, to: right.span.end,
        over: max(left.height, right.height))
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> Syntax {
    let kind = token.kind
    guard kind == .not || kind == .minus else { return try member() }
    var starts: [Int] = []
    while token.kind == kind {
      starts.append(token.span.start)
      try advance()
    }
    var operand: Syntax
    if kind == .minus, token.kind == .int || token.kind == .double, let start = starts.popLast() {
      operand = try member(of: try negativeNumber(from: start))
    } else if token.kind == .not || token.kind == .minus {
      throw unexpected()
    } else {
      operand = try member()
    }
    // Of a long run of one sign only its being odd or even matters.
    for start in starts.suffix(2 - starts.count % 2).reversed() {
      operand = try node(
        kind == .not ? .not(operand) : .negative(operand), from: start, to: operand.span.end,
        over: operand.height)
    }
    return operand
  }

  private mutating func member() throws(SyntaxError) -> Syntax {
    try member(of: try primary())
  }

  /// Selections, indexes and calls behind an operand.
  mutating func member(of operand: Syntax) throws(SyntaxError) -> Syntax {
    var operand = operand
    while true {
      if token.kind == .dot {
        try advance()
        operand = try selection(of: operand)
      } else if token.kind == .leftBracket {
        operand = try index(of: operand)
      } else if token.kind == .leftBrace, operand.isTypeName {
        return try message(operand)
      } else {
        return operand
      }
    }
  }

  private mutating func selection(of operand: Syntax) throws(SyntaxError) -> Syntax {
    if token.kind == .question {
      refuse("optional values (`.?`) are", at: token.span, help: "use has(…) and `?:`")
      try advance()
    }
    let nameSpan = token.span
    let name: String
    switch token.kind {
    case .name, .reserved: name = text(nameSpan)
    case .quotedName: name = text(Span(nameSpan.start + 1, nameSpan.end - 1))
    default: throw SyntaxError("expected a name after `.`, found \(found)", at: token.span)
    }
    let isQuoted = token.kind == .quotedName
    try advance()
    if token.kind == .leftParenthesis, !isQuoted {
      return try call(name, at: nameSpan, of: operand)
    }
    return try node(
      .select(operand, field: name, at: nameSpan), from: operand.span.start, to: nameSpan.end,
      over: operand.height)
  }

  private mutating func index(of operand: Syntax) throws(SyntaxError) -> Syntax {
    try advance()
    if token.kind == .question {
      refuse("optional values (`[?`) are", at: token.span, help: "use `in` and `?:`")
      try advance()
    }
    let place = try expression()
    let end = token.span.end
    try expect(.rightBracket, "]")
    return try node(
      .index(operand, place), from: operand.span.start, to: end,
      over: max(operand.height, place.height))
  }

  /// A call, from its opening parenthesis.
  mutating func call(_ name: String, at nameSpan: Span, of receiver: Syntax?)
    throws(SyntaxError) -> Syntax
  {
    try expect(.leftParenthesis, "(")
    var arguments: [Syntax] = []
    while token.kind != .rightParenthesis {
      arguments.append(try expression())
      guard try accept(.comma) else { break }
      if token.kind == .rightParenthesis { throw unexpected() }
    }
    let end = token.span.end
    try expect(.rightParenthesis, ")")
    let call = Syntax.Call(
      name: name, nameSpan: nameSpan, receiver: receiver, arguments: arguments)
    let height = arguments.reduce(receiver?.height ?? 0) { max($0, $1.height) }
    let kind = try expanded(call) ?? .call(call)
    return try node(
      kind, from: receiver?.span.start ?? nameSpan.start, to: end, over: height)
  }
}

extension Syntax {
  /// Whether a brace behind it makes it the name of a message.
  fileprivate var isTypeName: Bool {
    switch kind {
    case .name: true
    case .select(let operand, _, _): operand.isTypeName
    default: false
    }
  }

  /// The name, where the syntax is nothing else.
  var simpleName: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// The text of a string literal.
  var literalText: String? {
    if case .literal(.string(let text)) = kind { text } else { nil }
  }
}
