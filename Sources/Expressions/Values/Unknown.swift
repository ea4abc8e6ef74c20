internal import SourceText

/// What must be declared before a value is known: paths, sorted, each once.
package struct Unknown: Sendable {
  /// Most are never looked at: the path of a field is put together when it is asked for.
  private final class Paths: Sendable {
    private enum Content {
      case field(String, of: String)
      case slot(Int, of: any Record)
      case sorted([String])
    }

    private let content: Content

    init(_ sorted: [String]) {
      content = .sorted(sorted)
    }

    init(_ name: String, of owner: String) {
      content = .field(name, of: owner)
    }

    init(_ slot: Int, of record: any Record) {
      content = .slot(slot, of: record)
    }

    var sorted: [String] {
      switch content {
      case .field(let name, let owner): [fieldPath(name, of: owner)]
      case .slot(let slot, let record): [record.path(ofField: slot)]
      case .sorted(let paths): paths
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

  /// The field of what stands at a path, undeclared.
  init(_ name: String, of owner: String) {
    self.init(Paths(name, of: owner), isOpen: true)
  }

  /// The field of a record, undeclared.
  package init(field slot: Int, of record: any Record) {
    self.init(Paths(slot, of: record), isOpen: true)
  }

  package init(paths: some Sequence<String>) {
    self.init(Paths(Set(paths).sorted()), isOpen: false)
  }

  package var paths: [String] { storage.sorted }

  /// Tells apart what was made apart: the same identity has the same paths.
  fileprivate var identity: ObjectIdentifier { ObjectIdentifier(storage) }

  /// The same paths, not to be extended.
  package var closed: Unknown { Unknown(storage, isOpen: false) }

  /// The unknown field of an unknown value.
  func field(_ name: String) -> Unknown {
    guard isOpen, let path = paths.first else { return self }
    return Unknown(name, of: path)
  }

  func union(_ other: Unknown) -> Unknown {
    var merged: [String] = []
    merged.reserveCapacity(paths.count + other.paths.count)
    var mine = paths[...]
    var theirs = other.paths[...]
    while let left = mine.first, let right = theirs.first {
      if left <= right { mine.removeFirst() }
      if right <= left { theirs.removeFirst() }
      merged.append(min(left, right))
    }
    return Unknown(Paths(merged + mine + theirs), isOpen: false)
  }
}

/// Gathers many unknowns into one, in time that grows with their number.
struct UnknownUnion {
  private var first: Unknown?
  private var others: [Unknown] = []

  mutating func add(_ unknown: Unknown) {
    guard let first else {
      self.first = unknown
      return
    }
    if unknown.identity != (others.last ?? first).identity { others.append(unknown) }
  }

  var isEmpty: Bool { first == nil }

  var result: Unknown? {
    guard let first, !others.isEmpty else { return first?.closed }
    return Unknown(paths: others.reduce(into: first.paths) { $0 += $1.paths })
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
