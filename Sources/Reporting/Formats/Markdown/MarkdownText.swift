internal import SourceText

/// Text from outside as Markdown shows it: itself, and nothing else. No markup, tag, link, mention, reference, emoji or
/// formula comes of it, in a paragraph, a list, a heading or the cell of a table.
package struct MarkdownText: Sendable {
  /// How many characters of a text are shown; nil for all.
  let longest: Int?

  package init(longest: Int?) {
    self.longest = longest
  }

  /// Words as they are, on one line.
  package func plain(_ text: some StringProtocol) -> String {
    Self.escaped(oneLine(text), startsLine: true)
  }

  /// A name or a path, as code.
  func code(_ text: some StringProtocol) -> String {
    Self.code(oneLine(text))
  }

  /// Sentences in which backticks mark code.
  package func prose(_ text: some StringProtocol) -> String {
    let line = oneLine(text)
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    let isBalanced = !parts.count.isMultiple(of: 2) && !parts.dropFirst().dropLast().contains("")
    guard isBalanced else { return Self.escaped(line, startsLine: true) }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2)
        ? Self.escaped(String(part), startsLine: index == 0) : Self.code(String(part))
    }.joined()
  }

  /// Something of ours to click on; where an address is none of ours, only its text.
  ///
  /// A thread on GitHub is told of every page that leads to it, unless the way goes by the host that is there for that.
  static func link(_ shown: String, to address: String?) -> String {
    let thread = "https://github.com/"
    guard let address, !address.isEmpty,
      address.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.isWord || "-/:.%".unicodeScalars.contains($0))
      })
    else { return shown }
    let isThread = address.hasPrefix(thread) && address.contains("/issues/")
    return
      "[\(shown)](\(isThread ? "https://redirect.github.com/" + address.dropFirst(thread.count) : address))"
  }

  // MARK: Escaping

  /// What a reader does not see, and what keeps two characters from meaning something together.
  private static let apart = "&#8203;"

  private static let sigils: Set<Unicode.Scalar> = ["@", "#", "!", "$", "%", "^", "&", "~", ":"]

  private func oneLine(_ text: some StringProtocol) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" })
    let line = printable(words.joined(separator: " "))
    guard let longest, line.unicodeScalars.count > longest else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(longest))) + "…"
  }

  /// Between backticks nothing means anything, but a backtick, and what tables look for first.
  private static func code(_ text: String) -> String {
    let isSimple =
      !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && !text.unicodeScalars.contains { "`|\\".unicodeScalars.contains($0) }
    return isSimple ? "`\(text)`" : "<code>\(escaped(text, startsLine: false))</code>"
  }

  private static func escaped(_ text: String, startsLine: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let hashes = scalars.commitStarts
    let numbering = startsLine ? scalars.prefix { $0.isDigit }.count : 0
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == ".", scalars[..<index].ends(withLetters: "www") { result += apart }
      let isListMark =
        index == 0 && startsLine && "-+=/".unicodeScalars.contains(scalar)
        || index == numbering && numbering > 0 && (scalar == "." || scalar == ")")
          && (next ?? " ") == " "
      result += isListMark ? "\\\(scalar)" : escaped(scalar)
      let isReference =
        sigils.contains(scalar)
        || scalar == "-" && scalars[..<index].ends(withLetters: "gh") && next?.isDigit == true
        || hashes.contains(index)
      if isReference, let next, next != " " { result += apart }
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "*", "_", "[", "]", "~", "#", "`": "\\\(scalar)"
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "|": "&#124;"
    case "\\": "&#92;"
    // Formulas are looked for after everything else has been resolved, but not across tags.
    case "$": "<span>$</span>"
    default: String(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  fileprivate var isWord: Bool { isDigit || isLetter || self == "_" }

  fileprivate var isHexadecimal: Bool {
    isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self)
  }
}

extension Collection<Unicode.Scalar> where Self: BidirectionalCollection {
  fileprivate func ends(withLetters letters: String) -> Bool {
    let end = suffix(letters.utf8.count).map { $0.properties.lowercaseMapping }.joined()
    return end == letters
  }
}

extension [Unicode.Scalar] {
  /// Where words begin that could be the hash of a commit.
  fileprivate var commitStarts: Set<Int> {
    var starts: Set<Int> = []
    var index = 0
    while index < count {
      let word = self[index...].prefix { $0.isWord }
      if word.count >= 7, word.allSatisfy(\.isHexadecimal), word.contains(where: \.isDigit),
        word.contains(where: \.isLetter)
      {
        starts.insert(index)
      }
      index += word.count + 1
    }
    return starts
  }
}
