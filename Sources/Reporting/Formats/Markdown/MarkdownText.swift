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
    let parts = line.partedByBackticks
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
      address.utf8.allSatisfy({ $0.isWord || inAddresses.contains($0) })
    else { return shown }
    let isThread =
      address.hasPrefix(thread)
      && address.utf8.split(separator: UInt8(ascii: "/")).dropFirst(4).first.map { Substring($0) }
        == "issues"
    return
      "[\(shown)](\(isThread ? "https://redirect.github.com/" + address.dropFirst(thread.count) : address))"
  }

  // MARK: Escaping

  /// What a reader does not see, and what keeps two characters from meaning something together.
  private static let apart = "&#8203;"

  private static let inAddresses = ASCIISet("-/:.%")
  private static let markup = ASCIISet("*_[]~#`<>&|\\$")
  private static let sigils = ASCIISet("@#!$%^&~:")
  private static let listMarks = ASCIISet("-+=/")
  private static let notCode = ASCIISet("`|\\")

  private func oneLine(_ text: some StringProtocol) -> String {
    let line = Self.oneLine(String(text))
    guard let longest, line.utf8.count > longest, line.unicodeScalars.count > longest else {
      return line
    }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(longest))) + "…"
  }

  private static func oneLine(_ text: String) -> String {
    if text.isPlainWords { return text }
    let words = text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" })
    return printable(words.joined(separator: " "))
  }

  /// Between backticks nothing means anything, but a backtick, and what tables look for first.
  private static func code(_ text: String) -> String {
    let isSimple =
      !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && !text.utf8.contains(where: notCode.contains)
    return isSimple ? "`\(text)`" : "<code>\(escaped(text, startsLine: false))</code>"
  }

  private static func escaped(_ text: String, startsLine: Bool) -> String {
    let bytes = Array(text.utf8)
    let numbering = startsLine ? bytes.prefix { $0.isDigit }.count : 0
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
      let before = bytes[..<index]
      if byte == UInt8(ascii: "."), before.ends(with: "www") { result += apart.utf8 }
      let isListMark =
        index == 0 && startsLine && listMarks.contains(byte)
        || index == numbering && numbering > 0 && next == UInt8(ascii: " ")
          && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
      if isListMark {
        result += [UInt8(ascii: "\\"), byte]
      } else if markup.contains(byte) {
        result += escaped(byte).utf8
      } else {
        result.append(byte)
      }
      let isReference =
        sigils.contains(byte)
        || byte == UInt8(ascii: "-") && next.isDigit && before.ends(with: "gh")
        || byte.isHexadecimal && before.last?.isWord != true && bytes[index...].startsCommit
      if isReference, next != UInt8(ascii: " ") { result += apart.utf8 }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ byte: UInt8) -> String {
    let character = Unicode.Scalar(byte)
    return switch character {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "|": "&#124;"
    case "\\": "&#92;"
    // Formulas are looked for after everything else has been resolved, but not across tags.
    case "$": "<span>$</span>"
    default: "\\\(character)"
    }
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isDigit || isLetter || self == UInt8(ascii: "_") }

  fileprivate var isHexadecimal: Bool {
    isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with letters: StaticString) -> Bool {
    letters.withUTF8Buffer { letters in
      count >= letters.count && zip(suffix(letters.count), letters).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// Whether it begins with a word that could be the hash of a commit.
  fileprivate var startsCommit: Bool {
    let word = prefix(while: \.isWord)
    return word.count >= 7 && word.allSatisfy(\.isHexadecimal) && word.contains(where: \.isDigit)
      && word.contains(where: \.isLetter)
  }
}
