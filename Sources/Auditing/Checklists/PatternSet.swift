internal import Analysis
internal import Architecture

/// Some of the patterns of the map.
struct PatternSet: Sendable {
  let bits: UInt32

  init(bits: UInt32) {
    self.bits = bits
  }

  init(_ patterns: [ComponentKind]) {
    bits = patterns.reduce(0) { $0 | 1 << UInt32(Self.place(of: $1)) }
  }

  /// The patterns that a component has, or may have.
  init(of component: Part) {
    self.init(component.unknownPatterns == nil ? component.patterns : ComponentKind.allCases)
  }

  func hasAny(of other: PatternSet) -> Bool { bits & other.bits != 0 }

  private static func place(of pattern: ComponentKind) -> Int {
    ComponentKind.allCases.firstIndex(of: pattern) ?? 0
  }
}
