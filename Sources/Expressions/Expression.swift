package import SourceText

/// An expression that was understood and checked, ready to be evaluated. It is an object, so that handing it on costs
/// nothing.
package final class Expression: Sendable {
  package let text: String
  package let type: ValueType
  /// Safe to share: nodes never change.
  nonisolated(unsafe) let root: Node
  let slotCount: Int
  private let reads: [FieldRead]
  private let comparisons: [(read: FieldRead, choice: String)]

  private init(
    text: String, type: ValueType, root: Node, slotCount: Int, reads: [FieldRead],
    comparisons: [(read: FieldRead, choice: String)]
  ) {
    self.text = text
    self.type = type
    self.root = root
    self.slotCount = slotCount
    self.reads = reads
    self.comparisons = comparisons
  }

  /// Understands and checks a text. Diagnostics have spans in UTF-8 offsets of the text; there is an
  /// expression if there is none.
  package static func compile(
    _ text: String, schema: Schema, variables: [Variable], expecting expected: ValueType = .dyn,
    options: Options = Options()
  ) -> (expression: Expression?, diagnostics: [Diagnostic]) {
    let syntax: Syntax
    let refusals: [Diagnostic]
    do throws(SyntaxError) {
      var parser = try Parser(text)
      syntax = try parser.parse()
      refusals = parser.refusals
    } catch {
      return (nil, [error.diagnostic])
    }
    var checker = Checker(text, schema: schema, variables: variables, options: options)
    let checked = checker.check(syntax)
    if !checked.type.fits(expected) {
      checker.report(
        "the expression gives \(checked.type.withArticle), not \(expected.withArticle)",
        at: syntax.span)
    }
    guard refusals.isEmpty, checker.diagnostics.isEmpty else {
      return (nil, (refusals + checker.diagnostics).inFileOrder)
    }
    let expression = Expression(
      text: text, type: checked.type, root: checked.node, slotCount: checker.slotCount,
      reads: checker.reads, comparisons: checker.comparisons)
    return (expression, [])
  }

  /// The value for the variables, which are in the order in which they were declared.
  ///
  /// - Parameter memory: Keeps what does not vary for the next evaluation with the same roots.
  package func evaluate(
    _ variables: [Value], memory: (any Memory)? = nil, budget: Int = Limits.cost
  ) -> Result<Value, EvaluationError> {
    var machine = Machine(
      variables: variables, slotCount: slotCount, budget: budget, memory: memory)
    do throws(EvaluationError) {
      return .success(try root.evaluate(&machine))
    } catch {
      return .failure(error)
    }
  }

  /// The fields of records that the expression may read.
  package var fieldsRead: Set<FieldRead> { Set(reads) }

  /// The literals with which fields are compared, by field.
  package var choicesCompared: [FieldRead: Set<String>] {
    comparisons.reduce(into: [:]) { $0[$1.read, default: []].insert($1.choice) }
  }
}
