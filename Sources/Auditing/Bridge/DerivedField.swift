internal import Analysis
internal import Architecture

/// What analysis adds to a record, behind the fields that may be declared.
enum DerivedField: String {
  /// The rows of the map that a component belongs to.
  case patterns
  /// What follows from what is declared.
  case facts

  /// Those of a record type, in their order.
  static func all(of type: Architecture.RecordType) -> [DerivedField] {
    switch Fact.Owner(type) {
    case nil: []
    case .part(.components)?: [.patterns, .facts]
    case .system?, .part(.agents)?, .part(.stores)?: [.facts]
    }
  }
}
