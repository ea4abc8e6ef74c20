internal import JSON
package import SourceText

/// The forms that a report can take. Each is written by one file beside this one, or by a folder of them: a piece for
/// every architecture file, and what stands around the pieces.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case markdown
  case html
  case jsonl
  case sarif
  case junit
  case github
  case gitlab
  case baseline

  /// How a reader wants it.
  package struct Style: Sendable {
    package let paint: Paint
    package let width: Int
    /// Whether a review is to fit a comment.
    package let isSummary: Bool

    package init(paint: Paint = .plain, width: Int = 80, isSummary: Bool = false) {
      self.paint = paint
      self.width = width
      self.isSummary = isSummary
    }
  }

  /// Whether pieces can be written one by one as they come, with nothing around or between them.
  package var isStreamed: Bool {
    switch self {
    case .jsonl: true
    case .text, .json, .markdown, .html, .sarif, .junit, .github, .gitlab, .baseline: false
    }
  }

  /// Whether it is a review, for people who decide something.
  package var isReview: Bool {
    switch self {
    case .markdown, .html: true
    case .text, .json, .jsonl, .sarif, .junit, .github, .gitlab, .baseline: false
    }
  }

  /// Whether it can be kept short.
  package var hasSummary: Bool { self == .markdown }

  /// Whether `--baseline` can read it later.
  package var keepsBaseline: Bool { self == .baseline || self == .json }

  /// Whether people read it where it is written, and nothing takes it apart.
  package var isForPeople: Bool { self == .text }

  /// What a format says of one file, before all are known.
  package func piece(_ outcome: FileOutcome, toolVersion: String, style: Style) -> String {
    switch self {
    case .text: TextReport.piece(outcome, style: style)
    case .json: JSONReport.piece(outcome, toolVersion: toolVersion)
    case .markdown: MarkdownReview.piece(outcome, toolVersion: toolVersion, style: style)
    case .html: HTMLReport.piece(outcome)
    case .jsonl: LinesReport.piece(outcome, toolVersion: toolVersion)
    case .sarif: SARIFReport.piece(outcome)
    case .junit: JUnitReport.piece(outcome)
    case .github: GitHubReport.piece(outcome)
    case .gitlab: GitLabReport.piece(outcome)
    case .baseline: BaselineFile.piece(outcome)
    }
  }

  /// The report of a run, from the pieces of its files.
  package func whole(_ pieces: [String], of run: Run, style: Style) -> String {
    switch self {
    case .text: TextReport.whole(pieces, of: run, style: style)
    case .json: JSONReport.whole(pieces, notes: run.notes)
    case .markdown: MarkdownReview.whole(pieces, of: run, style: style)
    case .html: HTMLReport.whole(pieces, of: run)
    case .jsonl: pieces.joined()
    case .sarif: SARIFReport.whole(pieces, of: run)
    case .junit: JUnitReport.whole(pieces, of: run)
    case .github: GitHubReport.whole(pieces, of: run)
    case .gitlab: GitLabReport.whole(pieces)
    case .baseline: BaselineFile.whole(pieces)
    }
  }
}

extension [String] {
  /// The lines of all pieces, by their bytes: a piece may be long.
  var lines: [Substring.UTF8View] { flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) } }
}
