internal import SourceText

final class Binary: Node {
  let operation: BinaryOperator
  let left: Node
  let right: Node
  override var children: [Node] { [left, right] }

  init(_ operation: BinaryOperator, _ left: Node, _ right: Node, at span: Span) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    let left = try left.evaluate(&machine)
    let right = try right.evaluate(&machine)
    switch operation {
    case .equal: return try machine.equal(left, right, at: span).value
    case .notEqual:
      switch try machine.equal(left, right, at: span) {
      case .yes: return .bool(false)
      case .no: return .bool(true)
      case .unknown(let unknown): return .unknown(unknown)
      }
    case .isIn: return try machine.contains(right, left, at: span).value
    case .add, .subtract, .multiply, .divide, .remainder, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      return try strict(left, right, &machine)
    }
  }

  private func strict(_ left: Value, _ right: Value, _ machine: inout Machine)
    throws(EvaluationError) -> Value
  {
    switch (left, right) {
    case (.unknown(let mine), .unknown(let theirs)):
      try machine.charge(2, at: span)
      return .unknown(mine.union(theirs))
    case (.unknown(let unknown), _), (_, .unknown(let unknown)):
      return .unknown(unknown.closed)
    default: break
    }
    switch operation {
    case .less: return .bool(try ordering(left, right, &machine) == .less)
    case .greater: return .bool(try ordering(left, right, &machine) == .greater)
    case .lessOrEqual:
      let order = try ordering(left, right, &machine)
      return .bool(order == .less || order == .equal)
    case .greaterOrEqual:
      let order = try ordering(left, right, &machine)
      return .bool(order == .greater || order == .equal)
    case .equal, .notEqual, .isIn, .add, .subtract, .multiply, .divide, .remainder:
      return try arithmetic(left, right, &machine)
    }
  }

  private func ordering(_ left: Value, _ right: Value, _ machine: inout Machine)
    throws(EvaluationError) -> Ordering
  {
    switch (left, right) {
    case (.int(let mine), .int(let theirs)): return Ordering(mine, theirs)
    case (.double(let mine), .double(let theirs)): return Ordering(mine, theirs)
    case (.int(let mine), .double(let theirs)): return compare(mine, theirs)
    case (.double(let mine), .int(let theirs)):
      switch compare(theirs, mine) {
      case .less: return .greater
      case .greater: return .less
      case .equal: return .equal
      case .unordered: return .unordered
      }
    case (.string(let mine), .string(let theirs)):
      try machine.charge(textOf: min(mine.utf8.count, theirs.utf8.count), at: span)
      if mine.precedes(theirs) { return .less }
      return theirs.precedes(mine) ? .greater : .equal
    case (.bool(let mine), .bool(let theirs)):
      return mine == theirs ? .equal : theirs ? .less : .greater
    case (.duration(let mine), .duration(let theirs)): return Ordering(mine, theirs)
    case (.timestamp(let mine), .timestamp(let theirs)): return Ordering(mine, theirs)
    default: throw mismatch(left, right)
    }
  }

  private func arithmetic(_ left: Value, _ right: Value, _ machine: inout Machine)
    throws(EvaluationError) -> Value
  {
    switch (left, right) {
    case (.int(let mine), .int(let theirs)): return .int(try integer(mine, theirs))
    case (.double(let mine), .double(let theirs)):
      switch operation {
      case .add: return .double(mine + theirs)
      case .subtract: return .double(mine - theirs)
      case .multiply: return .double(mine * theirs)
      case .divide: return .double(mine / theirs)
      default: throw mismatch(left, right)
      }
    case (.string(let mine), .string(let theirs)) where operation == .add:
      try machine.charge(textOf: mine.utf8.count + theirs.utf8.count, at: span)
      return .string(mine + theirs)
    case (.list(let mine), .list(let theirs)) where operation == .add:
      try machine.charge(mine.elements.count + theirs.elements.count, at: span)
      return .list(mine + theirs)
    case (.duration(let mine), .duration(let theirs)) where operation == .add:
      return try inRange(mine.nanoseconds.addingReportingOverflow(theirs.nanoseconds))
    case (.duration(let mine), .duration(let theirs)) where operation == .subtract:
      return try inRange(mine.nanoseconds.subtractingReportingOverflow(theirs.nanoseconds))
    case (.timestamp(let moment), .duration(let duration)) where operation == .add,
      (.duration(let duration), .timestamp(let moment)) where operation == .add:
      return .timestamp(try inRange(moment.adding(duration), "timestamp"))
    case (.timestamp(let moment), .duration(let duration)) where operation == .subtract:
      return .timestamp(try inRange(moment.subtracting(duration), "timestamp"))
    case (.timestamp(let mine), .timestamp(let theirs)) where operation == .subtract:
      return .duration(try inRange(mine.since(theirs), "duration"))
    default: throw mismatch(left, right)
    }
  }

  private func integer(_ left: Int64, _ right: Int64) throws(EvaluationError) -> Int64 {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right == 0 { throw EvaluationError("division by zero", at: span) }
      result = left.dividedReportingOverflow(by: right)
    case .remainder:
      if right == 0 { throw EvaluationError("modulus by zero", at: span) }
      result = left.remainderReportingOverflow(dividingBy: right)
    default: throw mismatch(.int(left), .int(right))
    }
    if result.overflow { throw EvaluationError("the integer overflows", at: span) }
    return result.partialValue
  }

  private func inRange<T>(_ value: T?, _ what: String) throws(EvaluationError) -> T {
    guard let value else { throw EvaluationError("the \(what) is out of range", at: span) }
    return value
  }

  private func inRange(_ sum: (partialValue: Int64, overflow: Bool)) throws(EvaluationError)
    -> Value
  {
    if sum.overflow { throw EvaluationError("the duration is out of range", at: span) }
    return .duration(DurationValue(nanoseconds: sum.partialValue))
  }

  private func mismatch(_ left: Value, _ right: Value) -> EvaluationError {
    EvaluationError(
      "no such operation: \(left.kind) \(operation.rawValue) \(right.kind)", at: span)
  }
}

/// `x == 'text'` and `x != 'text'`, the commonest of conditions.
final class TextEquality: Condition {
  let operand: Node
  let literal: Node
  let text: String
  let isEqual: Bool
  override var children: [Node] { [operand, literal] }

  init(_ operand: Node, _ literal: Node, _ text: String, isEqual: Bool, at span: Span) {
    self.operand = operand
    self.literal = literal
    self.text = text
    self.isEqual = isEqual
    super.init(at: span)
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    try machine.charge(textOf: text.utf8.count, at: span)
    switch try operand.evaluate(&machine) {
    case .string(let other): return Truth(other.isSame(as: text) == isEqual)
    case .unknown(let unknown): return .unknown(unknown.closed)
    case .null, .bool, .int, .double, .list, .map, .duration, .timestamp, .record:
      return Truth(!isEqual)
    }
  }
}

extension ListValue {
  static func + (left: ListValue, right: ListValue) -> ListValue {
    let elements = left.elements + right.elements
    if left.doubts.isEmpty && right.doubts.isEmpty { return ListValue(elements) }
    let doubts = elements.indices.map { index in
      index < left.elements.count
        ? left.doubt(at: index) : right.doubt(at: index - left.elements.count)
    }
    return ListValue(elements, doubts: doubts)
  }
}

final class Negative: Node {
  let operand: Node
  override var children: [Node] { [operand] }

  init(_ operand: Node, at span: Span) {
    self.operand = operand
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    switch try operand.evaluate(&machine) {
    case .int(let number):
      let (negative, overflow) = Int64(0).subtractingReportingOverflow(number)
      if overflow { throw EvaluationError("the integer overflows", at: span) }
      return .int(negative)
    case .double(let number): return .double(-number)
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("no such operation: -\(other.kind)", at: span)
    }
  }
}
