internal import SourceText

/// Glances at conditions about one world of records: what most of them come to is told by marks, without a value. One
/// thread only ever touches it.
package final class Glancer: @unchecked Sendable {
  private let world: MarkedRecord
  let scale: Scale
  let doubtsGuards: Bool
  /// The addresses of records and the bits of words.
  let registers: UnsafeMutablePointer<UInt64>
  /// What was seen to be undeclared and is still to be decided.
  let gaps: UnsafeMutablePointer<Gap>
  @exclusivity(unchecked) var gapCount = 0
  @exclusivity(unchecked) var shared: [Int: Shared] = [:]
  @exclusivity(unchecked) var caveats = Caveats()
  @exclusivity(unchecked) var stepsLeft = 0
  @exclusivity(unchecked) var stepsTaken = 0

  /// Why what was seen may not be all.
  struct Caveats {
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
  struct Gap: Equatable {
    let holder: UInt64
    let place: UnsafeRawPointer
    let level: Int
  }

  /// What a condition that is the same for all subjects comes to.
  struct Shared {
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

  /// How many fields were looked at.
  package var steps: Int { stepsTaken }

  /// What a condition about a subject comes to.
  package func glance(_ condition: Glance?, about subject: MarkedRecord?) -> Glimpse {
    guard let condition else { return .unsure }
    let address = subject?.address ?? 0
    if address != 0, let threshold = condition.threshold {
      let mark = Self.record(address)._withUnsafeGuaranteedRef {
        $0.mark(ofField: threshold.slot)
      }
      if threshold.test.answer(mark, doubtsGuards: doubtsGuards) == .no {
        stepsTaken += 1
        return .no
      }
    }
    registers[GlanceCode.subject] = address
    forgetGaps(from: 0)
    caveats = Caveats()
    stepsLeft = Limits.cost
    var reader = condition.start
    let glimpse = truth(&reader)
    stepsTaken += Limits.cost - stepsLeft
    return caveats.isSpoilt || caveats.isGuess && glimpse == .yes ? .unsure : glimpse
  }

  /// What would have to be declared, after a glance at what hangs on it.
  package var undeclaredPaths: [String] {
    if gapCount == 1 { return unknown(at: gaps[0])?.paths ?? [] }
    var paths: [String] = []
    for index in 0..<gapCount {
      if let unknown = unknown(at: gaps[index]) { paths += unknown.paths }
    }
    return paths.toldOnce
  }

  // MARK: What is not declared

  func note(_ gap: Gap) {
    guard gapCount < Self.mostGaps else { return }
    for index in 0..<gapCount where gaps[index] == gap { return }
    gaps[gapCount] = gap
    gapCount += 1
  }

  var allGaps: [Gap] { Array(UnsafeBufferPointer(start: gaps, count: gapCount)) }

  func forgetGaps(from count: Int) { gapCount = min(gapCount, count) }

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
