internal import SourceText

/// Glances at conditions about one world of records: what most of them come to is told by marks, without a value. One
/// thread only ever touches it.
package final class Glancer: @unchecked Sendable {
  private let world: MarkedRecord
  private let scale: Scale
  private let doubtsGuards: Bool
  /// The addresses of records and the bits of words.
  private let registers: UnsafeMutablePointer<UInt64>
  /// What was seen to be undeclared and is still to be decided.
  private let gaps: UnsafeMutablePointer<Gap>
  @exclusivity(unchecked) private var gapCount = 0
  @exclusivity(unchecked) private var shared: [UnsafeRawPointer: Shared] = [:]
  @exclusivity(unchecked) private var caveats = Caveats()
  @exclusivity(unchecked) private var stepsLeft = 0
  /// How many fields were looked at.
  @exclusivity(unchecked) package private(set) var steps = 0

  /// Why what was seen may not be all.
  private struct Caveats {
    /// Something was not read, so that it is not known what stands behind it.
    var isGuess = false
    /// Something may fail, whatever else is decided.
    var isSpoilt = false

    mutating func add(_ other: Caveats) {
      isGuess = isGuess || other.isGuess
      isSpoilt = isSpoilt || other.isSpoilt
    }
  }

  /// A field that is not declared, and what would follow it on the way.
  private struct Gap: Equatable {
    let holder: UInt64
    let place: UnsafeRawPointer
    let level: Int
  }

  /// What a condition that is the same for all subjects comes to.
  private struct Shared {
    let glimpse: Glimpse
    let gaps: [Gap]
    let weight: UInt8
    let caveats: Caveats
  }

  /// - Parameters:
  ///   - scale: Takes notice of what stands behind what is read.
  ///   - doubtsGuards: Whether `declared(…)` of what is not declared is undeclared, and not false.
  package init(_ world: MarkedRecord, on scale: Scale, doubtsGuards: Bool = false) {
    self.world = world
    self.scale = scale
    self.doubtsGuards = doubtsGuards
    gaps = .allocate(capacity: Self.mostGaps)
    registers = .allocate(capacity: GlanceCode.registers)
    registers.initialize(repeating: 0, count: GlanceCode.registers)
    registers[GlanceCode.world] = world.address
  }

  deinit {
    gaps.deallocate()
    registers.deallocate()
  }

  /// Of more, not all would be told.
  private static let mostGaps = 2 * FieldPath.mostTold

  /// What a condition about a subject comes to.
  package func glance(_ condition: Glance?, about subject: MarkedRecord?) -> Glimpse {
    guard let condition else { return .unsure }
    registers[GlanceCode.subject] = subject?.address ?? 0
    forgetGaps(from: 0)
    caveats = Caveats()
    stepsLeft = Limits.cost
    var reader = condition.start
    let glimpse = truth(&reader)
    steps += Limits.cost - stepsLeft
    return caveats.isSpoilt || caveats.isGuess && glimpse == .yes ? .unsure : glimpse
  }

  /// What would have to be declared, after a glance at what hangs on it.
  package var undeclaredPaths: [String] {
    if gapCount == 1 { return unknown(at: gaps[0])?.paths ?? [] }
    return Unknown(allOf: (0..<gapCount).compactMap { unknown(at: gaps[$0]) }).paths
  }

  // MARK: Conditions

  private func truth(_ reader: inout UnsafeRawPointer) -> Glimpse {
    switch reader.byte() {
    case GlanceCode.no: return .no
    case GlanceCode.yes: return .yes
    case GlanceCode.and: return operands(decisive: .no, &reader)
    case GlanceCode.or: return operands(decisive: .yes, &reader)
    case GlanceCode.not:
      switch truth(&reader) {
      case .yes: return .no
      case .no: return .yes
      case .undeclared: return .undeclared
      case .unsure: return .unsure
      }
    case GlanceCode.conditional: return conditional(&reader)
    case GlanceCode.test: return test(&reader)
    case GlanceCode.compare: return compare(&reader)
    case GlanceCode.exists: return records(decisive: .yes, &reader)
    case GlanceCode.all: return records(decisive: .no, &reader)
    case GlanceCode.existsWord: return words(decisive: .yes, &reader)
    case GlanceCode.allWords: return words(decisive: .no, &reader)
    case GlanceCode.word:
      let word = registers[Int(reader.byte())]
      return word & reader.fixed() != 0 ? .yes : .no
    case GlanceCode.same: return same(&reader)
    case GlanceCode.shared: return shared(&reader)
    case GlanceCode.filter:
      caveats.isGuess = true
      let glimpse = truth(&reader)
      if glimpse == .unsure { caveats.isSpoilt = true }
      return glimpse
    default: return unsure()
    }
  }

  private func unsure() -> Glimpse {
    caveats.isGuess = true
    return .unsure
  }

  /// Collects what several conditions come to together.
  private struct Sum {
    private(set) var glimpse: Glimpse

    init(decisive: Glimpse) {
      glimpse = decisive == .no ? .yes : .no
    }

    mutating func add(_ other: Glimpse) {
      switch other {
      case .yes, .no: break
      case .unsure: glimpse = .unsure
      case .undeclared: if glimpse != .unsure { glimpse = .undeclared }
      }
    }
  }

  private func operands(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let end = reader.length() + reader
    let gapsBefore = gapCount
    var sum = Sum(decisive: decisive)
    while reader < end {
      let glimpse = truth(&reader)
      if glimpse == decisive {
        reader = end
        forgetGaps(from: gapsBefore)
        return decisive
      }
      sum.add(glimpse)
    }
    return sum.glimpse
  }

  private func conditional(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let first = reader.length()
    let second = reader.length()
    switch truth(&reader) {
    case .yes:
      let glimpse = truth(&reader)
      reader += second
      return glimpse
    case .no:
      reader += first
      return truth(&reader)
    case .undeclared:
      reader += first + second
      return .undeclared
    case .unsure:
      reader += first + second
      return .unsure
    }
  }

  private func shared(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let end = reader.length() + reader
    defer { reader = end }
    if let known = shared[reader] {
      scale.note(known.weight)
      caveats.add(known.caveats)
      for gap in known.gaps { note(gap) }
      return known.glimpse
    }
    let (key, before, outerCaveats) = (reader, scale.least, caveats)
    let outer = allGaps
    scale.begin()
    caveats = Caveats()
    gapCount = 0
    let glimpse = truth(&reader)
    let known = Shared(glimpse: glimpse, gaps: allGaps, weight: scale.least, caveats: caveats)
    shared[key] = known
    scale.note(before)
    caveats.add(outerCaveats)
    gapCount = 0
    for gap in outer + known.gaps { note(gap) }
    return glimpse
  }

  // MARK: Fields

  /// Where a way of fields leads: the mark of the last, and the record that has it.
  private struct Found {
    let mark: FieldMark
    let holder: UInt64
    let slot: Int
  }

  @inline(__always)
  private func find(_ reader: inout UnsafeRawPointer, isAsked: Bool = true) -> Found {
    let place = reader
    let register = Int(reader.byte())
    let count = Int(reader.byte())
    let names = reader.length()
    let slots = reader
    reader += 2 * count + names
    var holder = registers[register]
    stepsLeft &-= count
    for level in 0..<count {
      let slot = Int(slots.slot(level))
      let record = Self.record(holder)
      let mark = record._withUnsafeGuaranteedRef { $0.mark(ofField: slot) }
      scale.note(mark.weight)
      if level == count - 1 {
        if mark.state == .undeclared, isAsked {
          note(Gap(holder: holder, place: place, level: level))
        }
        return Found(mark: mark, holder: holder, slot: slot)
      }
      switch mark.state {
      case .value:
        holder = record._withUnsafeGuaranteedRef { $0.address(ofField: slot, marked: mark) }
        if holder == 0 { return Found(mark: .opaque, holder: holder, slot: slot) }
      case .undeclared:
        if isAsked { note(Gap(holder: holder, place: place, level: level)) }
        return Found(mark: mark, holder: holder, slot: slot)
      case .none, .opaque, .unread: return Found(mark: mark, holder: holder, slot: slot)
      }
    }
    return Found(mark: .opaque, holder: holder, slot: 0)
  }

  private static func record(_ address: UInt64) -> Unmanaged<MarkedRecord> {
    // An address in a register is that of a record that the world keeps.
    Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: UInt(address)).unsafelyUnwrapped)
  }

  private func test(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let question = FieldQuestion(rawValue: reader.byte())
    let bits = reader.fixed()
    let isGuard = question == .isDeclared && !doubtsGuards
    let mark = find(&reader, isAsked: !isGuard).mark
    switch mark.state {
    case .unread, .opaque: return unsure()
    case .undeclared: return isGuard ? .no : .undeclared
    case .none:
      switch question {
      case .isTrue, nil: return unsure()
      case .isAmong, .isThere: return .no
      case .isNotAmong, .isNotThere, .isDeclared: return .yes
      }
    case .value:
      switch question {
      case .isTrue, .isAmong: return mark.bits & bits != 0 ? .yes : .no
      case .isNotAmong: return mark.bits & bits == 0 ? .yes : .no
      case .isThere, .isDeclared: return .yes
      case .isNotThere: return .no
      case nil: return unsure()
      }
    }
  }

  private func same(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let left = record(&reader)
    let right = record(&reader)
    switch (left.state, right.state) {
    case (.unread, _), (.opaque, _), (_, .unread), (_, .opaque): return unsure()
    case (.undeclared, _), (_, .undeclared): return .undeclared
    case (.none, .none): return .yes
    case (.none, .value), (.value, .none): return .no
    case (.value, .value): return left.address == right.address ? .yes : .no
    }
  }

  /// The record at a place.
  private func record(_ reader: inout UnsafeRawPointer) -> (state: FieldMark.State, address: UInt64)
  {
    let (register, count) = (
      Int(reader.loadUnaligned(as: UInt8.self)), (reader + 1).loadUnaligned(as: UInt8.self)
    )
    guard count > 0 else {
      reader += 2
      reader += reader.length()
      return (.value, registers[register])
    }
    let found = find(&reader)
    guard found.mark.state == .value else { return (found.mark.state, 0) }
    let next = Self.record(found.holder)._withUnsafeGuaranteedRef {
      $0.address(ofField: found.slot, marked: found.mark)
    }
    return (next == 0 ? .opaque : .value, next)
  }

  // MARK: Numbers

  private func compare(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let comparison = GlanceComparison(rawValue: reader.byte())
    let isOfDoubles = reader.byte() != 0
    let left = number(&reader)
    let right = number(&reader)
    switch (left.state, right.state) {
    case (.unread, _), (.opaque, _), (_, .unread), (_, .opaque): return unsure()
    case (.undeclared, _), (_, .undeclared): return .undeclared
    case (.none, _), (_, .none):
      let isEqual = left.state == right.state
      switch comparison {
      case .equal: return isEqual ? .yes : .no
      case .notEqual: return isEqual ? .no : .yes
      case .less, .lessOrEqual, .greater, .greaterOrEqual, nil: return unsure()
      }
    case (.value, .value): break
    }
    guard let comparison else { return unsure() }
    let isTrue =
      isOfDoubles
      ? comparison.holds(Double(bitPattern: left.bits), Double(bitPattern: right.bits))
      : comparison.holds(Int64(bitPattern: left.bits), Int64(bitPattern: right.bits))
    return isTrue ? .yes : .no
  }

  private func number(_ reader: inout UnsafeRawPointer) -> (state: FieldMark.State, bits: UInt64) {
    switch reader.byte() {
    case GlanceCode.constant: return (.value, reader.fixed())
    case GlanceCode.quotient:
      let divisor = Int64(bitPattern: reader.fixed())
      let dividend = number(&reader)
      switch dividend.state {
      case .value:
        return (.value, UInt64(bitPattern: Int64(bitPattern: dividend.bits) / max(divisor, 1)))
      // What there is none of cannot be divided.
      case .none: return (.opaque, 0)
      case .unread, .opaque, .undeclared: return dividend
      }
    case GlanceCode.size:
      let mark = find(&reader).mark
      switch mark.state {
      // A list of which there is none is empty.
      case .none: return (.value, 0)
      case .value: return (.value, mark.listCount)
      case .unread, .opaque, .undeclared: return (mark.state, 0)
      }
    default:
      let mark = find(&reader).mark
      return (mark.state, mark.bits)
    }
  }

  // MARK: Loops

  private func records(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let register = Int(reader.byte())
    let length = reader.length()
    let found = find(&reader)
    let body = reader
    reader += length
    switch found.mark.state {
    case .unread, .opaque: return unsure()
    case .undeclared: return .undeclared
    case .none: return decisive == .yes ? .no : .yes
    case .value: break
    }
    let list = Self.record(found.holder)._withUnsafeGuaranteedRef {
      $0.records(ofField: found.slot)
    }
    guard let list else { return unsure() }
    let gapsBefore = gapCount
    var sum = Sum(decisive: decisive)
    for address in list.addresses {
      guard stepsLeft > 0 else { return unsure() }
      registers[register] = address
      var reader = body
      let glimpse = truth(&reader)
      if glimpse == decisive {
        forgetGaps(from: gapsBefore)
        return decisive
      }
      sum.add(glimpse)
    }
    return sum.glimpse
  }

  private func words(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let register = Int(reader.byte())
    let length = reader.length()
    let mark = find(&reader).mark
    let body = reader
    reader += length
    switch mark.state {
    case .unread, .opaque: return unsure()
    case .undeclared: return .undeclared
    case .none: return decisive == .yes ? .no : .yes
    case .value: break
    }
    let gapsBefore = gapCount
    var sum = Sum(decisive: decisive)
    var words = mark.bits & FieldMark.choicesOfList
    while words != 0 {
      registers[register] = words & (~words &+ 1)
      words &= words &- 1
      var reader = body
      let glimpse = truth(&reader)
      if glimpse == decisive {
        forgetGaps(from: gapsBefore)
        return decisive
      }
      sum.add(glimpse)
    }
    return sum.glimpse
  }

  // MARK: What is not declared

  private func note(_ gap: Gap) {
    guard gapCount < Self.mostGaps else { return }
    for index in 0..<gapCount where gaps[index] == gap { return }
    gaps[gapCount] = gap
    gapCount += 1
  }

  private var allGaps: [Gap] { Array(UnsafeBufferPointer(start: gaps, count: gapCount)) }

  private func forgetGaps(from count: Int) { gapCount = min(gapCount, count) }

  private func unknown(at gap: Gap) -> Unknown? {
    var place = gap.place + 1
    let count = Int(place.byte())
    let names = place.length()
    let slots = place
    let holder = Self.record(gap.holder)
    let value = holder._withUnsafeGuaranteedRef { $0.value(ofField: Int(slots.slot(gap.level))) }
    guard case .unknown(var unknown) = value, gap.level < count - 1 else { return value.unknown }
    place += 2 * count
    let end = place + names
    for level in 0..<count where place < end {
      let name = place.text()
      if level > gap.level { unknown = unknown.field(name) }
      if level >= gap.level, slots.isReference(level) { unknown = unknown.closed }
    }
    return unknown
  }
}

extension Value {
  fileprivate var unknown: Unknown? {
    if case .unknown(let unknown) = self { unknown } else { nil }
  }
}

extension GlanceComparison {
  fileprivate func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// Reads what a `GlanceWriter` wrote.
extension UnsafeRawPointer {
  @inline(__always)
  fileprivate mutating func byte() -> UInt8 {
    defer { self += 1 }
    return load(as: UInt8.self)
  }

  @inline(__always)
  fileprivate mutating func length() -> Int {
    defer { self += 4 }
    return Int(UInt32(littleEndian: loadUnaligned(as: UInt32.self)))
  }

  @inline(__always)
  fileprivate mutating func fixed() -> UInt64 {
    defer { self += 8 }
    return UInt64(littleEndian: loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  fileprivate func slot(_ level: Int) -> UInt16 { field(level) & ~GlanceCode.reference }

  fileprivate func isReference(_ level: Int) -> Bool { field(level) & GlanceCode.reference != 0 }

  @inline(__always)
  private func field(_ level: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: 2 * level, as: UInt16.self))
  }

  fileprivate mutating func text() -> String {
    let count = Int(byte())
    defer { self += count }
    return String(decoding: UnsafeRawBufferPointer(start: self, count: count), as: UTF8.self)
  }
}
