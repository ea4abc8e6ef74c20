internal import JSON
package import SourceText

/// The forms that a report can take. Each is written by one file beside this one: a piece for every architecture file,
/// and what stands around the pieces.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case html

  /// How a reader wants it.
  package struct Style: Sendable {
    package let paint: Paint
    package let width: Int

    package init(paint: Paint = .plain, width: Int = 100) {
      self.paint = paint
      self.width = width
    }
  }

  package var about: String {
    switch self {
    case .text: "for the terminal"
    case .json: "everything, for tools and as a baseline"
    case .html: "the review as one page for a browser"
    }
  }

  /// Whether pieces can be written one by one as they come, with nothing around or between them.
  package var isStreamed: Bool {
    switch self {
    case .text, .json, .html: false
    }
  }

  /// Whether the map's texts are shown.
  package var showsMap: Bool {
    switch self {
    case .text: false
    case .json, .html: true
    }
  }

  package func piece(_ outcome: FileOutcome, toolVersion: String, style: Style) -> String {
    switch self {
    case .text: TextReport.piece(outcome, style: style)
    case .json: JSONReport.piece(outcome, toolVersion: toolVersion)
    case .html: HTMLReport.piece(outcome)
    }
  }

  package func whole(_ pieces: [String], of run: Run, style: Style) -> String {
    switch self {
    case .text: TextReport.whole(pieces, of: run, style: style)
    case .json: JSONReport.whole(pieces)
    case .html: HTMLReport.whole(pieces, of: run)
    }
  }
}
