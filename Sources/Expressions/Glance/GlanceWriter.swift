internal import SourceText

/// Writes what of a condition can be told from marks. What cannot is `unsure`: the rest may be decided without it.
struct GlanceWriter {
  var code = GlanceBytes()
  let schema: Schema
  let variables: [Variable]
  let subject: Int?
  /// What stands at the slots behind the variables.
  var locals: [Int: Local] = [:]
  var nextRegister = GlanceCode.subject + 1

  enum Local {
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

  mutating func truth(_ node: Node) {
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
    case let presumed as Presumed: self.presumed(presumed)
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

  mutating func unsure() { code.write(GlanceCode.unsure) }

  mutating func operands(_ logical: Logical) {
    code.write(logical.operation == .and ? GlanceCode.and : GlanceCode.or)
    length { writer in
      for operand in logical.children { writer.truth(operand) }
    }
  }

  /// Most presume what one field is, which is written as one test.
  mutating func presumed(_ node: Presumed) {
    let start = code.count
    code.write(GlanceCode.presumed)
    code.write(node.presumption.value ? GlanceCode.yes : GlanceCode.no)
    truth(node.condition)
    code.shortenPresumption(from: start)
  }

  mutating func conditional(
    _ condition: Node, _ result: (inout GlanceWriter, Bool) -> Void
  ) {
    let whole = code.count
    code.write(GlanceCode.conditional)
    let lengths = code.reserve(2)
    var starts = [code.count]
    truth(condition)
    for (place, isTrue) in [true, false].enumerated() {
      starts.append(code.count)
      result(&self, isTrue)
      code.fill(lengths + 4 * place, with: code.count - starts[place + 1])
    }
    code.shorten(from: whole, condition: starts[0], yes: starts[1])
  }

  /// Writes how long something is before it.
  mutating func length(of part: (inout GlanceWriter) -> Void) {
    let place = code.reserve(1)
    let start = code.count
    part(&self)
    code.fill(place, with: code.count - start)
  }

  mutating func binary(_ node: Binary) {
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

  mutating func membership(_ node: Binary) {
    if case .list(let list)? = node.right.constant {
      return texts(true, node.left, list.elements.map(\.text))
    }
    switch type(of: node.right) {
    case .list(.choice(let choices))? where FieldMark.tellsApart(choices, inList: true):
      guard let text = text(of: node.left) else { return unsure() }
      test(FieldQuestion.isAmong, node.right, FieldMark.bits(of: [text], among: choices))
    case .list(.record)?:
      guard let record = place(node.left), record.fields.isEmpty, let list = place(node.right)
      else { return unsure() }
      code.write(GlanceCode.member)
      code.write(UInt8(record.register))
      code.write(list)
    default: unsure()
    }
  }

  mutating func equality(_ isEqual: Bool, _ node: Binary) {
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
    case (.list(.choice(let choices))?, .list(let list)?): words(isEqual, node.left, choices, list)
    default: compare(isEqual ? .equal : .notEqual, node)
    }
  }

  /// Whether a choice is one of some texts.
  mutating func texts(_ isAmong: Bool, _ node: Node, _ texts: [String?]) {
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

  /// Whether a list of choices holds one, and nothing else. The order of more is not told by marks.
  private mutating func words(
    _ isEqual: Bool, _ node: Node, _ choices: [String], _ list: ListValue
  ) {
    guard list.elements.count == 1, let word = list.elements[0].text,
      FieldMark.tellsApart(choices, inList: true)
    else { return unsure() }
    test(
      isEqual ? FieldQuestion.isExactly : FieldQuestion.isNotExactly, node,
      FieldMark.list(of: 1, choices: FieldMark.bits(of: [word], among: choices)).bits)
  }

  mutating func test(_ question: UInt8, _ node: Node, _ bits: UInt64 = 0) {
    guard let place = place(node), !place.fields.isEmpty else { return unsure() }
    code.write(GlanceCode.test)
    code.write(question)
    code.write(fixed: bits)
    code.write(place)
  }

  mutating func same(_ isEqual: Bool, _ node: Binary) {
    guard case .record? = type(of: node.right), let left = place(node.left),
      let right = place(node.right)
    else { return unsure() }
    if !isEqual { code.write(GlanceCode.not) }
    code.write(GlanceCode.same)
    code.write(left)
    code.write(right)
  }

  mutating func compare(_ comparison: GlanceComparison, _ node: Binary) {
    guard let left = number(node.left),
      let right = number(node.right)?.as(left.kind), left.kind == right.kind
    else { return unsure() }
    code.write(GlanceCode.compare)
    code.write(comparison.rawValue)
    code.write(left.kind == .double ? 1 : 0)
    code.write(left)
    code.write(right)
  }
}

extension FieldMark {
  fileprivate static func bits(of texts: [String], among choices: [String]) -> UInt64 {
    texts.reduce(0) { bits, text in bits | bit(ofChoice: choices.firstIndex { $0 == text }) }
  }
}
