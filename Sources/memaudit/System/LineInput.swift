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
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
      let received = read(0, buffer.baseAddress, 4_096)
      failure = received < 0 ? errno : 0
      count = max(received, 0)
    }
    isAtEnd = chunk.isEmpty && failure != EINTR
    bytes += chunk
  }
}
