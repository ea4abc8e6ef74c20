internal import Architecture

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
    return documented.contains { path.isBelow($0) } ? .referenced : nil
  }
}

extension String {
  /// Whether the path leads to something within what stands at another.
  fileprivate func isBelow(_ path: String) -> Bool {
    let own = utf8
    guard own.count > path.utf8.count, own.starts(with: path.utf8) else { return false }
    return own[own.index(own.startIndex, offsetBy: path.utf8.count)] == UInt8(ascii: ".")
  }
}

extension EvidenceLevels: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, EvidenceLevel)...) {
    for (path, level) in elements { add(level, at: path) }
  }
}
