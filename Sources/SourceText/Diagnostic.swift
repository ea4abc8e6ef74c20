/// Something that a user must know about a place in a file: where, what, and what to write instead.
package struct Diagnostic: Hashable, Sendable {
  /// Whether what is said keeps a file from being used.
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A second place that explains the first.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let span: Span

    package init(_ message: String, at span: Span) {
      self.message = shortened(message)
      self.span = span
    }
  }

  /// How many are told of one file: nobody mends more at a time, and a hostile file could ask for millions.
  package static let mostOfAFile = 100

  /// What is said instead of all further ones.
  package static func enough(at span: Span) -> Diagnostic {
    Diagnostic(
      "too much is wrong to go on from here", at: span,
      help: "mend what comes before, and run again")
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
    self.message = shortened(message)
    self.span = span
    self.help = help.map(shortened)
    self.notes = notes
  }

  /// A complaint that has a place.
  package init(_ complaint: Complaint, at span: Span) {
    self.init(complaint.message, at: span, help: complaint.help)
  }
}

/// What a file says is quoted in messages: it may be as long as the file.
func shortened(_ text: String) -> String {
  let most = 1_000
  guard text.utf8.count > most else { return text }
  return String(text.unicodeScalars.prefix(most)) + "…"
}

extension [Diagnostic] {
  /// In the order of the file, each said once.
  package var inFileOrder: [Diagnostic] {
    guard count > 1 else { return self }
    var seen: Set<Diagnostic> = []
    return enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }
}
