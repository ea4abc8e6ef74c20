/// A file's name and its bytes, as they were read.
package struct SourceFile: Sendable {
  /// What standard input is called.
  package static let standardInput = "<stdin>"

  /// How a command is given a file of a name.
  package static func operand(_ name: String) -> String {
    shellWord(name == standardInput ? "-" : name)
  }

  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a span, clamped to the file; what is not UTF-8 is shown as U+FFFD.
  package func text(_ span: Span) -> String {
    let end = min(max(span.end, 0), bytes.count)
    let start = min(max(span.start, 0), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A place as people count it: both numbers start at 1, columns count Unicode scalars.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
