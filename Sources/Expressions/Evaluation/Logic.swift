internal import SourceText

/// `a && b && …` and `a || b || …`: a decisive operand wins; else unknown, with the paths of all
/// operands; else an error; else the value.
final class Logical: Condition {
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

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    let decisive = operation.decisive
    var outcome = Outcome(decisive: decisive)
    if try outcome.isDecided(by: first, &machine) { return Truth(decisive) }
    if try outcome.isDecided(by: second, &machine) { return Truth(decisive) }
    if !others.isEmpty {
      for operand in others where try outcome.isDecided(by: operand, &machine) {
        return Truth(decisive)
      }
    }
    return try outcome.truth()
  }
}

/// Gathers operands of which one may decide.
struct Outcome {
  let decisive: Bool
  private var doubts = UnknownUnion()
  /// The first error; rarely there, so that the usual case stays small.
  private var failure: Failed?

  private final class Failed {
    let error: EvaluationError

    init(_ error: EvaluationError) {
      self.error = error
    }
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
      switch try operand.truth(&machine) {
      case .yes where !decisive || doubt == nil: return decisive
      case .no where decisive || doubt == nil: return !decisive
      case .unknown(let unknown): add(unknown, doubt)
      case .yes, .no: add(nil, doubt)
      }
    } catch {
      if error.isFinal { throw error }
      add(error, doubt)
    }
    return false
  }

  @inline(never)
  private mutating func add(_ unknown: Unknown?, _ doubt: Unknown?) {
    if let unknown { doubts.add(unknown) }
    if let doubt { doubts.add(doubt) }
  }

  @inline(never)
  private mutating func add(_ error: EvaluationError, _ doubt: Unknown?) {
    if let doubt { doubts.add(doubt) }
    if failure == nil { failure = Failed(error) }
  }

  /// The truth where no operand decided.
  func truth() throws(EvaluationError) -> Truth {
    if let unknown = doubts.result { return .unknown(unknown) }
    if let failure { throw failure.error }
    return Truth(!decisive)
  }
}

final class Not: Condition {
  let operand: Node
  override var children: [Node] { [operand] }

  init(_ operand: Node, at span: Span) {
    self.operand = operand
    super.init(at: span)
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    switch try operand.truth(&machine) {
    case .yes: .no
    case .no: .yes
    case .unknown(let unknown): .unknown(unknown.closed)
    }
  }
}

/// `certain(p)` and `possible(p)`: p, which is presumed where it is unknown.
final class Presumed: Condition {
  let presumption: Presumption
  let condition: Node
  override var children: [Node] { [condition] }

  init(_ presumption: Presumption, _ condition: Node, at span: Span) {
    self.presumption = presumption
    self.condition = condition
    super.init(at: span)
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    switch try condition.truth(&machine) {
    case .unknown(let unknown):
      machine.doubtsGuards ? .unknown(unknown.closed) : Truth(presumption.value)
    case let known: known
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
    switch try condition.truth(&machine) {
    case .yes: try yes.evaluate(&machine)
    case .no: try no.evaluate(&machine)
    case .unknown(let unknown): .unknown(unknown.closed)
    }
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    switch try condition.truth(&machine) {
    case .yes: try yes.truth(&machine)
    case .no: try no.truth(&machine)
    case .unknown(let unknown): .unknown(unknown.closed)
    }
  }
}
