internal import SourceText

/// A function of the language: one value feeds the checker, the evaluator and the reference.
package struct Function: Sendable {
  package let name: String
  package let doc: String
  /// An expression that uses it, and what it gives.
  package let example: (expression: String, result: String)
  /// Where its first argument stands: in brackets, as in `size(text)`, before them, as in `text.size()`, or in either.
  let form: Form
  let signatures: [Signature]
  /// Gets as many arguments as a signature has, none of them unknown.
  let body: @Sendable ([Value], inout Machine, Span) throws(EvaluationError) -> Value?

  enum Form: Sendable {
    case global
    case member
    case both
  }

  /// Argument types, a member's receiver first, and the type of the result.
  struct Signature: Sendable {
    let parameters: [ValueType]
    let result: ValueType

    init(_ parameters: [ValueType], _ result: ValueType) {
      self.parameters = parameters
      self.result = result
    }
  }

  /// The ways to call it, with their types.
  package var calls: [String] { signatures.map { $0.described(name, form) } }

  /// Whether it may also be called behind its first argument.
  package var isAlsoMember: Bool { form == .both }

  func takes(_ form: Form) -> Bool { self.form == form || self.form == .both }

  /// Every function, in the order of the reference.
  package static let all: [Function] =
    sizes + conversions + texts + textExtensions + dates

  static func named(_ name: String) -> Function? { all.first { $0.name == name } }
}

/// The call of a function.
final class CallNode: Node {
  let function: Function
  let arguments: [Node]
  override var children: [Node] { arguments }

  init(_ function: Function, _ arguments: [Node], at span: Span) {
    self.function = function
    self.arguments = arguments
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var isUnknown = false
    for argument in arguments {
      let value = try argument.evaluate(&machine)
      if case .unknown = value { isUnknown = true }
      values.append(value)
    }
    if isUnknown, let unknown = Value.unknown(in: values) { return .unknown(unknown) }
    guard let result = try function.body(values, &machine, span) else {
      let kinds = values.map(\.kind).joined(separator: ", ")
      throw EvaluationError("\(function.name) does not take (\(kinds))", at: span)
    }
    return result
  }
}
