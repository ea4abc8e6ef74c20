internal import SourceText

/// Keeps what does not vary between evaluations with the same roots.
package protocol Memory: AnyObject {
  /// What is kept under a key, or else what is computed now.
  func value(
    _ key: ObjectIdentifier, _ compute: () -> Result<Value, EvaluationError>
  ) -> Result<Value, EvaluationError>

  /// Takes notice of the steps that an evaluation took.
  func spend(_ steps: Int)
}

/// A part that reads nothing that varies: where there is a memory, it is evaluated once.
final class Shared: Node {
  let part: Node
  override var children: [Node] { [part] }
  override var written: Node { part.written }

  init(_ part: Node, at span: Span) {
    self.part = part
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    guard let memory = machine.memory else { return try part.evaluate(&machine) }
    try machine.charge(1, at: span)
    return try memory.value(ObjectIdentifier(self)) {
      do throws(EvaluationError) {
        return .success(try part.evaluate(&machine))
      } catch {
        return .failure(error)
      }
    }.get()
  }
}

extension Node {
  /// Whether it reads only variables that do not vary, and what it names itself.
  func isShared(among variables: [Variable]) -> Bool {
    var bound: Set<Int> = []
    return readsNothingElse(variables, &bound)
  }

  private func readsNothingElse(_ variables: [Variable], _ bound: inout Set<Int>) -> Bool {
    if let local = self as? Local {
      return local.slot < variables.count
        ? !variables[local.slot].varies : bound.contains(local.slot)
    }
    if let loop = self as? LoopNode {
      bound.insert(loop.range.slot)
      if loop.range.isPaired { bound.insert(loop.range.slot + 1) }
    }
    if let binding = self as? Binding { bound.insert(binding.slot) }
    return children.allSatisfy { $0.readsNothingElse(variables, &bound) }
  }
}
