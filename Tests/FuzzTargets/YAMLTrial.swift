internal import SourceText
internal import YAML

/// Reads bytes as YAML.
enum YAMLTrial {
  static func complaints(about bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: "input.yaml", bytes: bytes)
    let document = Document(file)
    // What is empty has no root, and nothing is wrong with it here.
    let isUsable = document.diagnostics.isEmpty
    return Expectations.hold(for: document.diagnostics, in: file, isUsable: isUsable)
      + (document.root.map { places(of: $0, in: 0...bytes.count) } ?? [])
  }

  private static func places(of node: Node, in file: ClosedRange<Int>) -> [String] {
    let isInside = [node.span, node.definition].allSatisfy {
      file.contains($0.start) && file.contains($0.end) && $0.start <= $0.end
    }
    guard isInside else { return ["a value outside of the file: \(node.span)"] }
    switch node.content {
    case .scalar, .invalid: return []
    case .sequence(let items): return items.flatMap { places(of: $0, in: file) }
    case .mapping(let entries):
      return entries.flatMap { entry in
        (file.contains(entry.keySpan.start) && file.contains(entry.keySpan.end)
          ? [] : ["a key outside of the file: \(entry.keySpan)"])
          + places(of: entry.value, in: file)
      }
    }
  }
}
