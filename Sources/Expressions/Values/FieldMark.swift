/// What most conditions ask of a field, without its value: whether there is one, and which of the few that it can have.
package struct FieldMark: Sendable {
  package enum State: UInt8, Sendable {
    /// The record does not say; its value has to be asked for.
    case unread
    case undeclared
    case none
    case value
  }

  package let state: State
  /// Of a flag, bit 0 for false and bit 1 for true. Of a choice, the bit of its place among the type's choices; of a list
  /// of choices, the bits of all. Of anything else, none.
  package let bits: UInt64

  package init(_ state: State, bits: UInt64 = 0) {
    self.state = state
    self.bits = bits
  }

  package static func bit(of flag: Bool) -> UInt64 { flag ? 2 : 1 }

  /// - Parameter place: Nil for what is none of the choices.
  package static func bit(ofChoice place: Int?) -> UInt64 {
    guard let place, place < UInt64.bitWidth else { return 0 }
    return 1 << UInt64(place)
  }

  /// Whether each of so many choices has a bit.
  static func tellsApart(_ choices: [String]) -> Bool { choices.count <= UInt64.bitWidth }
}
