/// A set of Unicode code points.
struct ScalarSet: Equatable, Sendable {
  /// Ascending, and neither overlapping nor adjacent.
  let ranges: [ClosedRange<UInt32>]
  private let ascii: (low: UInt64, high: UInt64)

  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound...end
      } else {
        merged.append(range)
      }
    }
    self.init(merged: merged)
  }

  private init(merged: [ClosedRange<UInt32>]) {
    ranges = merged
    var low: UInt64 = 0
    var high: UInt64 = 0
    for range in merged where range.lowerBound < 128 {
      for value in range.lowerBound...min(range.upperBound, 127) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
      }
    }
    ascii = (low, high)
  }

  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return ascii.low >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.high >> UInt64(value - 64) & 1 == 1 }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= value
  }

  /// Every code point that is not in the set.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.lastCodePoint { gaps.append(next...Self.lastCodePoint) }
    return ScalarSet(merged: gaps)
  }

  static let lastCodePoint: UInt32 = 0x10FFFF

  static func == (left: ScalarSet, right: ScalarSet) -> Bool {
    left.ranges == right.ranges
  }
}

/// Collects the members of a bracketed class.
struct ScalarSetBuilder {
  private var ranges: [ClosedRange<UInt32>] = []
  private var compactAt = 4_096

  mutating func insert(_ set: ScalarSet) {
    ranges += set.ranges
    guard ranges.count > compactAt else { return }
    ranges = ScalarSet(ranges).ranges
    compactAt = max(compactAt, 2 * ranges.count)
  }

  var set: ScalarSet { ScalarSet(ranges) }
}
