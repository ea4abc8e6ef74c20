internal import SourceText

/// Text from outside inside the quotes of a Mermaid label: no quote ends, no tag, formula or markup begins.
enum MermaidText {
  /// As much of a text as a label holds.
  static func label(_ text: String, longest: Int = 40) -> String {
    let scalars = printable(text).unicodeScalars
    let shown = scalars.prefix(longest).enumerated().map { index, scalar in
      // At the beginning a dash would make a list.
      scalar == "," || scalar == "-" && index > 0 ? String(scalar) : escaped(scalar)
    }.joined()
    return scalars.count > longest ? shown + "…" : shown
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar.isPlain { return String(scalar) }
    let code = "#\(scalar.value);"
    // Two in a row would begin a formula.
    return scalar == "$" ? code + "#8203;" : code
  }
}

extension Unicode.Scalar {
  /// Mermaid writes references of its own with the last two letters.
  fileprivate var isPlain: Bool {
    self == " " || (properties.isAlphabetic && self != "ﬂ" && self != "ß")
      || ("0"..."9").contains(self)
  }
}
