internal import SourceText

/// A test of a field that its record can answer without handing out the value: a flag, a comparison of choices with
/// literals, whether there is something. It stands for a part that says the same, which answers where the record cannot.
final class FieldTest: Later {
  enum Question: UInt8 {
    /// Whether a flag is set.
    case isTrue = 1
    /// Whether a choice, or one of a list of choices, has one of the bits that are given.
    case isAmong
    case isNotAmong
    case isThere
    case isNotThere
    case isDeclared
  }

  let question: Question
  let bits: UInt64
  /// What the record is; nil where it is a variable.
  let operand: Node?
  /// The variable's slot.
  let variable: Int
  let slot: Int

  init(
    _ question: Question, _ bits: UInt64, operand: Node?, variable: Int, slot: Int,
    plain: Source, at span: Span
  ) {
    self.question = question
    self.bits = bits
    self.operand = operand
    self.variable = variable
    self.slot = slot
    super.init(plain, at: span)
  }

  private init(_ question: Question, _ bits: UInt64 = 0, of field: FieldOfRecord, for plain: Node) {
    let local = (field.operand as? Local)?.slot
    self.question = question
    self.bits = bits
    operand = local == nil ? field.operand : nil
    variable = local ?? 0
    slot = field.slot
    super.init(plain)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try truth(&machine).value
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    try machine.charge(1, at: span)
    let holder = if let operand { try operand.evaluate(&machine) } else { machine[variable] }
    if case .record(let record) = holder, let truth = truth(of: record) { return truth }
    return try super.truth(&machine)
  }

  /// Nil where the record's mark does not tell.
  @inline(__always)
  private func truth(of record: any Record) -> Truth? {
    let mark = record.mark(ofField: slot)
    switch mark.state {
    case .unread: return nil
    case .undeclared:
      if case .isDeclared = question { return .no }
      guard case .unknown(let unknown) = record.value(ofField: slot) else { return nil }
      return .unknown(unknown.closed)
    case .none:
      switch question {
      case .isTrue: return nil
      case .isAmong, .isThere: return .no
      case .isNotAmong, .isNotThere, .isDeclared: return .yes
      }
    case .value:
      switch question {
      case .isTrue, .isAmong: return Truth(mark.bits & bits != 0)
      case .isNotAmong: return Truth(mark.bits & bits == 0)
      case .isThere, .isDeclared: return .yes
      case .isNotThere: return .no
      }
    }
  }
}

extension FieldTest {
  /// A test that stands for a condition, or the condition itself where there is none.
  static func standing(for condition: Node, _ schema: Schema) -> Node {
    test(for: condition, schema) ?? condition
  }

  private static func test(for condition: Node, _ schema: Schema) -> FieldTest? {
    switch condition {
    case let field as FieldOfRecord where schema.type(of: field) == .bool:
      FieldTest(.isTrue, FieldMark.bit(of: true), of: field, for: field)
    case let presence as Presence:
      (presence.field as? FieldOfRecord).map { FieldTest(.isThere, of: $0, for: presence) }
    case let declared as Declared:
      (declared.field as? FieldOfRecord).map { FieldTest(.isDeclared, of: $0, for: declared) }
    case let equality as TextEquality:
      test(
        equality.isEqual ? .isAmong : .isNotAmong, equality.operand, [equality.text],
        for: equality, schema)
    case let binary as Binary: test(for: binary, schema)
    default: nil
    }
  }

  private static func test(for binary: Binary, _ schema: Schema) -> FieldTest? {
    switch binary.operation {
    case .isIn:
      if case .list(let list)? = binary.right.constant {
        return test(.isAmong, binary.left, list.elements.map(\.text), for: binary, schema)
      }
      guard let field = binary.right as? FieldOfRecord, case .list = schema.type(of: field) else {
        return nil
      }
      return test(.isAmong, field, [binary.left.constant?.text], for: binary, schema)
    case .equal, .notEqual:
      guard let field = binary.left as? FieldOfRecord, case .null = field.none,
        case .null? = binary.right.constant
      else { return nil }
      return FieldTest(
        binary.operation == .equal ? .isNotThere : .isThere, of: field, for: binary)
    default: return nil
    }
  }

  /// A test of whether a field of choices has one of several.
  private static func test(
    _ question: Question, _ operand: Node, _ texts: [String?], for plain: Node, _ schema: Schema
  ) -> FieldTest? {
    guard let field = operand as? FieldOfRecord, let choices = schema.type(of: field)?.choices,
      FieldMark.tellsApart(choices), !texts.contains(nil)
    else { return nil }
    let bits = texts.reduce(0) { bits, text in
      bits | FieldMark.bit(ofChoice: choices.firstIndex { $0 == text })
    }
    return FieldTest(question, bits, of: field, for: plain)
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
