internal import SourceText

/// What must be declared before a value is known: paths, sorted, each once, and no more than are told of anything.
package struct Unknown: Sendable {
  /// Those of a union are gathered when they are asked for, which is seldom.
  private final class Paths: Sendable {
    private enum Content {
      case union([Unknown])
      case sorted([String])
    }

    private let content: Content

    init(_ sorted: [String]) {
      content = .sorted(
        sorted.count > FieldPath.mostTold ? Array(sorted.prefix(FieldPath.mostTold)) : sorted)
    }

    init(_ union: [Unknown]) {
      content = .union(union)
    }

    var sorted: [String] {
      switch content {
      case .sorted(let paths): return paths
      case .union: break
      }
      var paths: [String] = []
      var seen: [ObjectIdentifier] = []
      collect(into: &paths, &seen)
      paths.tellOnce()
      return paths
    }

    /// Each part of a union once, however often it was gathered, and no longer than anything is told of it.
    private func collect(into paths: inout [String], _ seen: inout [ObjectIdentifier]) {
      guard paths.count < 4 * FieldPath.mostTold else { return }
      switch content {
      case .sorted(let sorted): paths += sorted
      case .union(let parts):
        // Unions are of few: looking through all of them is sooner done than hashing one.
        for part in parts where !seen.contains(part.identity) {
          seen.append(part.identity)
          part.storage.collect(into: &paths, &seen)
        }
      }
    }
  }

  private let storage: Paths
  /// Whether the value is the path's own, so that asking for its field asks for a longer path.
  let isOpen: Bool

  private init(_ storage: Paths, isOpen: Bool) {
    self.storage = storage
    self.isOpen = isOpen
  }

  /// The value that stands at a path, undeclared.
  package init(path: String) {
    self.init(Paths([path]), isOpen: true)
  }

  /// - Parameter sorted: Paths in their order, each once.
  package init(sorted paths: [String]) {
    self.init(Paths(paths), isOpen: false)
  }

  package var paths: [String] { storage.sorted }

  /// Tells apart what was made apart: the same identity has the same paths.
  fileprivate var identity: ObjectIdentifier { ObjectIdentifier(storage) }

  /// The same paths, not to be extended.
  package var closed: Unknown { Unknown(storage, isOpen: false) }

  /// The unknown field of an unknown value.
  func field(_ name: String) -> Unknown {
    guard isOpen, let path = paths.first else { return self }
    return Unknown(path: fieldPath(name, of: path))
  }

  func union(_ other: Unknown) -> Unknown { Unknown(allOf: [self, other]) }

  init(allOf unknowns: [Unknown]) {
    self.init(Paths(unknowns), isOpen: false)
  }
}

extension [String] {
  /// In order, each once, and no more than are told of anything.
  mutating func tellOnce() {
    sort()
    var count = 0
    for index in indices where count == 0 || self[index] != self[count - 1] {
      swapAt(index, count)
      count += 1
    }
    removeLast(self.count - Swift.min(count, FieldPath.mostTold))
  }
}

/// Gathers many unknowns into one, in time that grows with their number; no more than are told.
struct UnknownUnion {
  private var first: Unknown?
  private var others: [Unknown] = []

  mutating func add(_ unknown: Unknown) {
    guard let first else {
      self.first = unknown
      return
    }
    let isKnown =
      unknown.identity == first.identity
      || others.contains { $0.identity == unknown.identity }
    if !isKnown, others.count < FieldPath.mostTold { others.append(unknown) }
  }

  var isEmpty: Bool { first == nil }

  var result: Unknown? {
    guard let first, !others.isEmpty else { return first?.closed }
    return Unknown(allOf: [first] + others)
  }
}

/// A three-valued answer.
enum Truth {
  case yes
  case no
  case unknown(Unknown)

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  var value: Value {
    switch self {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .unknown(let unknown): .unknown(unknown)
    }
  }
}
