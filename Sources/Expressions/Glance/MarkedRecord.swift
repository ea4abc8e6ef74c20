/// What a record's fields are read from.
package protocol FieldSource: AnyObject, Sendable {
  /// The name of the record's type in the schema.
  var typeName: String { get }

  /// How traces name the record.
  var label: String { get }

  /// A field's mark, and its value where that is at hand. A field is looked at once.
  func look(at slot: Int) -> (mark: FieldMark, value: Value?)

  /// The value of a field that was looked at; asked for once.
  func value(ofField slot: Int, marked mark: FieldMark) -> Value

  /// The path of a field that is not declared; nil where its value tells what would have to be.
  func path(ofUndeclared slot: Int) -> String?
}

extension FieldSource {
  package func path(ofUndeclared slot: Int) -> String? { nil }
}

/// A record that tells of its fields by marks, so that most conditions need no values. One thread only ever touches it.
package final class MarkedRecord: Record, @unchecked Sendable {
  private let source: any FieldSource
  private let scale: Scale
  private let marks: UnsafeMutableBufferPointer<FieldMark>
  /// The values that were asked for, in that order.
  @exclusivity(unchecked) private var values: [Value] = []
  /// Those of them that were gone through, each with its place.
  @exclusivity(unchecked) private var lists: [(place: UInt16, records: RecordList?)] = []

  /// - Parameters:
  ///   - slots: How many fields it has.
  ///   - scale: Takes notice of what stands behind the values that are read.
  package init(_ source: any FieldSource, slots: Int, on scale: Scale) {
    self.source = source
    self.scale = scale
    marks = .allocate(capacity: slots)
    marks.initialize(repeating: .unread)
  }

  deinit { marks.deallocate() }

  package var typeName: String { source.typeName }
  package var label: String { source.label }

  package func value(ofField slot: Int) -> Value {
    scale.note(mark(ofField: slot).weight)
    return kept(slot)
  }

  func path(ofUndeclared slot: Int) -> String? { source.path(ofUndeclared: slot) }

  @inline(__always)
  func mark(ofField slot: Int) -> FieldMark {
    guard slot < marks.count else { return .opaque }
    let known = marks[slot]
    return known.state == .unread ? look(at: slot) : known
  }

  /// Where the record is that a field of a record type holds or leads to; 0 where there is none.
  @inline(__always)
  func address(ofField slot: Int, marked mark: FieldMark) -> UInt64 {
    mark.bits == 0 ? address(lookingUp: slot) : mark.bits
  }

  @inline(never)
  private func address(lookingUp slot: Int) -> UInt64 {
    let address = kept(slot).markedRecord?.address ?? 0
    if slot < marks.count { marks[slot].bits = address }
    return address
  }

  /// The records that a field's list holds; nil where it has others.
  func records(ofField slot: Int) -> RecordList? {
    let place = place(ofField: slot)
    if let known = lists.first(where: { $0.place == place }) { return known.records }
    let records = RecordList(values[Int(place)])
    lists.append((place, records))
    return records
  }

  /// Lets go of the values, which may lead back here.
  package func forget() {
    let forgotten = values
    values = []
    lists = []
    for value in forgotten { value.markedRecord?.forget() }
  }

  @inline(never)
  private func look(at slot: Int) -> FieldMark {
    var (mark, value) = source.look(at: slot)
    if let value { mark.place = keep(value) }
    marks[slot] = mark
    return mark
  }

  @inline(__always)
  private func kept(_ slot: Int) -> Value { values[Int(place(ofField: slot))] }

  /// Where its value is kept.
  @inline(__always)
  private func place(ofField slot: Int) -> UInt16 {
    let place = mark(ofField: slot).place
    return Int(place) < values.count ? place : keep(slot)
  }

  @inline(never)
  private func keep(_ slot: Int) -> UInt16 {
    let place = keep(source.value(ofField: slot, marked: mark(ofField: slot)))
    if slot < marks.count { marks[slot].place = place }
    return place
  }

  private func keep(_ value: Value) -> UInt16 {
    if values.isEmpty { values.reserveCapacity(8) }
    values.append(value)
    return UInt16(clamping: values.count - 1)
  }
}

extension MarkedRecord {
  var address: UInt64 {
    UInt64(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
  }
}

/// Records to go through.
final class RecordList {
  private let records: [MarkedRecord]
  /// Where they are, as long as the list is there.
  let addresses: [UInt64]

  /// Nil for what is no list of records.
  init?(_ value: Value) {
    guard case .list(let list) = value else { return nil }
    records = list.elements.compactMap(\.markedRecord)
    addresses = records.map(\.address)
    if records.count != list.elements.count { return nil }
  }
}

extension Value {
  fileprivate var markedRecord: MarkedRecord? {
    if case .record(let record) = self { record as? MarkedRecord } else { nil }
  }
}

/// Takes notice of what stands behind the values that are read: the least of it counts. One thread only ever touches it.
package final class Scale: @unchecked Sendable {
  @exclusivity(unchecked) private var lowest = FieldMark.weightless

  package init() {}

  package var least: UInt8 { lowest }

  package func begin() { lowest = FieldMark.weightless }

  package func note(_ weight: UInt8) { lowest = min(lowest, weight) }
}
