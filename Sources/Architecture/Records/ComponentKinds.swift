/// Several kinds of component.
struct ComponentKinds: Sendable {
  private let bits: UInt32

  init(_ kinds: [ComponentKind]) {
    bits = kinds.reduce(0) { bits, kind in
      bits | 1 << UInt32(ComponentKind.allCases.firstIndex(of: kind) ?? 0)
    }
  }

  var isEmpty: Bool { bits == 0 }

  func isDisjoint(with others: ComponentKinds) -> Bool { bits & others.bits == 0 }
}
