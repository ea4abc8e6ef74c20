internal import JSON
package import SourceText

/// The forms that a report can take. Each is written by one file beside this one: a piece for every architecture file,
/// and what stands around the pieces.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case markdown

  /// How a reader wants it.
  package struct Style: Sendable {
    package let paint: Paint
    package let width: Int
    /// Whether a review is to fit a comment.
    package let isSummary: Bool

    package init(paint: Paint = .plain, width: Int = 100, isSummary: Bool = false) {
      self.paint = paint
      self.width = width
      self.isSummary = isSummary
    }
  }

  package var about: String {
    switch self {
    case .text: "for the terminal"
    case .json: "everything, for tools and as a baseline"
    case .markdown: "the review, for a meeting or as a comment"
    }
  }

  /// Whether pieces can be written one by one as they come, with nothing around or between them.
  package var isStreamed: Bool {
    switch self {
    case .text, .json, .markdown: false
    }
  }

  /// Whether it is a review, for people who decide something.
  package var isReview: Bool {
    switch self {
    case .text, .json: false
    case .markdown: true
    }
  }

  /// Whether the map's texts are shown.
  package var showsMap: Bool {
    switch self {
    case .text: false
    case .json, .markdown: true
    }
  }

  package func piece(_ outcome: FileOutcome, toolVersion: String, style: Style) -> String {
    switch self {
    case .text: TextReport.piece(outcome, style: style)
    case .json: JSONReport.piece(outcome, toolVersion: toolVersion)
    case .markdown: MarkdownReview.piece(outcome, toolVersion: toolVersion, style: style)
    }
  }

  package func whole(_ pieces: [String], of run: Run, style: Style) -> String {
    switch self {
    case .text: TextReport.whole(pieces, of: run, style: style)
    case .json: JSONReport.whole(pieces)
    case .markdown: MarkdownReview.whole(pieces, of: run, style: style)
    }
  }
}
