internal import SourceText

/// `a && b && …` and `a || b || …`: a decisive operand wins; else unknown, with the paths of all
/// operands; else an error; else the value.
final class Logical: Node {
  let operation: LogicalOperator
  private let first: Node
  private let second: Node
  private let others: [Node]
  override var children: [Node] { [first, second] + others }

  init(_ operation: LogicalOperator, _ first: Node, _ second: Node, _ others: [Node], at span: Span)
  {
    self.operation = operation
    self.first = first
    self.second = second
    self.others = others
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    let decisive = operation.decisive
    var outcome = Outcome(decisive: decisive)
    if try outcome.isDecided(by: first, &machine) { return .bool(decisive) }
    if try outcome.isDecided(by: second, &machine) { return .bool(decisive) }
    if !others.isEmpty {
      for operand in others where try outcome.isDecided(by: operand, &machine) {
        return .bool(decisive)
      }
    }
    return try outcome.value()
  }
}

/// Gathers operands of which one may decide.
struct Outcome {
  let decisive: Bool
  /// What was neither true nor false; rarely there, so that the usual case stays small.
  private var rest: Rest?

  private final class Rest {
    var doubts = UnknownUnion()
    var failure: EvaluationError?
  }

  init(decisive: Bool) {
    self.decisive = decisive
  }

  /// Whether the operand decides. Where a doubt is given, it is about whether the operand counts.
  @inline(__always)
  mutating func isDecided(by operand: Node, doubt: Unknown? = nil, _ machine: inout Machine)
    throws(EvaluationError) -> Bool
  {
    do throws(EvaluationError) {
      let value = try operand.evaluate(&machine)
      if case .bool(let flag) = value, flag != decisive || doubt == nil { return flag == decisive }
      add(value, doubt, at: operand.span)
    } catch {
      if error.isFinal { throw error }
      add(error, doubt)
    }
    return false
  }

  @inline(never)
  private mutating func add(_ value: Value, _ doubt: Unknown?, at span: Span) {
    let rest = rest ?? Rest()
    self.rest = rest
    switch value {
    case .bool: break
    case .unknown(let unknown): rest.doubts.add(unknown)
    case let other:
      add(EvaluationError("a \(other.kind) stands where a bool is needed", at: span), doubt)
      return
    }
    if let doubt { rest.doubts.add(doubt) }
  }

  @inline(never)
  private mutating func add(_ error: EvaluationError, _ doubt: Unknown?) {
    let rest = rest ?? Rest()
    self.rest = rest
    if let doubt { rest.doubts.add(doubt) }
    if rest.failure == nil { rest.failure = error }
  }

  /// The value where no operand decided.
  func value() throws(EvaluationError) -> Value {
    guard let rest else { return .bool(!decisive) }
    if let unknown = rest.doubts.result { return .unknown(unknown) }
    if let failure = rest.failure { throw failure }
    return .bool(!decisive)
  }
}

final class Not: Node {
  let operand: Node
  override var children: [Node] { [operand] }

  init(_ operand: Node, at span: Span) {
    self.operand = operand
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try operand.evaluate(&machine) {
    case .bool(let flag): return .bool(!flag)
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("a \(other.kind) stands where a bool is needed", at: operand.span)
    }
  }
}

/// `condition ? yes : no`. Of an unknown condition only the condition's paths are told.
final class Conditional: Node {
  let condition: Node
  let yes: Node
  let no: Node
  override var children: [Node] { [condition, yes, no] }

  init(_ condition: Node, _ yes: Node, _ no: Node, at span: Span) {
    self.condition = condition
    self.yes = yes
    self.no = no
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try condition.evaluate(&machine) {
    case .bool(true): return try yes.evaluate(&machine)
    case .bool(false): return try no.evaluate(&machine)
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("a \(other.kind) stands where a bool is needed", at: condition.span)
    }
  }
}
