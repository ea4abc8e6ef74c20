internal import SourceText

/// Lines of text that fit a width in a drawing, where nothing wraps by itself.
enum Lettering {
  /// Breaks between words, then after the joints of a name, and within a word only where nothing else helps.
  static func lines(_ text: String, columns: Int) -> [String] {
    wrapped(printable(text), to: columns).flatMap { pieces(of: $0, columns: columns) }
  }

  /// The parts of a name, each with the joint that ends it.
  static func parts(of name: String) -> [String] {
    name.reduce(into: [""]) { parts, character in
      parts[parts.count - 1].append(character)
      if isJoint(character) { parts.append("") }
    }.filter { !$0.isEmpty }
  }

  private static func isJoint(_ character: Character) -> Bool { "_-./".contains(character) }

  private static func pieces(of line: String, columns: Int) -> [String] {
    var pieces: [String] = []
    var rest = Substring(line)
    while displayWidth(rest) > columns {
      var end = rest.startIndex
      var joint: Substring.Index?
      var used = 0
      while end < rest.endIndex {
        used += displayWidth(String(rest[end]))
        if used > columns { break }
        let next = rest.index(after: end)
        if isJoint(rest[end]) { joint = next }
        end = next
      }
      let cut = max(joint ?? end, rest.index(after: rest.startIndex))
      pieces.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    return pieces + [String(rest)]
  }
}
