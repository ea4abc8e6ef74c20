internal import SourceText

extension SARIFReport {
  /// Plain text of one line, in which square brackets before a round one would be a link.
  static func plainText(_ text: String) -> String {
    let shown = printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    guard shown.contains("](") else { return shown }
    return shown.map { $0 == "[" || $0 == "]" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
  }

  /// Prose for Markdown, in which backticks, where they come in pairs, are the only markup.
  static func markdown(_ text: String) -> String {
    let line = printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else { return escaped(line) }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? escaped(part) : String(part)
    }.joined(separator: "`")
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    text.map { "\\`*_[]<>#|!~@&".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
