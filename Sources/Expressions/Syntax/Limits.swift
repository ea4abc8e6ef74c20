/// What keeps a hostile expression from hanging or exhausting the program.
package enum Limits {
  /// Levels of nesting, as written and as understood.
  package static let nesting = 250
  /// Bytes of text.
  package static let length = 65_536
  /// Steps of one evaluation. Operations on texts and lists take more of them the longer these are.
  package static let cost = 10_000_000
  /// Errors that are reported at once.
  package static let diagnostics = 100
}
