/// A half-open range of UTF-8 offsets in a source file.
package struct Span: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The empty span at an offset.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  package var isEmpty: Bool { start == end }
}

extension Span: Comparable {
  package static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
