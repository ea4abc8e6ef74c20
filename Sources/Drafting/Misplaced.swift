internal import Analysis
internal import Architecture

/// What was named where the implementation of a component is asked for, and is none.
enum Misplaced {
  /// A store, of which several kinds of memory can be made.
  case store
  /// A kind of memory, and the path at which it is written.
  case kind(String, at: String)

  init?(_ line: String, at path: String) {
    let names = path.split(separator: ".")
    guard names.count == 3, names[0] == "components", names[2] == "implementation" else {
      return nil
    }
    if let kind = ComponentKind.name(for: line) {
      self = .kind(kind, at: "components.\(names[1]).kind")
    } else if BorrowedWords.lines(ofStore: line) != nil, !Self.isKnown(line) {
      self = .store
    } else {
      return nil
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    Knowledge.components.contains { $0.names.contains(name) || $0.fullNames.contains(name) }
  }
}
