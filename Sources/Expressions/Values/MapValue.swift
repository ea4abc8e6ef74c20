/// A key of a map: strings are told apart by their code points.
package enum MapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  case string(CodePoints)

  /// The key that a value stands for, if it can be one. A whole double is the key of its integer.
  package init?(_ value: Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number):
      guard let whole = number.whole else { return nil }
      self = .int(whole)
    case .string(let text): self = .string(CodePoints(text))
    case .null, .list, .map, .duration, .timestamp, .record, .unknown: return nil
    }
  }
}

/// A string as its code points: equal only if written alike.
package struct CodePoints: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  package static func == (left: CodePoints, right: CodePoints) -> Bool {
    left.text.isSame(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension String {
  /// Equality by code points, not by canonical equivalence.
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame: Bool?? = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        mine.indices.allSatisfy { mine[$0] == theirs[$0] }
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Order by code points.
  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// A map in the order in which it was written.
package struct MapValue: Sendable {
  package private(set) var keys: [Value] = []
  package private(set) var values: [Value] = []
  private var places: [MapKey: Int] = [:]

  package init() {}

  /// A map of texts, as a host has it; the later of two equal keys is dropped.
  package init(_ entries: [(String, Value)]) {
    for (key, value) in entries {
      _ = insert(value, for: .string(CodePoints(key)), writtenAs: .string(key))
    }
  }

  package var count: Int { keys.count }

  package subscript(key: MapKey) -> Value? {
    places[key].map { values[$0] }
  }

  /// Adds an entry; false, and no change, if the key is there or can be none.
  package mutating func insert(_ value: Value, forKey key: Value) -> Bool {
    guard let mapKey = MapKey(key) else { return false }
    return insert(value, for: mapKey, writtenAs: key)
  }

  /// Adds an entry; false, and no change, if the key is there.
  mutating func insert(_ value: Value, for key: MapKey, writtenAs written: Value) -> Bool {
    guard places[key] == nil else { return false }
    places[key] = keys.count
    keys.append(written)
    values.append(value)
    return true
  }
}
