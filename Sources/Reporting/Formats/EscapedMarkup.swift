internal import SourceText

/// A line as it may stand in HTML and XML, between tags and in a quoted attribute. What they cannot say at all, and what
/// moves or hides text, is made visible.
func escapedForMarkup(_ text: String) -> String {
  sayable(printable(text)).replacing(markup) { character in
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: "&#39;"
    }
  }
}

private let markup = ASCIISet("&<>\"'")

private func sayable(_ text: String) -> String {
  let unsayable: ClosedRange<Unicode.Scalar> = "\u{FFFE}"..."\u{FFFF}"
  guard !text.isPlain, text.unicodeScalars.contains(where: unsayable.contains) else { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { unsayable.contains($0) ? "\u{FFFD}" : $0 }))
}
