extension String {
  /// The text as it stands inside a sentence; abbreviations keep their capitals.
  var lowercasedFirst: String {
    let isAbbreviation = dropFirst().first?.isUppercase ?? false
    return isAbbreviation ? self : prefix(1).lowercased() + dropFirst()
  }

  /// The text as it begins a sentence.
  package var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text as a sentence of its own.
  var ended: String { hasSuffix("?") || hasSuffix(".") ? self : self + "." }
}
