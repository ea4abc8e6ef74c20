package import SourceText

/// A value somewhere in an architecture, asked for by the names on the way to it: `store.latency.p95`. It is
/// declared, or none, or undeclared, and it always knows its path.
@dynamicMemberLookup
package struct Reading: Sendable {
  package enum Content: Sendable {
    case undeclared
    case none
    case value(Value)
  }

  /// The nearest record around it that is written, or itself.
  private let owner: Record
  private let way: FieldWay
  /// Where it stands among what is written of its owner.
  private let entry: Int32
  private let standing: Standing

  fileprivate enum Standing: UInt8 {
    case undeclared
    case none
    /// It is its owner.
    case whole
    case written
    /// The file does not say, but the implementation is known to behave so.
    case known
  }

  fileprivate init(_ owner: Record, _ way: FieldWay, _ standing: Standing, entry: Int = 0) {
    self.owner = owner
    self.way = way
    self.standing = standing
    self.entry = Int32(truncatingIfNeeded: entry)
  }

  /// A whole record. What it leaves undeclared is read from what is known of its implementation; a field that none of
  /// a component's patterns has reads as none.
  package init(_ record: Record, known: Record? = nil, patterns: [ComponentKind] = []) {
    let owner =
      known == nil && patterns.isEmpty
      ? record
      : Record(
        record.type, path: record.path, span: record.span, entries: record.entries, known: known,
        patterns: patterns)
    self.init(owner, FieldWay(), .whole)
  }

  package subscript(dynamicMember name: StaticString) -> Reading { self[NameStamp(name)] }

  /// The field of a name of which it is known that the record has it.
  package subscript(stamp: NameStamp) -> Reading {
    switch standing {
    case .whole: return owner.reading(ofOwn: stamp)
    case .written:
      if case .record(let record)? = owner.entries[Int(entry)].value {
        return record.reading(ofOwn: stamp)
      }
    case .undeclared, .none, .known: break
    }
    let type = way.recordType(from: owner.type)
    assert(type == nil || type?.index(ofOwn: stamp) != nil, "\(path) has no such field")
    guard let index = type?.index(ofOwn: stamp) else { return Reading(owner, way, .none) }
    return unwrittenField(at: index)
  }

  package subscript(name: String) -> Reading {
    let record = written
    let type = record?.type ?? way.recordType(from: owner.type)
    assert(type == nil || type?.index(of: name) != nil, "\(path) has no field \(name)")
    guard let index = type?.index(of: name) else { return Reading(owner, way, .none) }
    return record?.reading(at: index) ?? unwrittenField(at: index)
  }

  /// The field at an index of the record's type.
  package func field(at index: Int) -> Reading {
    written?.reading(at: index) ?? unwrittenField(at: index)
  }

  /// The record that it is, if the file writes one.
  private var written: Record? {
    switch standing {
    case .whole: owner
    case .written: owner.entries[Int(entry)].record
    case .undeclared, .none, .known: nil
    }
  }

  private func unwrittenField(at index: Int) -> Reading {
    let further = way.appending(index)
    switch standing {
    case .undeclared: return Reading(owner, further, .undeclared)
    case .none, .whole, .written: return Reading(owner, further, .none)
    case .known:
      guard owner.knownEntry(way)?.record != nil else { return Reading(owner, further, .none) }
      return Reading(owner, further, owner.knownEntry(further) == nil ? .undeclared : .known)
    }
  }
}

extension Reading {
  package var path: String { way.path(from: owner) }

  /// Whether both stand at the same place of the same architecture.
  package func isSamePlace(as other: Reading) -> Bool {
    owner === other.owner && way == other.way
  }

  package var content: Content {
    switch standing {
    case .undeclared: .undeclared
    case .none: .none
    case .whole, .written, .known: value.map(Content.value) ?? .none
    }
  }

  package var value: Value? {
    switch standing {
    case .undeclared, .none: nil
    case .whole: .record(owner)
    case .written: owner.entries[Int(entry)].value
    case .known: owner.knownEntry(way)?.value
    }
  }

  /// Where the value is written; nil where it is not.
  package var span: Span? {
    switch standing {
    case .whole: owner.span
    case .written: owner.entries[Int(entry)].span
    // What is known is written in another file.
    case .known, .undeclared, .none: nil
    }
  }

  /// Where the field is named; nil where it is not written.
  package var keySpan: Span? {
    standing == .written ? owner.entries[Int(entry)].keySpan : nil
  }

  /// Whether the file does not say, but the implementation is known to behave so.
  package var isKnownByImplementation: Bool { standing == .known }

  package var isUndeclared: Bool { standing == .undeclared }

  package var isNone: Bool {
    switch standing {
    case .none: true
    case .undeclared, .whole: false
    case .written, .known: value == nil
    }
  }

  /// What stands in a field, without the way to it.
  package struct Found {
    package let content: Content
    package let isKnownByImplementation: Bool
  }

  /// Whether a field is surely undeclared: nothing is made to tell that of most.
  package func isPlainlyUndeclared(at index: Int) -> Bool {
    switch standing {
    case .whole: owner.isPlainlyUndeclared(at: index)
    case .written: owner.entries[Int(entry)].record?.isPlainlyUndeclared(at: index) ?? false
    case .undeclared: true
    case .none, .known: false
    }
  }

  package func found(at index: Int) -> Found {
    switch standing {
    case .whole: return owner.found(at: index)
    case .written:
      if case .record(let record)? = owner.entries[Int(entry)].value {
        return record.found(at: index)
      }
    case .undeclared, .none, .known: break
    }
    return unwrittenField(at: index).found
  }

  fileprivate var found: Found {
    Found(content: content, isKnownByImplementation: isKnownByImplementation)
  }
}

extension Record {
  /// The field of a name that the record can have.
  fileprivate func reading(ofOwn stamp: NameStamp) -> Reading {
    let index = type.index(ofOwn: stamp)
    assert(index != nil, "\(type.name) has no such field")
    return index.map { reading(at: $0) } ?? Reading(self, FieldWay(), .none)
  }

  fileprivate func reading(at index: Int) -> Reading {
    let way = FieldWay(index)
    if let place = place(of: index) { return Reading(self, way, .written, entry: place) }
    if known != nil, knownEntry(way) != nil { return Reading(self, way, .known) }
    return Reading(self, way, isForeign(index) ? .none : .undeclared)
  }

  fileprivate func found(at index: Int) -> Reading.Found { reading(at: index).found }

  fileprivate func isPlainlyUndeclared(at index: Int) -> Bool {
    known == nil && place(of: index) == nil && !isForeign(index)
  }

  /// What is known of a field, or of one inside it.
  fileprivate func knownEntry(_ way: FieldWay) -> Entry? {
    guard let known, var entry = known.entry(type.fields[way[0]].name) else { return nil }
    for step in 1..<max(1, way.count) {
      guard let inner = entry.record?.entry(at: way[step]) else { return nil }
      entry = inner
    }
    return entry
  }

  /// Whether a field is none of what a component of these patterns has.
  private func isForeign(_ field: Int) -> Bool {
    !patterns.isEmpty && !type.kinds[field].isEmpty
      && type.kinds[field].isDisjoint(with: patterns)
  }
}

extension Record.Entry {
  fileprivate var record: Record? {
    if case .record(let record)? = value { record } else { nil }
  }
}
