internal import SourceText

/// The state of one evaluation: the variables in their slots, then what loops and bindings name, and the steps that
/// are left.
struct Machine {
  private let variables: [Value]
  /// Few expressions name more than two values: those have a place that need not be allocated.
  private var first = Value.null
  private var second = Value.null
  private var others: [Value]
  /// The steps that are left.
  private(set) var budget: Int
  let memory: (any Memory)?
  /// Whether `declared(…)` of what is not declared is unknown, and not false.
  let doubtsGuards: Bool

  init(
    variables: [Value], slotCount: Int, budget: Int, memory: (any Memory)? = nil,
    doubtsGuards: Bool = false
  ) {
    self.variables = variables
    let count = slotCount - variables.count - 2
    others = count > 0 ? Array(repeating: .null, count: count) : []
    self.budget = budget
    self.memory = memory
    self.doubtsGuards = doubtsGuards
  }

  subscript(slot: Int) -> Value {
    @inline(__always) get {
      slot < variables.count ? variables[slot] : local(slot - variables.count)
    }
    set {
      switch slot - variables.count {
      case 0: first = newValue
      case 1: second = newValue
      case let place: others[place - 2] = newValue
      }
    }
  }

  private func local(_ place: Int) -> Value {
    switch place {
    case 0: first
    case 1: second
    default: others[place - 2]
    }
  }

  /// Pays for work, or ends the evaluation.
  mutating func charge(_ steps: Int, at span: Span) throws(EvaluationError) {
    budget &-= steps
    if budget < 0 {
      budget = 0
      throw EvaluationError(
        "the expression takes too many steps", at: span, isFinal: true)
    }
  }

  /// Pays for going once over a text.
  mutating func charge(textOf length: Int, at span: Span) throws(EvaluationError) {
    try charge(1 + length >> 3, at: span)
  }
}

/// A part of a compiled expression. All that nodes store is constant. They are classes, not values of
/// a protocol: so evaluating a child needs no reference counting.
class Node {
  let span: Span
  var children: [Node] { [] }

  init(at span: Span) {
    self.span = span
  }

  func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value { .null }

  /// The value where a bool is needed.
  func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    switch try evaluate(&machine) {
    case .bool(let flag): return Truth(flag)
    case .unknown(let unknown): return .unknown(unknown)
    case let other:
      throw EvaluationError("a \(other.kind) stands where a bool is needed", at: span)
    }
  }

  /// The part as it is written, where this one stands for it.
  var written: Node { self }
}

/// A node that has a bool for its value, and tells that first.
class Condition: Node {
  override final func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try truth(&machine).value
  }
}

extension Node {
  /// The value of a literal.
  var constant: Value? { (self as? Constant)?.value }
}

final class Constant: Node {
  let value: Value

  init(_ value: Value, at span: Span) {
    self.value = value
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) -> Value { value }
}

/// A variable, by its slot.
final class Local: Node {
  let slot: Int

  init(_ slot: Int, at span: Span) {
    self.slot = slot
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) -> Value { machine[slot] }
}

/// What can only fail.
final class Failure: Node {
  let message: String

  init(_ message: String, at span: Span) {
    self.message = message
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    throw EvaluationError(message, at: span)
  }
}

/// A name for a value within a body.
final class Binding: Node {
  let slot: Int
  let value: Node
  let body: Node
  override var children: [Node] { [value, body] }

  init(_ slot: Int, _ value: Node, body: Node, at span: Span) {
    self.slot = slot
    self.value = value
    self.body = body
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    machine[slot] = try value.evaluate(&machine)
    return try body.evaluate(&machine)
  }
}

final class ListNode: Node {
  let elements: [Node]
  override var children: [Node] { elements }

  init(_ elements: [Node], at span: Span) {
    self.elements = elements
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1 + elements.count, at: span)
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try element.evaluate(&machine)) }
    return .list(ListValue(values))
  }
}

final class MapNode: Node {
  let entries: [(key: Node, value: Node)]
  override var children: [Node] { entries.flatMap { [$0.key, $0.value] } }

  init(_ entries: [(key: Node, value: Node)], at span: Span) {
    self.entries = entries
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1 + 2 * entries.count, at: span)
    var map = MapValue()
    var doubts = UnknownUnion()
    for entry in entries {
      let key = try entry.key.evaluate(&machine)
      let value = try entry.value.evaluate(&machine)
      if case .unknown(let unknown) = key {
        doubts.add(unknown)
      } else {
        try map.add(value, for: key, at: entry.key.span)
      }
    }
    if let unknown = doubts.result { return .unknown(unknown) }
    return .map(map)
  }
}

extension MapValue {
  /// Adds an entry, or fails: a key must be a bool, an int or a string, and new.
  mutating func add(_ value: Value, for key: Value, at span: Span) throws(EvaluationError) {
    if case .double = key {
      throw EvaluationError("a double cannot be a key of a map", at: span)
    }
    guard let mapKey = MapKey(key) else {
      throw EvaluationError("a \(key.kind) cannot be a key of a map", at: span)
    }
    guard insert(value, for: mapKey, writtenAs: key) else {
      throw EvaluationError("the key \(key) is there twice", at: span)
    }
  }
}
