/// Something that a user must know about a place in a file: where, what, and what to write instead.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A second place that explains the first.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let span: Span

    package init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }

  package let severity: Severity
  package let message: String
  package let span: Span
  package let notes: [Note]
  /// What to write instead.
  package let help: String?

  package init(
    _ message: String, at span: Span, help: String? = nil, notes: [Note] = [],
    severity: Severity = .error
  ) {
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }
}

extension [Diagnostic] {
  /// In the order of the file, each said once.
  package var inFileOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }
}
