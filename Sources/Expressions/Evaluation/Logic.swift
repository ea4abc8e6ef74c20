internal import SourceText

/// `a && b && …` and `a || b || …`: a decisive operand wins; else unknown, with the paths of all
/// operands; else an error; else the value.
final class Logical: Node {
  let span: Span
  let operation: LogicalOperator
  let operands: [any Node]
  var children: [any Node] { operands }

  init(_ operation: LogicalOperator, _ operands: [any Node], at span: Span) {
    self.operation = operation
    self.operands = operands
    self.span = span
  }

  func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    var outcome = Outcome(decisive: operation.decisive)
    for operand in operands {
      if try outcome.isDecided(by: operand, &machine) { return .bool(operation.decisive) }
    }
    return try outcome.value()
  }
}

/// Gathers operands of which one may decide.
struct Outcome {
  let decisive: Bool
  private var doubts = UnknownUnion()
  private var failure: EvaluationError?

  init(decisive: Bool) {
    self.decisive = decisive
  }

  /// Whether the operand decides. Where a doubt is given, it is about whether the operand counts.
  mutating func isDecided(by operand: any Node, doubt: Unknown? = nil, _ machine: inout Machine)
    throws(EvaluationError) -> Bool
  {
    do throws(EvaluationError) {
      switch try operand.evaluate(&machine) {
      case .bool(let flag):
        guard flag == decisive else { return false }
        guard let doubt else { return true }
        doubts.add(doubt)
      case .unknown(let unknown):
        doubts.add(unknown)
        if let doubt { doubts.add(doubt) }
      case let other:
        throw EvaluationError(
          "a \(other.kind) stands where a bool is needed", at: operand.span)
      }
    } catch {
      if error.isFinal { throw error }
      if let doubt { doubts.add(doubt) }
      if failure == nil { failure = error }
    }
    return false
  }

  /// The value where no operand decided.
  func value() throws(EvaluationError) -> Value {
    if let unknown = doubts.result { return .unknown(unknown) }
    if let failure { throw failure }
    return .bool(!decisive)
  }
}

final class Not: Node {
  let span: Span
  let operand: any Node
  var children: [any Node] { [operand] }

  init(_ operand: any Node, at span: Span) {
    self.operand = operand
    self.span = span
  }

  func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
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
  let span: Span
  let condition: any Node
  let yes: any Node
  let no: any Node
  var children: [any Node] { [condition, yes, no] }

  init(_ condition: any Node, _ yes: any Node, _ no: any Node, at span: Span) {
    self.condition = condition
    self.yes = yes
    self.no = no
    self.span = span
  }

  func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try condition.evaluate(&machine) {
    case .bool(true): return try yes.evaluate(&machine)
    case .bool(false): return try no.evaluate(&machine)
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("a \(other.kind) stands where a bool is needed", at: condition.span)
    }
  }
}
