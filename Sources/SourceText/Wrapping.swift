/// The lines of a text that is broken between words to fit a width. A longer word has a line of its own.
package func wrapped(_ text: String, to width: Int) -> [String] {
  if text.fits(width) { return [text] }
  let blank = UInt8(ascii: " ")
  var lines: [String] = []
  for paragraph in Array(text.utf8).split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  {
    var line: [UInt8] = []
    var used = 0
    for word in paragraph.split(separator: blank) {
      let needed = displayWidth(ofUTF8: word)
      if !line.isEmpty, used + 1 + needed > max(width, 8) {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        used = 0
      }
      if !line.isEmpty {
        line.append(blank)
        used += 1
      }
      line += word
      used += needed
    }
    lines.append(String(decoding: line, as: UTF8.self))
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

/// What a name can be broken after.
package let joints = ASCIISet("_-./")

extension Character {
  fileprivate var isJoint: Bool { asciiValue.map(joints.contains) ?? false }
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
  fileprivate func fits(_ width: Int) -> Bool { utf8.count <= max(width, 8) && isPlainWords }
}
