internal import SourceText

/// Glances at conditions about one world of records: what most of them come to is told by marks, without a value. One
/// thread only ever touches it.
package final class Glancer: @unchecked Sendable {
  private let world: MarkedRecord
  let scale: Scale
  let doubtsGuards: Bool
  private let mostSteps: Int
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
  ///   - mostSteps: After how many nothing more is told.
  package init(
    _ world: MarkedRecord, on scale: Scale, doubtsGuards: Bool = false, mostSteps: Int = .max
  ) {
    self.world = world
    self.scale = scale
    self.doubtsGuards = doubtsGuards
    self.mostSteps = mostSteps
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
    if stepsTaken > mostSteps { return .unsure }
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
    var paths: [String] = []
    paths.reserveCapacity(gapCount)
    for index in 0..<gapCount { addPaths(at: gaps[index], to: &paths) }
    if paths.count > 1 { paths.tellOnce() }
    return paths
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

  private func addPaths(at gap: Gap, to paths: inout [String]) {
    let slot = Int(Self.slots(of: gap.place).slot(gap.level))
    let further = Self.names(behind: gap)
    Self.record(gap.holder)._withUnsafeGuaranteedRef { holder in
      if let path = holder.path(ofUndeclared: slot) {
        paths.append(further.reduce(path) { fieldPath($1, of: $0) })
      } else if case .unknown(let unknown) = holder.value(ofField: slot) {
        paths += further.reduce(unknown) { $0.field($1) }.paths
      }
    }
  }

  private static func slots(of place: UnsafeRawPointer) -> UnsafeRawPointer {
    var reader = place + 2
    _ = reader.length()
    return reader
  }

  /// The names that lead on from what is not declared: what a reference leads to is no part of it.
  private static func names(behind gap: Gap) -> [String] {
    let slots = slots(of: gap.place)
    let count = Int(gap.place.load(fromByteOffset: 1, as: UInt8.self))
    guard gap.level < count - 1, !slots.isReference(gap.level) else { return [] }
    var reader = slots + 2 * count
    for _ in 0...gap.level { reader.skipText() }
    var names: [String] = []
    for level in (gap.level + 1)..<count {
      names.append(reader.text())
      if slots.isReference(level) { break }
    }
    return names
  }
}
