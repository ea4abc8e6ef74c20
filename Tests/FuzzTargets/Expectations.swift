internal import JSON
internal import SourceText

/// What every door owes to whoever stands before it.
enum Expectations {
  /// Input is used, or refused with a reason; and every reason has a place inside the file that can be shown.
  static func hold(
    for diagnostics: [Diagnostic], in file: SourceFile, isUsable: Bool
  ) -> [String] {
    var complaints: [String] = []
    if isUsable != diagnostics.isEmpty {
      complaints.append(isUsable ? "what is used is refused as well" : "no reason for the refusal")
    }
    let frame = CodeFrame(file)
    let inside = 0...file.bytes.count
    // Beyond these there is nothing new to see, and a long file is shown again for each.
    for diagnostic in diagnostics.prefix(20) {
      for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
        if !inside.contains(span.start) || !inside.contains(span.end) || span.end < span.start {
          complaints.append("a place outside of the file: \(span), \(diagnostic.message)")
        }
      }
      complaints += hold(forShown: frame.rendered(diagnostic))
    }
    return complaints
  }

  /// Nothing that is shown moves a cursor, begins an escape or reorders what is read.
  static func hold(forShown text: String) -> [String] {
    var text = text
    guard text.withUTF8(mayHoldUnseen), text.unicodeScalars.contains(where: isUnseen) else {
      return []
    }
    return ["what cannot be seen is shown in: \(text.prefix(400).debugDescription)"]
  }

  /// What is written for tools can be read by them.
  static func hold(forJSON text: String) -> [String] {
    do throws(JSONSyntaxError) {
      _ = try JSONValue(parsing: Array(text.utf8))
      return []
    } catch {
      return ["JSON that is none, at \(error.offset): \(error.message)"]
    }
  }

  /// Whether there is a byte with which something unseen begins; it costs next to nothing to ask.
  private static func mayHoldUnseen(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 < 0x20 && $0 != .lineFeed || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
