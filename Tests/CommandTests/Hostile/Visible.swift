import TestSupport
import Testing

extension Command.Outcome {
  /// What everything that the program shows owes to whoever looks at it, whatever it was given: it comes to an end that is
  /// documented, nothing moves a cursor or reorders what is read, and it does not fill the screen for hours.
  func expectPresentable(
    _ name: String, most: Int = 60_000, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      [0, 1, 2, 3, 4].contains(exit), "\(name) ends with \(exit)", sourceLocation: sourceLocation)
    let shown = output + errors
    #expect(
      shown.utf8.count <= most, "\(name) says \(shown.utf8.count) bytes",
      sourceLocation: sourceLocation)
    let unseen = shown.unicodeScalars.first { $0 != "\n" && $0.isUnseen }
    #expect(
      unseen == nil, "\(name) shows \(unseen?.escaped(asASCII: true) ?? "")",
      sourceLocation: sourceLocation)
  }
}

extension Unicode.Scalar {
  /// Whether it does something to a terminal or a reader instead of being seen.
  var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
