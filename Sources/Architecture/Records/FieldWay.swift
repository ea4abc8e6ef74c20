internal import SourceText

/// The fields that lead from a record to a value inside it, by their indices: a byte each, and one for how many there
/// are. No record is nested as deep as that.
struct FieldWay: Equatable, Sendable {
  private var bits: UInt64 = 0

  init() {}

  init(_ index: Int) {
    bits = UInt64(truncatingIfNeeded: index) | 1 << 56
  }

  func appending(_ index: Int) -> FieldWay {
    var way = self
    way.bits = bits | UInt64(truncatingIfNeeded: index) << (8 * (bits >> 56))
    way.bits &+= 1 << 56
    return way
  }

  var count: Int { Int(bits >> 56) }

  subscript(step: Int) -> Int { Int(bits >> (8 * UInt64(step)) & 0xFF) }

  /// What the record at its end is described by.
  func recordType(from type: RecordType) -> RecordType? {
    var type: RecordType? = type
    for step in 0..<count { type = type?.inner[self[step]] }
    return type
  }

  /// The path of what stands at its end.
  func path(from record: Record) -> String {
    var path = record.path
    var type: RecordType? = record.type
    for step in 0..<count {
      guard let known = type else { break }
      path = fieldPath(known.fields[self[step]].name, of: path)
      type = known.inner[self[step]]
    }
    return path
  }
}
