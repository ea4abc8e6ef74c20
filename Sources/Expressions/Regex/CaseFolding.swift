/// Which scalars differ only in case, by simple case folding.
struct CaseFolding: Sendable {
  static let unicode = CaseFolding()

  /// Where Unicode has letters with case; surveying everything would be felt at the start.
  static let surveyed: [ClosedRange<UInt32>] = [
    0x41...0x58F, 0x10A0...0x2DFF, 0xA640...0xABBF, 0xFB05...0xFB06, 0xFF21...0xFF5A,
    0x10400...0x10DFF,
    0x11800...0x118FF, 0x16E00...0x16EFF, 0x1E900...0x1E95F,
  ]

  private let orbitOf: [UInt32: [UInt32]]
  private let folding: [UInt32]

  private init() {
    var orbits: [UInt32: [UInt32]] = [:]
    for range in Self.surveyed {
      for scalar in range.compactMap({ Unicode.Scalar($0) }) where Self.changes(scalar) {
        orbits[Self.folded(scalar).value, default: []].append(scalar.value)
      }
    }
    var orbitOf: [UInt32: [UInt32]] = [:]
    for orbit in orbits.values where orbit.count > 1 {
      for member in orbit { orbitOf[member] = orbit }
    }
    self.orbitOf = orbitOf
    folding = orbitOf.keys.sorted()
  }

  /// Every scalar that differs from this one only in case, and the scalar itself.
  func orbit(of value: UInt32) -> [UInt32] {
    orbitOf[value] ?? [value]
  }

  /// The set with everything added that differs from a member only in case.
  func closure(of set: ScalarSet) -> ScalarSet {
    var ranges = set.ranges
    for range in set.ranges {
      var index = firstFolding(atLeast: range.lowerBound)
      while index < folding.count, folding[index] <= range.upperBound {
        ranges += orbit(of: folding[index]).map { $0...$0 }
        index += 1
      }
    }
    return ScalarSet(ranges)
  }

  private func firstFolding(atLeast value: UInt32) -> Int {
    var low = 0
    var high = folding.count
    while low < high {
      let middle = low + (high - low) / 2
      if folding[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The dotted capital and dotless small `i` fold only in Turkic languages.
  private static func changes(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.changesWhenCaseMapped && scalar != "\u{130}" && scalar != "\u{131}"
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let alike = foldedTogether[scalar] { return alike }
    let upper = single(scalar.properties.uppercaseMapping) ?? scalar
    return single(upper.properties.lowercaseMapping) ?? upper
  }

  /// Alike although their mappings, of several scalars each, do not show it.
  private static let foldedTogether: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{1FD3}": "\u{390}", "\u{1FE3}": "\u{3B0}", "\u{FB06}": "\u{FB05}",
  ]

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return first
  }
}
