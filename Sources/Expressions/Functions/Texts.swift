internal import Bytes
internal import SourceText

extension Function {
  static let texts: [Function] = [
    search(
      "contains", doc: "Whether a text has another in it.",
      example: ("'hello'.contains('ell')", "true")
    ) { text, part in part.isEmpty || text.firstIndex(of: part, from: 0) != nil },
    search(
      "startsWith", doc: "Whether a text begins with another.",
      example: ("'hello'.startsWith('he')", "true")
    ) { text, part in text.starts(with: part) },
    search(
      "endsWith", doc: "Whether a text ends with another.",
      example: ("'hello'.endsWith('lo')", "true")
    ) { text, part in text.count >= part.count && text.suffix(part.count).elementsEqual(part) },
    Function(
      name: "matches",
      doc:
        "Whether a regular expression (RE2's syntax) is found anywhere in the text, in time linear in its length.",
      example: ("matches('redis-7', '^redis(-[0-9]+)?$')", "true"), form: .both,
      signatures: [Signature([.string, .string], .bool)]
    ) { values, machine, span throws(EvaluationError) in
      guard case .string(let text) = values[0], case .string(let pattern) = values[1] else {
        return nil
      }
      try machine.charge(32 + 8 * pattern.utf8.count, at: span)
      let expression: RegularExpression
      do throws(RegularExpressionError) {
        expression = try RegularExpression(pattern)
      } catch {
        throw EvaluationError(error, at: span)
      }
      try machine.charge(4 * expression.stepBound(forLength: 1), at: span)
      return try expression.matches(text, &machine, at: span)
    },
  ]

  /// A function of two texts that gives a bool.
  private static func search(
    _ name: String, doc: String, example: (String, String),
    _ found: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
  ) -> Function {
    Function(
      name: name, doc: doc, example: example, form: .member,
      signatures: [Signature([.string, .string], .bool)]
    ) { values, machine, span throws(EvaluationError) in
      guard case .string(let text) = values[0], case .string(let part) = values[1] else {
        return nil
      }
      try machine.charge(textOf: text.utf8.count + part.utf8.count, at: span)
      return .bool(found(Array(text.utf8), Array(part.utf8)))
    }
  }
}

/// `text.matches('literal')`: the pattern is compiled once, when an evaluation first comes to it, or when the program is
/// built.
final class Match: Node {
  let text: Node
  let literal: Node
  let pattern: String
  /// The compiled pattern; nil where it is still to be compiled.
  private let prepared: ByteSlice?
  private let compiled = Once<Compiled>()
  override var children: [Node] { [text, literal] }

  private final class Compiled {
    let result: Result<RegularExpression, RegularExpressionError>

    init(_ pattern: String, _ prepared: ByteSlice?) {
      var reader = prepared.map(ByteReader.init)
      if let expression = try? reader?.regularExpression() {
        result = .success(expression)
        return
      }
      do throws(RegularExpressionError) {
        result = .success(try RegularExpression(pattern))
      } catch {
        result = .failure(error)
      }
    }
  }

  init(
    _ text: Node, _ pattern: String, literal: Node, prepared: ByteSlice? = nil, at span: Span
  ) {
    self.text = text
    self.pattern = pattern
    self.prepared = prepared
    self.literal = literal
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try text.evaluate(&machine) {
    case .string(let text):
      switch compiled.object({ Compiled(pattern, prepared) }).result {
      case .success(let expression): return try expression.matches(text, &machine, at: span)
      case .failure(let error): throw EvaluationError(error, at: span)
      }
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("matches does not take (\(other.kind), string)", at: span)
    }
  }
}

extension EvaluationError {
  fileprivate init(_ error: RegularExpressionError, at span: Span) {
    self.init("the regular expression is broken: \(error.message)", at: span)
  }
}

extension RegularExpression {
  fileprivate func matches(_ text: String, _ machine: inout Machine, at span: Span)
    throws(EvaluationError) -> Value
  {
    try machine.charge(1 + stepBound(forLength: text.utf8.count) >> 2, at: span)
    return .bool(matches(text))
  }
}

extension RandomAccessCollection where Index == Int, Element: Equatable {
  /// Where a part begins, at or behind `start`, in time linear in both lengths.
  func firstIndex(of part: [Element], from start: Int) -> Int? {
    guard !part.isEmpty else { return start }
    // For each prefix of the part, the length of the longest end of it that is a beginning too.
    var fallback = [0]
    var length = 0
    for element in part.dropFirst() {
      while length > 0, element != part[length] { length = fallback[length - 1] }
      if element == part[length] { length += 1 }
      fallback.append(length)
    }
    length = 0
    var index = start
    while index < endIndex {
      while length > 0, self[index] != part[length] { length = fallback[length - 1] }
      if self[index] == part[length] { length += 1 }
      if length == part.count { return index - length + 1 }
      index += 1
    }
    return nil
  }
}
