/// A field's value in 64 bits, as far as they tell it, and what stands behind it.
package struct FieldMark: Sendable {
  package enum State: UInt8, Sendable {
    /// Not looked at yet.
    case unread
    /// What a mark cannot tell: its value has to be asked for.
    case opaque
    case undeclared
    case none
    case value
  }

  package let state: State
  /// How much stands behind the value; of all that is read, the least counts.
  package let weight: UInt8
  /// Where a record that keeps values has this one.
  package var place: UInt16
  /// Of a flag, bit 0 for false and bit 1 for true. Of a choice, the bit of its place among the type's choices. Of a list,
  /// how many elements it has and, of choices, the bits of all. Of a number, the number; of a duration, nanoseconds. Of a
  /// record, where it is, once that was asked for. Of anything else, nothing.
  package internal(set) var bits: UInt64

  package static let weightless = UInt8.max
  package static let unread = FieldMark(.unread)
  package static let opaque = FieldMark(.opaque)

  package init(_ state: State, bits: UInt64 = 0, weight: UInt8 = weightless) {
    self.state = state
    self.bits = bits
    self.weight = weight
    place = .max
  }

  package func weighing(_ weight: UInt8) -> FieldMark {
    FieldMark(state, bits: bits, weight: weight)
  }

  package static func bit(of flag: Bool) -> UInt64 { flag ? 2 : 1 }

  /// - Parameter place: Nil for what is none of the choices.
  package static func bit(ofChoice place: Int?) -> UInt64 {
    guard let place, place < UInt64.bitWidth else { return 0 }
    return 1 << UInt64(place)
  }

  /// A list of so many elements; of choices, with their bits.
  package static func list(of count: Int, choices: UInt64 = 0) -> FieldMark {
    guard count < 1 << (UInt64.bitWidth - countShift), choices & ~choicesOfList == 0 else {
      return .opaque
    }
    return FieldMark(.value, bits: choices | UInt64(count) << UInt64(countShift))
  }

  /// Above the choices of a list stands how many elements it has.
  private static let countShift = 48
  static let choicesOfList: UInt64 = 1 << UInt64(countShift) - 1

  var listCount: UInt64 { bits >> UInt64(Self.countShift) }

  /// Whether each of so many choices has a bit.
  static func tellsApart(_ choices: [String], inList: Bool) -> Bool {
    choices.count <= (inList ? countShift : UInt64.bitWidth)
  }
}
