internal import SourceText

/// A part of an expression as it is written, macros already expanded.
final class Syntax: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    case select(Syntax, field: String, at: Span)
    case has(Syntax, field: String, at: Span)
    case declared(Syntax)
    case presumed(Syntax, Presumption)
    case index(Syntax, Syntax)
    case call(Call)
    case not(Syntax)
    case negative(Syntax)
    case binary(BinaryOperator, Syntax, Syntax)
    case logical(LogicalOperator, [Syntax])
    case conditional(Syntax, Syntax, Syntax)
    case list([Syntax])
    case map([Entry])
    case loop(Loop)
    case binding(String, Syntax, body: Syntax)
    /// Something that was refused and already reported.
    case refused
  }

  struct Call: Sendable {
    let name: String
    let nameSpan: Span
    let receiver: Syntax?
    let arguments: [Syntax]
  }

  struct Entry: Sendable {
    let key: Syntax
    let value: Syntax
  }

  struct Loop: Sendable {
    let macro: LoopMacro
    let range: Syntax
    /// One or two names.
    let names: [String]
    /// The condition of the elements that count, if there is one.
    let condition: Syntax?
    /// What an element becomes, if it becomes something else.
    let result: Syntax?
  }

  let kind: Kind
  let span: Span
  /// The number of levels, this one included.
  let height: Int

  init(_ kind: Kind, at span: Span, over children: Int) {
    self.kind = kind
    self.span = span
    self.height = children + 1
  }

  /// The same between parentheses.
  func enclosed(at span: Span) -> Syntax { Syntax(kind, at: span, over: height - 1) }
}

enum LogicalOperator: String, Sendable {
  case and = "&&"
  case or = "||"

  /// The operand that decides alone.
  var decisive: Bool { self == .or }
}

/// What a condition is taken for where it is unknown.
enum Presumption: String, Sendable, CaseIterable {
  case certain
  case possible

  var value: Bool { self == .possible }
}

enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case isIn = "in"

  /// How strongly the operator binds: relations 3, sums 4, products 5.
  var precedence: Int {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .isIn: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    }
  }

  init?(_ kind: Token.Kind) {
    switch kind {
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .percent: self = .remainder
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .keywordIn: self = .isIn
    default: return nil
    }
  }
}

/// The macros that go over the elements of a list or the keys of a map.
enum LoopMacro: String, Sendable, CaseIterable {
  case all
  case exists
  case existsOne = "exists_one"
  case map
  case filter
  case transformList
  case transformMap
}
