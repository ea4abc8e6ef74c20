internal import SourceText

/// All values of a file in the order in which they are written, each followed by what it holds, and all their texts:
/// two pieces of memory, however many values there are.
final class NodeTree: Sendable {
  let nodes: [StoredNode]
  let text: [UInt8]

  init(_ nodes: [StoredNode], text: [UInt8]) {
    self.nodes = nodes
    self.text = text
  }

  /// The scalar that is meant by a key.
  func key(at place: Int) -> StoredNode {
    let node = nodes[place]
    return node.shape == .alias ? nodes[Int(node.textStart)] : node
  }

  func text(of node: StoredNode) -> String {
    withText(of: node) { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  func withText<T>(of node: StoredNode, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    text.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(node.textStart)..<Int(node.textEnd)]))
    }
  }
}

/// A value as it is kept.
struct StoredNode: Sendable {
  enum Shape: UInt8, Sendable {
    case scalar
    case sequence
    /// It holds keys, each followed by its value.
    case mapping
    /// Another value stands here, whose place is where the text would begin.
    case alias
    case invalid
  }

  let shape: Shape
  let style: Scalar.Style
  /// Whether it is a key that is passed over together with its value.
  var isDropped = false
  private let start: Int32
  private var end: Int32
  let textStart: Int32
  let textEnd: Int32
  /// The place behind all that it holds.
  var next: Int32
  /// That of its text.
  let stamp: NameStamp

  init(
    _ shape: Shape, at span: Span, next: Int, text: Range<Int> = 0..<0,
    style: Scalar.Style = .plain, stamp: NameStamp = NameStamp("" as StaticString)
  ) {
    self.shape = shape
    self.style = style
    start = Int32(span.start)
    end = Int32(span.end)
    self.next = Int32(next)
    textStart = Int32(text.lowerBound)
    textEnd = Int32(text.upperBound)
    self.stamp = stamp
  }

  var span: Span {
    get { Span(Int(start), Int(end)) }
    set { end = Int32(newValue.end) }
  }
}
