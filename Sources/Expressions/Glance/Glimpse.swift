/// What a condition comes to at a glance.
package enum Glimpse: Sendable {
  case no
  case yes
  /// It hangs on what is not declared.
  case undeclared
  /// It has to be evaluated.
  case unsure
}

/// What a glance can do: how its bytes tell apart what stands in them. Numbers of a fixed size, the least byte first.
///
/// - A *place* is a register, how many fields lead on from it, the length of what follows, then each field's slot with
///   the mark of a reference, then the names of the fields.
/// - A *number* is its own code, then a place or eight bytes.
enum GlanceCode {
  static let no: UInt8 = 0
  static let yes: UInt8 = 1
  static let unsure: UInt8 = 2
  /// The length of the operands, and the operands.
  static let and: UInt8 = 3
  static let or: UInt8 = 4
  static let not: UInt8 = 5
  /// The lengths of both results, the condition, and both results.
  static let conditional: UInt8 = 6
  /// A `FieldQuestion`, the bits it asks for, and a place.
  static let test: UInt8 = 7
  /// A `GlanceComparison`, whether of doubles, and two numbers.
  static let compare: UInt8 = 8
  /// The register of the element, the length of the condition, the place of a list of records, and the condition.
  static let exists: UInt8 = 9
  static let all: UInt8 = 10
  /// The same of a list of choices.
  static let existsWord: UInt8 = 11
  static let allWords: UInt8 = 12
  /// A register that holds the bit of a choice, and bits of which it must be one.
  static let word: UInt8 = 13
  /// The places of two records.
  static let same: UInt8 = 14
  /// The length of a condition that is the same for all subjects, and the condition.
  static let shared: UInt8 = 15
  /// A condition on which elements are kept: all are asked before the first is looked at, if it is evaluated.
  static let filter: UInt8 = 16
  /// The lengths of two conditions, one that is shared and without which the other is false, and the other.
  static let gate: UInt8 = 17
  /// What it comes to where the field is not declared, and the rest of a test.
  static let guarded: UInt8 = 18
  /// A register that holds a record, and the place of a list of records of which it must be one.
  static let member: UInt8 = 19
  /// What a condition comes to where it hangs on what is not declared, and the condition.
  static let presumed: UInt8 = 20

  static let field: UInt8 = 0
  static let size: UInt8 = 1
  static let constant: UInt8 = 2
  /// A `GlanceOperation`, whether of doubles, and two numbers.
  static let operation: UInt8 = 3
  /// The lengths of both numbers, the condition, and both numbers.
  static let either: UInt8 = 4

  /// The registers of what all subjects have in common and of the subject; those of elements follow.
  static let world = 0
  static let subject = 1
  static let registers = 16

  static let reference: UInt16 = 0x8000
  static let slots = 0x7FFF
}

/// What a test asks of a field.
enum FieldQuestion {
  /// It must be a flag.
  static let isTrue: UInt8 = 1
  /// Whether it has one of the bits.
  static let isAmong: UInt8 = 2
  static let isNotAmong: UInt8 = 3
  static let isThere: UInt8 = 4
  static let isNotThere: UInt8 = 5
  static let isDeclared: UInt8 = 6
  /// Whether the bits are all that it has.
  static let isExactly: UInt8 = 7
  static let isNotExactly: UInt8 = 8
}

enum GlanceComparison: UInt8 {
  case equal = 1
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
}

enum GlanceOperation: UInt8 {
  case add = 1
  case subtract
  case multiply
  case divide
}
