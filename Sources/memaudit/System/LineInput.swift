internal import Glibc

/// Standard input, line by line.
final class LineInput {
  /// More than anybody types; a longer line ends the input.
  private static let longest = 1 << 16

  private var bytes: [UInt8] = []
  private var isAtEnd = false

  var isTerminal: Bool { isatty(0) == 1 }

  /// The next line without its end; nil where there is none.
  func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        bytes.removeSubrange(...end)
        return line
      }
      guard !isAtEnd, bytes.count < Self.longest else {
        defer { bytes = [] }
        return bytes.isEmpty || !isAtEnd ? nil : String(decoding: bytes, as: UTF8.self)
      }
      readMore()
    }
  }

  private func readMore() {
    let chunk = readBytes(from: 0, atMost: 4_096) ?? []
    isAtEnd = chunk.isEmpty
    bytes += chunk
  }
}
