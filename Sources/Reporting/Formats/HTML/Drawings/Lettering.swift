internal import SourceText

/// Lines of text that fit a width in a drawing, where nothing wraps by itself.
enum Lettering {
  /// Breaks between words, then after the joints of a name, and within a word only where nothing else helps.
  static func lines(_ text: String, columns: Int) -> [String] {
    fitted(printable(text), to: columns)
  }

  /// The parts of a name, each with the joint that ends it.
  static func parts(of name: String) -> [String] {
    name.reduce(into: [""]) { parts, character in
      parts[parts.count - 1].append(character)
      if character.isJoint { parts.append("") }
    }.filter { !$0.isEmpty }
  }
}
