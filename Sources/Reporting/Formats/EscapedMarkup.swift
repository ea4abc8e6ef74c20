internal import SourceText

/// A line as it may stand in HTML and XML, between tags and in a quoted attribute. What they cannot say at all, and what
/// moves or hides text, is made visible.
func escapedForMarkup(_ text: String) -> String {
  var safe = ""
  for scalar in printable(text).unicodeScalars {
    switch scalar {
    case "&": safe += "&amp;"
    case "<": safe += "&lt;"
    case ">": safe += "&gt;"
    case "\"": safe += "&quot;"
    case "'": safe += "&#39;"
    case "\u{FFFE}", "\u{FFFF}": safe += "\u{FFFD}"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}
