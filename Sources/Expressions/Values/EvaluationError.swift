package import SourceText

/// Why an expression has no value.
package struct EvaluationError: Error, Hashable, Sendable {
  package let message: String
  /// The part of the expression that failed, as UTF-8 offsets.
  package let span: Span
  /// Whether nothing may absorb the error: the bound on cost was met.
  package let isFinal: Bool

  init(_ message: String, at span: Span, isFinal: Bool = false) {
    self.message = message
    self.span = span
    self.isFinal = isFinal
  }
}
