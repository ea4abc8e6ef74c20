internal import Architecture
internal import SourceText

/// What stands behind the values of a file, by path.
package struct EvidenceLevels: Sendable {
  private var levels: [String: EvidenceLevel] = [:]
  /// Documents about a record are about every value in it.
  private var documented: Set<String> = []
  /// So many are sooner compared than the owners of a path are looked up.
  private static let few = 16

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
    let isDocumented =
      documented.count <= Self.few
      ? documented.contains { FieldPath.leads(path, through: $0) }
      : FieldPath.owners(of: path).contains(where: documented.contains)
    return isDocumented ? .referenced : nil
  }
}

extension EvidenceLevels: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, EvidenceLevel)...) {
    for (path, level) in elements { add(level, at: path) }
  }
}
