internal import SourceText

/// Lines of text that fit a width in a drawing, where nothing wraps by itself.
enum Lettering {
  /// Breaks between words, then after the joints of a name, and within a word only where nothing else helps.
  static func lines(_ text: String, columns: Int) -> [String] {
    fitted(printable(text), to: columns)
  }

  /// The parts of a name, each with the joint that ends it.
  static func parts(of name: String) -> [Substring] {
    let bytes = name.utf8
    var parts: [Substring] = []
    var start = bytes.startIndex
    for index in bytes.indices where joints.contains(bytes[index]) {
      let end = bytes.index(after: index)
      parts.append(name[start..<end])
      start = end
    }
    return start < bytes.endIndex ? parts + [name[start...]] : parts
  }
}
