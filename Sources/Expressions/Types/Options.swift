/// What an expression may do.
package struct Options: Sendable {
  /// Whether types may be left open: `dyn()`, and lists of mixed types.
  package var allowsDyn: Bool
  /// Whether `declared(…)` may stand outside of the condition of `?:`.
  package var allowsDeclaredAnywhere: Bool
  /// Whether types and names are checked before anything runs; else they fail when they are met.
  package var isChecked: Bool

  package init(
    allowsDyn: Bool = false, allowsDeclaredAnywhere: Bool = false, isChecked: Bool = true
  ) {
    self.allowsDyn = allowsDyn
    self.allowsDeclaredAnywhere = allowsDeclaredAnywhere
    self.isChecked = isChecked
  }
}
