/// Text from outside as a terminal may show it: one line, nothing that moves the cursor, changes
/// colours or reorders what is read.
package func printable(_ text: some StringProtocol) -> String {
  let text = String(text)
  guard !text.isPlain, text.unicodeScalars.contains(where: \.isUnseenOrUnsafe) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar.value < 0x20 {
      shown.unicodeScalars.append(picture(ofControl: scalar.value))
    } else if scalar.value == 0x7F {
      shown.unicodeScalars.append("\u{2421}")
    } else if scalar.isUnsafeOnTerminal {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// The number of columns that a terminal gives to printable text.
package func displayWidth(_ text: String) -> Int {
  text.isPlain ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
}

package func displayWidth(_ text: Substring) -> Int { displayWidth(String(text)) }

/// The same of the bytes of a text.
func displayWidth(ofUTF8 bytes: ArraySlice<UInt8>) -> Int {
  bytes.allSatisfy(\.isPlain) ? bytes.count : displayWidth(String(decoding: bytes, as: UTF8.self))
}

/// The columns of the widest word.
package func widestWord(of text: String) -> Int {
  Array(text.utf8).split(separator: UInt8(ascii: " ")).map(displayWidth(ofUTF8:)).max() ?? 0
}

/// A text on one line, as a terminal may show it: what it is broken into is parted by blanks.
package func printableLine(_ text: String) -> String {
  if text.isPlain { return text }
  return printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
}

extension String {
  /// Whether every byte is a visible character of ASCII or a blank, as in most texts.
  package var isPlain: Bool {
    // Without a way out in the middle it takes many bytes at once.
    withBytes { bytes in bytes.reduce(true) { $0 && $1.isPlain } }
  }

  /// Whether it is words of ASCII with one blank between two of them, and nothing else.
  package var isPlainWords: Bool {
    withBytes { bytes in
      var last = UInt8(ascii: " ")
      for byte in bytes {
        guard byte.isPlain, byte != UInt8(ascii: " ") || last != byte else { return false }
        last = byte
      }
      return bytes.isEmpty || last != UInt8(ascii: " ")
    }
  }
}

extension UInt8 {
  /// Whether it is a visible character of ASCII or a blank.
  var isPlain: Bool { 0x20..<0x7F ~= self }
}

private func picture(ofControl value: UInt32) -> Unicode.Scalar {
  Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
}

extension Unicode.Scalar {
  /// Whether it controls what shows it, or hides or reorders what is read.
  package var isUnseenOrUnsafe: Bool { value < 0x20 || value == 0x7F || isUnsafeOnTerminal }

  fileprivate var isUnsafeOnTerminal: Bool {
    switch value {
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default:
      false
    }
  }

  package var displayWidth: Int {
    switch value {
    case 0..<0x300: 1
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
