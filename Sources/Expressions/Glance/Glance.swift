package import Bytes

/// What of a condition can be told from marks, as a `GlanceWriter` wrote it. It is there as long as whoever handed it
/// out: the bytes are held there, so that glancing counts no references.
package struct Glance: Sendable {
  nonisolated(unsafe) let start: UnsafeRawPointer
  /// What it asks first, where that is one field of the subject, and nothing is so without it.
  let threshold: Threshold?

  struct Threshold {
    let slot: Int
    let test: GlanceTest
  }

  /// Nil where there are no bytes.
  init?(_ bytes: ByteSlice) {
    guard let start = bytes.start else { return nil }
    self.start = start
    threshold = Threshold(of: start)
  }
}

extension Glance.Threshold {
  /// Nil where a condition asks something else first.
  fileprivate init?(of condition: UnsafeRawPointer) {
    var reader = condition
    var code = reader.byte()
    if code == GlanceCode.and {
      _ = reader.length()
      code = reader.byte()
    }
    switch code {
    case GlanceCode.test: test = GlanceTest(&reader, undeclared: nil)
    case GlanceCode.guarded: test = GlanceTest(guarded: &reader)
    default: return nil
    }
    guard Int(reader.byte()) == GlanceCode.subject, reader.byte() == 1 else { return nil }
    _ = reader.length()
    slot = Int(reader.slot(0))
  }
}

/// What is asked of a field.
struct GlanceTest {
  let question: UInt8
  /// What is told where the field is not declared; nil where that is to be known.
  let fallback: Glimpse?
  let bits: UInt64

  init(_ reader: inout UnsafeRawPointer, undeclared fallback: Glimpse?) {
    question = reader.byte()
    bits = reader.fixed()
    self.fallback = fallback ?? (question == FieldQuestion.isDeclared ? .no : nil)
  }

  /// A test that says itself what is told where the field is not declared.
  init(guarded reader: inout UnsafeRawPointer) {
    let fallback: Glimpse = reader.byte() == GlanceCode.yes ? .yes : .no
    self.init(&reader, undeclared: fallback)
  }

  /// What a field's mark answers.
  @inline(__always)
  func answer(_ mark: FieldMark, doubtsGuards: Bool) -> Glimpse {
    switch mark.state {
    case .unread, .opaque: .unsure
    case .undeclared: doubtsGuards ? .undeclared : fallback ?? .undeclared
    case .none:
      switch question {
      case FieldQuestion.isAmong, FieldQuestion.isThere: .no
      case FieldQuestion.isNotAmong, FieldQuestion.isNotThere, FieldQuestion.isDeclared: .yes
      default: .unsure
      }
    case .value:
      switch question {
      case FieldQuestion.isTrue, FieldQuestion.isAmong: mark.bits & bits != 0 ? .yes : .no
      case FieldQuestion.isNotAmong: mark.bits & bits == 0 ? .yes : .no
      case FieldQuestion.isThere, FieldQuestion.isDeclared: .yes
      case FieldQuestion.isExactly: mark.bits == bits ? .yes : .no
      case FieldQuestion.isNotExactly: mark.bits == bits ? .no : .yes
      default: .no
      }
    }
  }
}

extension ByteReader {
  /// What can be told at a glance of the expression that is written here; the rest of it is passed over.
  package mutating func glance() throws(Unreadable) -> Glance? {
    _ = try int()
    _ = try part()
    return try optional { reader throws(Unreadable) in try reader.part() }.flatMap(Glance.init)
  }
}
