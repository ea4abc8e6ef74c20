internal import Bytes
internal import SourceText

/// A part of an expression that many evaluations do not come to. Of a prepared one, it is read when one does.
final class Later: Node {
  /// Where the part's bytes are; nil where it was given.
  private let source: Source?
  private let made: Once<Node>
  override var children: [Node] { part.children }

  struct Source {
    let bytes: ByteSlice
    let slotCount: Int
    let firstOwnSlot: Int
    let depth: Int
    let schema: @Sendable () -> Schema
  }

  override var written: Node { part.written }

  init(_ source: Source, at span: Span) {
    self.source = source
    made = Once()
    super.init(at: span)
  }

  init(_ part: Node) {
    source = nil
    made = Once(part)
    super.init(at: part.span)
  }

  var part: Node {
    made.object {
      let part = source.flatMap { source in
        var reader = NodeReader(
          ByteReader(source.bytes), slotCount: source.slotCount,
          firstOwnSlot: source.firstOwnSlot, depth: source.depth, schema: source.schema)
        return try? reader.node()
      }
      return part ?? Failure(EvaluationError.unreadable.message, at: span)
    }
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try part.evaluate(&machine)
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    try part.truth(&machine)
  }
}

extension EvaluationError {
  /// What stands for the value of what was prepared and cannot be read.
  static let unreadable = EvaluationError(
    "what was prepared of it cannot be read", at: Span(at: 0))
}
