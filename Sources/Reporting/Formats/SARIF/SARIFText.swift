internal import SourceText

extension SARIFReport {
  /// Plain text of one line, in which square brackets before a round one would be a link.
  static func plainText(_ text: String) -> String {
    let shown = printableLine(text)
    return shown.hasLink ? shown.withStrokes(before: brackets) : shown
  }

  /// Prose for Markdown, in which backticks, where they come in pairs, are the only markup.
  static func markdown(_ text: String) -> String {
    let parts = printableLine(text).partedByBackticks
    guard !parts.count.isMultiple(of: 2) else {
      return parts.map { String($0).withStrokes(before: markup) }.joined(separator: "\\`")
    }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part).withStrokes(before: markup) : String(part)
    }.joined(separator: "`")
  }

  private static let brackets = ASCIISet("[]\\")
  private static let markup = ASCIISet("\\*_[]<>#|!~@&")
}

extension String {
  fileprivate var hasLink: Bool {
    withBytes { bytes in
      bytes.indices.dropLast().contains {
        bytes[$0] == UInt8(ascii: "]") && bytes[$0 + 1] == UInt8(ascii: "(")
      }
    }
  }
}
