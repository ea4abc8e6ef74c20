/// A text between single quotes, as shells read it.
package func shellQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}

/// A word of a command that is to be copied, in quotes where a shell would take it for something else.
package func shellWord(_ text: String) -> String {
  let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0.isShellPlain }
  return isPlain ? text : shellQuoted(text)
}

extension UInt8 {
  fileprivate var isShellPlain: Bool {
    isLetter || isDigit || self >= 0x80 || "_-./+@%:,=".utf8.contains(self)
  }
}
