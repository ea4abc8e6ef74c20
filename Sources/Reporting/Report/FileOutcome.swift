package import SourceText

/// What came of one architecture file.
package enum FileOutcome: Sendable {
  case audited(Report)
  case refused(Refusal)

  package var file: String {
    switch self {
    case .audited(let report): report.file.name
    case .refused(let refusal): refusal.file
    }
  }
}

/// A file that could not be audited, and why.
package struct Refusal: Sendable {
  /// One thing that is wrong, and where.
  package struct Problem: Sendable {
    package let message: String
    /// What to write instead.
    package let help: String?
    /// Nil where the whole file is meant.
    package let position: Position?
    package let end: Position?
  }

  package let file: String
  package let problems: [Problem]

  /// A file whose content is wrong.
  package init(_ file: SourceFile, _ diagnostics: [Diagnostic]) {
    let lines = LineTable(file)
    self.file = file.name
    problems = diagnostics.map {
      Problem(
        message: $0.message, help: $0.help, position: lines.position(of: $0.span.start),
        end: lines.position(of: $0.span.end))
    }
  }

  /// A file that could not be read at all, or not audited for what lies elsewhere.
  package init(_ file: String, _ complaints: [Complaint]) {
    self.file = file
    problems = complaints.map {
      Problem(message: $0.message, help: $0.help, position: nil, end: nil)
    }
  }
}
