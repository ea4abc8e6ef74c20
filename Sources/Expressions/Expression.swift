internal import Bytes
package import SourceText

/// An expression that was understood and checked, ready to be evaluated. It is an object, so that handing it on costs
/// nothing.
package final class Expression: Sendable {
  /// Safe to share: nodes never change.
  private nonisolated(unsafe) let body: Later
  let slotCount: Int
  /// Its variables stand before this slot; from here on it names values itself.
  let firstOwnSlot: Int
  let glanceBytes: ByteSlice?
  private let origin: Origin

  /// What an expression is that its nodes do not say.
  struct Account: Sendable {
    var text = ""
    var type = ValueType.dyn
    var reads: [FieldRead] = []
  }

  /// Where that is told.
  enum Origin: Sendable {
    case checked(Account)
    /// Read each time that it is asked for, which is seldom.
    case prepared(ByteSlice)
  }

  init(
    _ origin: Origin, _ body: Later, slotCount: Int, firstOwnSlot: Int, glance: ByteSlice? = nil
  ) {
    self.origin = origin
    self.body = body
    self.slotCount = slotCount
    self.firstOwnSlot = firstOwnSlot
    glanceBytes = glance
  }

  var root: Node { body.part }

  /// What of it can be told at a glance; nil where nothing can.
  package var glance: Glance? { glanceBytes.flatMap(Glance.init) }

  var account: Account {
    switch origin {
    case .checked(let account): account
    case .prepared(let slice): Account(slice)
    }
  }

  package var text: String { account.text }
  package var type: ValueType { account.type }

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
    let account = Account(
      text: text, type: checked.type, reads: checker.reads)
    let glance = GlanceWriter.code(for: checked.node, schema, variables)
    return (
      Expression(
        .checked(account), Later(checked.node), slotCount: checker.slotCount,
        firstOwnSlot: variables.count, glance: glance.map { Blob(copying: $0).whole }), []
    )
  }

  /// The value for the variables, which are in the order in which they were declared.
  ///
  /// - Parameters:
  ///   - memory: Keeps what does not vary for the next evaluation with the same roots.
  ///   - doubtsGuards: Whether `declared(…)` of what is not declared is unknown, and not false.
  package func evaluate(
    _ variables: [Value], memory: (any Memory)? = nil, budget: Int = Limits.cost,
    doubtsGuards: Bool = false
  ) -> Result<Value, EvaluationError> {
    guard variables.count <= firstOwnSlot else { return .failure(.unreadable) }
    var machine = Machine(
      variables: variables, slotCount: slotCount, budget: budget, memory: memory,
      doubtsGuards: doubtsGuards)
    defer { memory?.spend(budget - machine.budget) }
    do throws(EvaluationError) {
      return .success(try root.evaluate(&machine))
    } catch {
      return .failure(error)
    }
  }

  /// The fields of records that the expression may read.
  package var fieldsRead: Set<FieldRead> { Set(account.reads) }
}
