internal import Architecture
internal import SourceText

/// What stands behind the values of a file, by path.
package struct EvidenceLevels: Sendable {
  private var levels: [String: EvidenceLevel] = [:]
  /// Documents about a record are about every value in it.
  private var documented: Set<String> = []

  package init() {}

  var isEmpty: Bool { levels.isEmpty }

  mutating func add(_ level: EvidenceLevel, at path: String) {
    levels[path] = max(level, levels[path] ?? level)
    // A document about all stores says nothing about one of them.
    if level == .referenced, Collection(rawValue: path) == nil { documented.insert(path) }
  }

  /// Nil where nothing does.
  package subscript(path: String) -> EvidenceLevel? {
    if let level = levels[path] { return level }
    guard !documented.isEmpty else { return nil }
    return FieldPath.owners(of: path).contains(where: documented.contains) ? .referenced : nil
  }
}

extension EvidenceLevels: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, EvidenceLevel)...) {
    for (path, level) in elements { add(level, at: path) }
  }
}
