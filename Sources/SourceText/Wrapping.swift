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

/// The same, where nothing may be wider: a longer word is broken too, after the joints of a name where it has some.
package func fitted(_ text: String, to width: Int) -> [String] {
  wrapped(text, to: width).flatMap { broken($0, to: width) }
}

private func broken(_ line: String, to width: Int) -> [String] {
  var lines: [String] = []
  var rest = Substring(line)
  while displayWidth(rest) > width, rest.count > 1 {
    var used = 0
    let fitting = rest.prefix { character in
      used += displayWidth(String(character))
      return used <= width
    }
    let joint = fitting.lastIndex(where: \.isJoint).map { rest.index(after: $0) }
    let end = max(joint ?? fitting.endIndex, rest.index(after: rest.startIndex))
    lines.append(String(rest[..<end]))
    rest = rest[end...]
  }
  return lines + [String(rest)]
}

extension Character {
  /// Whether a name can be broken after it.
  package var isJoint: Bool { "_-./".contains(self) }
}

/// A text from elsewhere, broken between words. The first line begins with another margin than the rest, as wide on the
/// screen.
package func lines(of text: String, to width: Int, first: String, rest: String) -> String {
  wrapped(printable(text), to: width - rest.count).enumerated().map { index, line in
    (index == 0 ? first : rest) + line + "\n"
  }.joined()
}

/// What to write instead of what is wrong, below the message that says so.
package func helpLines(_ help: String, to width: Int, paint: Paint) -> String {
  lines(of: help, to: width, first: "  \(paint("help:", .cyan)) ", rest: "        ")
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
