package import SourceText

/// What a YAML file says, and everything that is wrong with how it says it.
package struct Document: Sendable {
  /// The file's only value; nil where the file is empty or was read only in part.
  package let root: Node?
  package let diagnostics: [Diagnostic]

  /// Reads a whole file. Nothing that it holds can crash, hang or fill the memory: see `Limits`.
  package init(_ file: SourceFile, limits: Limits = .standard) {
    guard file.bytes.count <= limits.bytes else {
      root = nil
      diagnostics = [
        Diagnostic(
          "the file is larger than \(limits.bytes >> 20) MiB", at: Span(at: 0),
          help: "describe one system in one file")
      ]
      return
    }
    if let encoding = wrongEncoding(of: file.bytes) {
      root = nil
      diagnostics = [
        Diagnostic("the file is written in \(encoding)", at: Span(at: 0), help: "save it as UTF-8")
      ]
      return
    }
    let byteOrderMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var composer = Composer(file, firstByte: byteOrderMark, limits: limits)
    root = terminated(file.bytes).withUnsafeBufferPointer { bytes in
      composer.compose(UnsafeBufferPointer(rebasing: bytes[byteOrderMark...]))
    }
    diagnostics = composer.diagnostics
  }
}

/// How much one file may ask of the reader.
package struct Limits: Sendable {
  package let bytes: Int
  package let depth: Int
  /// Counted after aliases are expanded.
  package let nodes: Int
  /// Bytes of all values, counted after aliases are expanded.
  package let text: Int

  package init(bytes: Int, depth: Int, nodes: Int, text: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.text = text
  }

  package static let standard = Limits(bytes: 4 << 20, depth: 64, nodes: 200_000, text: 8 << 20)
}

private func wrongEncoding(of bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0, 0, 0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
    return "UTF-32"
  }
  if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
  let hasZero = bytes.prefix(2).contains(0)
  return bytes.count >= 2 && hasZero && bytes.prefix(2) != [0, 0] ? "UTF-16" : nil
}

/// libyaml loses a last line that holds only blanks unless a line break ends it.
private func terminated(_ bytes: [UInt8]) -> [UInt8] {
  bytes.last?.isBlank == true ? bytes + [.lineFeed] : bytes
}
