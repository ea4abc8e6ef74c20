/// The lines of a text that is broken between words to fit a width. A longer word has a line of its own.
package func wrapped(_ text: String, to width: Int) -> [String] {
  if text.fits(width) { return [text] }
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, displayWidth(line) + 1 + displayWidth(word) > max(width, 8) {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
  }
  return lines
}

/// A text from elsewhere in such lines. The first begins with another margin than the rest, as wide on the screen.
package func lines(of text: String, to width: Int, first: String, rest: String) -> String {
  wrapped(printable(text), to: width - rest.count).enumerated().map { index, line in
    (index == 0 ? first : rest) + line + "\n"
  }.joined()
}

extension String {
  /// Whether it surely is one line, as it stands.
  fileprivate func fits(_ width: Int) -> Bool {
    guard utf8.count <= max(width, 8), isPlain else { return false }
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      if byte == UInt8(ascii: " "), last == byte { return false }
      last = byte
    }
    return isEmpty || last != UInt8(ascii: " ")
  }
}
