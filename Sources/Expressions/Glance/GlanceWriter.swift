internal import Bytes
internal import SourceText

/// Writes what of a condition can be told from marks. What cannot is `unsure`: the rest may be decided without it.
struct GlanceWriter {
  private(set) var code = GlanceBytes()
  private let schema: Schema
  private let variables: [Variable]
  private let subject: Int?
  /// What stands at the slots behind the variables.
  private var locals: [Int: Local] = [:]
  private var nextRegister = GlanceCode.subject + 1

  private enum Local {
    case record(register: Int)
    /// One of the choices, its bit in a register.
    case word(register: Int, of: [String])
    case text(String)
  }

  /// Nil where nothing can be told.
  static func code(for condition: Node, _ schema: Schema, _ variables: [Variable]) -> [UInt8]? {
    var writer = GlanceWriter(schema, variables)
    writer.truth(condition)
    return writer.code.bytes == [GlanceCode.unsure] ? nil : writer.code.bytes
  }

  private init(_ schema: Schema, _ variables: [Variable]) {
    self.schema = schema
    self.variables = variables
    subject = variables.firstIndex(where: \.varies)
  }

  // MARK: Conditions

  private mutating func truth(_ node: Node) {
    switch node {
    case let logical as Logical: operands(logical)
    case let not as Not:
      code.write(GlanceCode.not)
      truth(not.operand)
    case let choice as Conditional:
      conditional(choice.condition) { writer, isTrue in
        writer.truth(isTrue ? choice.yes : choice.no)
      }
    case let shared as Shared:
      code.write(GlanceCode.shared)
      length { $0.truth(shared.part) }
    case let loop as Quantifier: self.loop(loop)
    case let presence as Presence: test(FieldQuestion.isThere, presence.field)
    case let declared as Declared: test(FieldQuestion.isDeclared, declared.field)
    case let field as FieldOfRecord where schema.type(of: field) == .bool:
      test(FieldQuestion.isTrue, field, FieldMark.bit(of: true))
    case let equality as TextEquality:
      texts(equality.isEqual, equality.operand, [equality.text])
    case let binary as Binary: self.binary(binary)
    default:
      guard case .bool(let flag)? = node.constant else { return unsure() }
      code.write(flag ? GlanceCode.yes : GlanceCode.no)
    }
  }

  private mutating func unsure() { code.write(GlanceCode.unsure) }

  private mutating func operands(_ logical: Logical) {
    code.write(logical.operation == .and ? GlanceCode.and : GlanceCode.or)
    length { writer in
      for operand in logical.children { writer.truth(operand) }
    }
  }

  private mutating func conditional(
    _ condition: Node, _ result: (inout GlanceWriter, Bool) -> Void
  ) {
    code.write(GlanceCode.conditional)
    let lengths = code.reserve(2)
    truth(condition)
    for (place, isTrue) in [true, false].enumerated() {
      let start = code.count
      result(&self, isTrue)
      code.fill(lengths + 4 * place, with: code.count - start)
    }
  }

  /// Writes how long something is before it.
  private mutating func length(of part: (inout GlanceWriter) -> Void) {
    let place = code.reserve(1)
    let start = code.count
    part(&self)
    code.fill(place, with: code.count - start)
  }

  private mutating func binary(_ node: Binary) {
    switch node.operation {
    case .isIn: membership(node)
    case .equal, .notEqual: equality(node.operation == .equal, node)
    case .less: compare(.less, node)
    case .lessOrEqual: compare(.lessOrEqual, node)
    case .greater: compare(.greater, node)
    case .greaterOrEqual: compare(.greaterOrEqual, node)
    case .add, .subtract, .multiply, .divide, .remainder: unsure()
    }
  }

  private mutating func membership(_ node: Binary) {
    if case .list(let list)? = node.right.constant {
      return texts(true, node.left, list.elements.map(\.text))
    }
    guard case .list(.choice(let choices))? = type(of: node.right),
      FieldMark.tellsApart(choices, inList: true), let text = text(of: node.left)
    else { return unsure() }
    test(FieldQuestion.isAmong, node.right, FieldMark.bits(of: [text], among: choices))
  }

  private mutating func equality(_ isEqual: Bool, _ node: Binary) {
    if case .null? = node.right.constant {
      guard let field = node.left as? FieldOfRecord, case .null = field.none else {
        return unsure()
      }
      return test(isEqual ? FieldQuestion.isNotThere : FieldQuestion.isThere, field)
    }
    switch (type(of: node.left), node.right.constant) {
    case (.bool, .bool(let flag)):
      test(
        isEqual ? FieldQuestion.isAmong : FieldQuestion.isNotAmong, node.left,
        FieldMark.bit(of: flag))
    case (.record, nil): same(isEqual, node)
    default: compare(isEqual ? .equal : .notEqual, node)
    }
  }

  /// Whether a choice is one of some texts.
  private mutating func texts(_ isAmong: Bool, _ node: Node, _ texts: [String?]) {
    let known = texts.compactMap(\.self)
    guard known.count == texts.count else { return unsure() }
    switch local(node) {
    case .text(let text):
      code.write(known.contains { $0.isSame(as: text) } == isAmong ? GlanceCode.yes : GlanceCode.no)
    case .word(let register, let choices):
      if !isAmong { code.write(GlanceCode.not) }
      code.write(GlanceCode.word)
      code.write(UInt8(register))
      code.write(fixed: FieldMark.bits(of: known, among: choices))
    case .record: unsure()
    case nil:
      guard case .choice(let choices)? = type(of: node),
        FieldMark.tellsApart(choices, inList: false)
      else { return unsure() }
      test(
        isAmong ? FieldQuestion.isAmong : FieldQuestion.isNotAmong, node,
        FieldMark.bits(of: known, among: choices))
    }
  }

  private mutating func test(_ question: UInt8, _ node: Node, _ bits: UInt64 = 0) {
    guard let place = place(node), !place.fields.isEmpty else { return unsure() }
    code.write(GlanceCode.test)
    code.write(question)
    code.write(fixed: bits)
    code.write(place)
  }

  private mutating func same(_ isEqual: Bool, _ node: Binary) {
    guard case .record? = type(of: node.right), let left = place(node.left),
      let right = place(node.right)
    else { return unsure() }
    if !isEqual { code.write(GlanceCode.not) }
    code.write(GlanceCode.same)
    code.write(left)
    code.write(right)
  }

  private mutating func compare(_ comparison: GlanceComparison, _ node: Binary) {
    guard let left = number(node.left), let right = number(node.right),
      left.kind == right.kind
    else { return unsure() }
    code.write(GlanceCode.compare)
    code.write(comparison.rawValue)
    code.write(left.kind == .double ? 1 : 0)
    code.write(left)
    code.write(right)
  }

  // MARK: Loops

  private mutating func loop(_ loop: Quantifier) {
    guard !loop.range.isPaired else { return unsure() }
    self.loop(loop, over: loop.range.node, [])
  }

  /// - Parameter filters: Loops that keep some of the elements, the last first.
  private mutating func loop(
    _ loop: Quantifier, over range: Node, _ filters: [(slot: Int, condition: Node)]
  ) {
    switch range {
    case let shared as Shared: self.loop(loop, over: shared.part, filters)
    case let choice as Conditional:
      conditional(choice.condition) { writer, isTrue in
        writer.loop(loop, over: isTrue ? choice.yes : choice.no, filters)
      }
    case let filter as ListTransform:
      guard let condition = filter.condition, filter.keepsElements else { return unsure() }
      self.loop(loop, over: filter.range.node, filters + [(filter.range.slot, condition)])
    default:
      if filters.isEmpty, case .list(let list)? = range.constant {
        unrolled(loop, list.elements.map(\.text))
      } else {
        elements(loop, of: range, filters)
      }
    }
  }

  private mutating func elements(
    _ loop: Quantifier, of range: Node, _ filters: [(slot: Int, condition: Node)]
  ) {
    guard nextRegister < GlanceCode.registers, let place = place(range), !place.fields.isEmpty,
      case .list(let element)? = type(of: range)
    else { return unsure() }
    let register = nextRegister
    let local: Local
    switch element {
    case .record:
      code.write(loop.isExists ? GlanceCode.exists : GlanceCode.all)
      local = .record(register: register)
    case .choice(let choices) where FieldMark.tellsApart(choices, inList: true):
      code.write(loop.isExists ? GlanceCode.existsWord : GlanceCode.allWords)
      local = .word(register: register, of: choices)
    default: return unsure()
    }
    let slots = filters.map(\.slot) + [loop.range.slot]
    for slot in slots { locals[slot] = local }
    nextRegister += 1
    defer {
      nextRegister -= 1
      for slot in slots { locals[slot] = nil }
    }
    code.write(UInt8(register))
    let length = code.reserve(1)
    code.write(place)
    let start = code.count
    if filters.isEmpty {
      truth(loop.condition)
    } else {
      code.write(loop.isExists ? GlanceCode.and : GlanceCode.or)
      self.length { writer in
        for filter in filters.reversed() {
          if !loop.isExists { writer.code.write(GlanceCode.not) }
          writer.code.write(GlanceCode.filter)
          writer.truth(filter.condition)
        }
        writer.truth(loop.condition)
      }
    }
    code.fill(length, with: code.count - start)
  }

  /// A loop over literals: the condition for each.
  private mutating func unrolled(_ loop: Quantifier, _ texts: [String?]) {
    let known = texts.compactMap(\.self)
    guard known.count == texts.count else { return unsure() }
    code.write(loop.isExists ? GlanceCode.or : GlanceCode.and)
    length { writer in
      for text in known {
        writer.locals[loop.range.slot] = .text(text)
        writer.truth(loop.condition)
      }
      writer.locals[loop.range.slot] = nil
    }
  }

  // MARK: Places and numbers

  private func place(_ node: Node) -> GlancePlace? {
    switch node {
    case let field as FieldOfRecord:
      guard var place = place(field.operand), field.slot <= GlanceCode.slots else { return nil }
      return place.append(field) ? place : nil
    case let local as Expressions.Local:
      if let subject, local.slot == subject { return GlancePlace(register: GlanceCode.subject) }
      if local.slot < variables.count {
        return GlancePlace(root: local.slot, named: variables[local.slot].name)
      }
      guard case .record(let register)? = locals[local.slot] else { return nil }
      return GlancePlace(register: register)
    default: return nil
    }
  }

  private func number(_ node: Node) -> GlanceNumber? {
    switch node.constant {
    case .int(let number): return .constant(.int, UInt64(bitPattern: number))
    case .double(let number): return .constant(.double, number.bitPattern)
    case nil: break
    default: return nil
    }
    if let division = node as? Binary, division.operation == .divide,
      let dividend = number(division.left), dividend.kind == .int,
      case .int(let divisor)? = division.right.constant, divisor > 0
    {
      return .quotient(dividend, by: divisor)
    }
    if let call = node as? CallNode, call.arguments.count == 1 {
      switch (call.function.name, call.arguments[0].constant) {
      case ("duration", .string(let text)):
        return DurationValue(text).map {
          .constant(.duration, UInt64(bitPattern: $0.nanoseconds))
        }
      case ("size", nil):
        guard case .list? = type(of: call.arguments[0]), let place = place(call.arguments[0]),
          !place.fields.isEmpty
        else { return nil }
        return .size(place)
      default: return nil
      }
    }
    guard let place = place(node), !place.fields.isEmpty, let type = type(of: node) else {
      return nil
    }
    switch type {
    case .int: return .field(.int, place)
    case .double: return .field(.double, place)
    case .duration: return .field(.duration, place)
    default: return nil
    }
  }

  // MARK: What is known of a part

  private func local(_ node: Node) -> Local? {
    (node as? Expressions.Local).flatMap { locals[$0.slot] }
  }

  /// The text that a part surely is.
  private func text(of node: Node) -> String? {
    if case .text(let text)? = local(node) { return text }
    return node.constant?.text
  }

  /// The type of a field, a variable or an element.
  private func type(of node: Node) -> ValueType? {
    switch node {
    case let field as FieldOfRecord: schema.type(of: field)
    case let local as Expressions.Local:
      if local.slot < variables.count {
        variables[local.slot].type
      } else if case .record? = locals[local.slot] {
        .record("")
      } else {
        nil
      }
    default: nil
    }
  }
}

extension Schema {
  fileprivate func type(of field: FieldOfRecord) -> ValueType? {
    types[field.read.record].flatMap {
      $0.fields.indices.contains(field.slot) ? $0.fields[field.slot].type : nil
    }
  }
}

extension Value {
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension FieldMark {
  fileprivate static func bits(of texts: [String], among choices: [String]) -> UInt64 {
    texts.reduce(0) { bits, text in bits | bit(ofChoice: choices.firstIndex { $0 == text }) }
  }
}
