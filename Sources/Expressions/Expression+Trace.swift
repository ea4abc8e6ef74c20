package import SourceText

/// One part of an expression and what it gives.
package struct TracePart: Sendable {
  /// The part's text, as UTF-8 offsets in the expression.
  package let span: Span
  /// How deep the part stands; the whole expression at 0.
  package let depth: Int
  /// Within a macro: the names and values of the element that is looked at.
  package let element: String?
  package let outcome: Result<Value, EvaluationError>
}

extension Expression {
  /// The values of all parts that are not literals, outermost first; for macros those of the first
  /// elements. Parts that the value does not hang on are told too.
  package func trace(
    _ variables: [Value], elements: Int = 10, parts: Int = 1_000, budget: Int = Limits.cost
  ) -> [TracePart] {
    guard variables.count <= firstOwnSlot else { return [] }
    var tracer = Tracer(
      text: text, elementLimit: elements, partLimit: parts,
      machine: Machine(variables: variables, slotCount: slotCount, budget: budget))
    tracer.visit(root, depth: 0, element: nil)
    return tracer.parts
  }
}

private struct Tracer {
  let text: String
  let elementLimit: Int
  let partLimit: Int
  var machine: Machine
  var parts: [TracePart] = []

  mutating func visit(_ node: Node, depth: Int, element: String?) {
    guard parts.count < partLimit, node.constant == nil else { return }
    let node = node.written
    let outcome = outcome(of: node)
    parts.append(TracePart(span: node.span, depth: depth, element: element, outcome: outcome))
    if let loop = node as? LoopNode {
      visit(loop, depth: depth + 1, element: element)
    } else if let binding = node as? Binding {
      visit(binding.value, depth: depth + 1, element: element)
      if case .success(let value) = self.outcome(of: binding.value) {
        machine[binding.slot] = value
        visit(binding.body, depth: depth + 1, element: element)
      }
    } else {
      for child in node.children { visit(child, depth: depth + 1, element: element) }
    }
  }

  private mutating func visit(_ loop: LoopNode, depth: Int, element: String?) {
    visit(loop.range.node, depth: depth, element: element)
    guard let extent = try? loop.range.extent(&machine), case .elements(let elements) = extent
    else { return }
    for index in 0..<min(elements.count, elementLimit) {
      elements.load(index, into: loop.range.slot, &machine)
      var label = machine[loop.range.slot].description
      if loop.range.isPaired { label += ", " + machine[loop.range.slot + 1].description }
      for body in loop.bodies where !isBareName(body, of: loop) {
        elements.load(index, into: loop.range.slot, &machine)
        visit(body, depth: depth, element: label)
      }
    }
  }

  /// Whether a list is made of what a name stands for, which its own value tells.
  private func isBareName(_ body: Node, of loop: LoopNode) -> Bool {
    body is Local && (loop as? ListTransform)?.result === body
  }

  private mutating func outcome(of node: Node) -> Result<Value, EvaluationError> {
    do throws(EvaluationError) {
      return .success(try node.evaluate(&machine))
    } catch {
      return .failure(error)
    }
  }
}
