internal import SourceText

/// Finds the types of an expression's parts and resolves its names to slots, and reports what does
/// not fit.
struct Checker {
  let schema: Schema
  let options: Options
  let text: String
  let variables: [Variable]
  private var locals: [Variable] = []
  private var depths: [Int] = []
  private(set) var slotCount: Int
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var reads: [FieldRead] = []
  private var isInGuard: Bool

  struct Typed {
    let node: Node
    let type: ValueType
    /// How many levels of lists and maps the expression may have put around what it was given.
    var depth = 0
  }

  init(_ text: String, schema: Schema, variables: [Variable], options: Options) {
    self.text = text
    self.schema = schema
    self.variables = variables
    self.options = options
    self.slotCount = variables.count
    self.isInGuard = options.allowsDeclaredAnywhere
  }

  // MARK: Reporting

  /// Reports what is wrong whether types are checked or not.
  mutating func refuse(_ message: String, at span: Span, help: String? = nil) {
    guard diagnostics.count < Limits.diagnostics else { return }
    diagnostics.append(Diagnostic(message, at: span, help: help))
  }

  /// Reports what would fail when it is met.
  mutating func report(_ message: String, at span: Span, help: String? = nil) {
    if options.isChecked { refuse(message, at: span, help: help) }
  }

  /// What stands for a part that is wrong; nothing more is said about it.
  mutating func wrong(_ message: String, at span: Span, help: String? = nil) -> Typed {
    report(message, at: span, help: help)
    return Typed(node: Failure(message, at: span), type: .dyn)
  }

  func typed(_ node: Node, _ type: ValueType, depth: Int = 0) -> Typed {
    Typed(node: node, type: options.isChecked ? type : .dyn, depth: depth)
  }

  /// A list or a map around values; so deep that it could exhaust the stack, it is refused.
  mutating func nested(_ node: Node, _ type: ValueType, over depth: Int) -> Typed {
    if depth >= Limits.nesting {
      let message = "the value is nested deeper than \(Limits.nesting) levels"
      refuse(message, at: node.span)
      return Typed(node: Failure(message, at: node.span), type: .dyn)
    }
    return typed(node, type, depth: depth + 1)
  }

  // MARK: Parts

  mutating func check(_ syntax: Syntax) -> Typed {
    let span = syntax.span
    switch syntax.kind {
    case .literal(let value): return typed(Constant(value, at: span), value.literalType)
    case .name(let name): return local(name, at: span)
    case .select(let operand, let field, let place):
      return select(check(operand), field, at: place, in: span)
    case .has(let operand, let field, let place):
      let selected = select(check(operand), field, at: place, in: span)
      return typed(Presence(selected.node, at: span), .bool)
    case .declared(let argument): return declared(argument, at: span)
    case .presumed(let operand, let presumption):
      return typed(
        Presumed(presumption, condition(operand, of: presumption.rawValue), at: span), .bool)
    case .index(let operand, let place): return index(operand, place, at: span)
    case .call(let call): return check(call, at: span)
    case .not(let operand):
      return typed(Not(condition(operand, of: "!"), at: span), .bool)
    case .negative(let operand): return negative(operand, at: span)
    case .binary(let operation, let left, let right):
      return binary(operation, left, right, at: span)
    case .logical(let operation, let operands):
      let nodes = operands.map { condition($0, of: operation.rawValue) }
      return typed(
        Logical(operation, nodes[0], nodes[1], Array(nodes.dropFirst(2)), at: span), .bool)
    case .conditional(let condition, let yes, let no):
      return conditional(condition, yes, no, at: span)
    case .list(let elements): return list(elements, at: span)
    case .map(let entries): return map(entries, at: span)
    case .loop(let loop): return check(loop, at: span)
    case .binding(let name, let value, let body):
      let value = check(value)
      let slot = declare([Variable(name, value.type)], depth: value.depth)
      let body = check(body)
      forget(1)
      return typed(
        Binding(slot, value.node, body: body.node, at: span), body.type, depth: body.depth)
    case .refused: return Typed(node: Failure("not supported", at: span), type: .dyn)
    }
  }

  /// Gives names slots; the first one's slot.
  mutating func declare(_ names: [Variable], depth: Int) -> Int {
    let slot = variables.count + locals.count
    for name in names {
      locals.append(name)
      depths.append(depth)
    }
    slotCount = max(slotCount, variables.count + locals.count)
    return slot
  }

  mutating func forget(_ count: Int) {
    locals.removeLast(count)
    depths.removeLast(count)
  }

  func isVariable(_ name: String) -> Bool {
    locals.contains { $0.name == name } || variables.contains { $0.name == name }
  }

  private mutating func local(_ name: String, at span: Span) -> Typed {
    if let index = locals.lastIndex(where: { $0.name == name }) {
      return typed(
        Local(variables.count + index, at: span), locals[index].type, depth: depths[index])
    }
    if let index = variables.firstIndex(where: { $0.name == name }) {
      return typed(Local(index, at: span), variables[index].type)
    }
    if Refused.typeNames.contains(name) {
      let message = "types as values (`\(name)`) are not supported"
      refuse(message, at: span)
      return Typed(node: Failure(message, at: span), type: .dyn)
    }
    let known = (locals + variables).map(\.name)
    return wrong(
      "there is no `\(name)` here", at: span, help: didYouMean(name, among: known))
  }

  mutating func select(_ operand: Typed, _ field: String, at place: Span, in span: Span) -> Typed {
    switch operand.type {
    case .record(let name):
      guard let type = schema.types[name] else {
        return wrong("the schema has no type `\(name)`", at: place)
      }
      guard let slot = type.slot(of: field) else {
        return wrong(
          "`\(field)` is not a field of \(name)", at: place,
          help: didYouMean(field, among: type.fields.map(\.name)))
      }
      let read = FieldRead(record: name, field: field)
      reads.append(read)
      let declared = type.fields[slot]
      return typed(
        FieldOfRecord(
          operand.node, .read(read), slot: slot, isReference: declared.isReference,
          none: declared.type.none, at: span), declared.type,
        depth: operand.depth)
    case .map(let key, let value):
      if !key.fits(.string) {
        report("the keys of the map are \(key), not text", at: place)
      }
      return typed(
        FieldByName(operand.node, field, schema, at: span), value, depth: operand.depth)
    case .dyn, .nothing:
      return typed(
        FieldByName(operand.node, field, schema, at: span), .dyn, depth: operand.depth)
    case .null, .bool, .int, .double, .string, .choice, .list, .duration, .timestamp:
      return wrong(
        "\(operand.type.withArticle) has no fields", at: place,
        help: isList(operand.type) ? "ask about its elements: list.exists(x, x.\(field) …)" : nil)
    }
  }

  private func isList(_ type: ValueType) -> Bool {
    if case .list = type { true } else { false }
  }

  private mutating func declared(_ argument: Syntax, at span: Span) -> Typed {
    if !isInGuard {
      refuse(
        "declared(…) may only guard: it stands in the condition of `?:`", at: span,
        help: "write has(…), certain(…), possible(…), or declared(…) ? … : …")
    }
    return typed(Declared(check(argument).node, at: span), .bool)
  }

  private mutating func index(_ operand: Syntax, _ place: Syntax, at span: Span) -> Typed {
    let container = check(operand)
    let index = check(place)
    let node = Index(container.node, index.node, at: span)
    switch container.type {
    case .list(let element):
      if !index.type.fits(.int) {
        report("an index is an int, not \(index.type.withArticle)", at: place.span)
      }
      return typed(node, element, depth: container.depth)
    case .map(let key, let value):
      if !index.type.isComparable(with: key) {
        report("the keys of the map are \(key), not \(index.type)", at: place.span)
      }
      checkChoices(key, place)
      return typed(node, value, depth: container.depth)
    case .dyn, .nothing: return typed(node, .dyn, depth: container.depth)
    case .null, .bool, .int, .double, .string, .choice, .duration, .timestamp, .record:
      return wrong("\(container.type.withArticle) has no elements", at: operand.span)
    }
  }

  /// An operand that must be true or false.
  mutating func condition(_ syntax: Syntax, of what: String) -> Node {
    let operand = check(syntax)
    if !operand.type.fits(.bool) {
      report("`\(what)` needs a bool, this is \(operand.type.withArticle)", at: syntax.span)
    }
    return operand.node
  }

  private mutating func negative(_ operand: Syntax, at span: Span) -> Typed {
    let operand = check(operand)
    guard operand.type.isNumber || operand.type.isOpen else {
      report("`-` needs a number, this is \(operand.type.withArticle)", at: span)
      return typed(Negative(operand.node, at: span), .dyn)
    }
    return typed(Negative(operand.node, at: span), operand.type)
  }

  private mutating func conditional(
    _ condition: Syntax, _ yes: Syntax, _ no: Syntax, at span: Span
  ) -> Typed {
    let wasInGuard = isInGuard
    isInGuard = true
    let test = self.condition(condition, of: "?:")
    isInGuard = wasInGuard
    let first = check(yes)
    let second = check(no)
    let type = joined(
      first.type, second.type, at: no.span, "the two results of `?:` have different types")
    return typed(
      Conditional(test, first.node, second.node, at: span), type,
      depth: max(first.depth, second.depth))
  }
}
