internal import Analysis
internal import Architecture

/// What analysis adds to a record, behind the fields that may be declared.
enum DerivedField: String, CaseIterable {
  /// The rows of the map that a component belongs to.
  case patterns
  /// What follows from what is declared.
  case facts

  /// Those of a record that has facts, in their order.
  static func all(of owner: Fact.Owner) -> [DerivedField] {
    switch owner {
    case .part(.components): [.patterns, .facts]
    case .system, .part(.agents), .part(.stores): [.facts]
    }
  }
}
