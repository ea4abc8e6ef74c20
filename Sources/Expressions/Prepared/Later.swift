internal import Bytes
internal import SourceText

/// A part of a prepared expression that many evaluations do not come to. It is read when one does.
final class Later: Node {
  private let bytes: ByteSlice
  private let slotCount: Int
  private let depth: Int
  private let schema: @Sendable () -> Schema
  private let made = Once<Node>()
  override var children: [Node] { part.children }
  override var written: Node { part.written }

  init(
    _ bytes: ByteSlice, slotCount: Int, depth: Int, _ schema: @escaping @Sendable () -> Schema,
    at span: Span
  ) {
    self.bytes = bytes
    self.slotCount = slotCount
    self.depth = depth
    self.schema = schema
    super.init(at: span)
  }

  var part: Node {
    made.object {
      var reader = NodeReader(
        ByteReader(bytes), slotCount: slotCount, depth: depth, schema: schema)
      return (try? reader.node()) ?? Failure("what was prepared of it cannot be read", at: span)
    }
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try part.evaluate(&machine)
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    try part.truth(&machine)
  }
}
