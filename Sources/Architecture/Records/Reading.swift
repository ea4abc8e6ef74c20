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

  package let place: FieldPath
  package let content: Content
  /// Where the value is written; nil where it is not.
  package let span: Span?
  /// Whether the file does not say, but the implementation is known to behave so.
  package let isKnownByImplementation: Bool
  private let type: RecordType?
  private let known: Record?
  private let patterns: [ComponentKind]

  private init(
    _ name: String, of owner: String, content: Content, span: Span? = nil, type: RecordType?,
    isKnownByImplementation: Bool = false, known: Record? = nil, patterns: [ComponentKind] = []
  ) {
    place = FieldPath(name, of: owner)
    self.content = content
    self.span = span
    self.type = type
    self.isKnownByImplementation = isKnownByImplementation
    self.known = known
    self.patterns = patterns
  }

  /// A whole record. What it leaves undeclared is read from what is known of its implementation; a field that none of
  /// a component's patterns has reads as none.
  package init(_ record: Record, known: Record? = nil, patterns: [ComponentKind] = []) {
    self.init(
      "", of: record.path, content: .value(.record(record)), span: record.span, type: record.type,
      known: known, patterns: patterns)
  }

  package subscript(dynamicMember name: String) -> Reading { self[name] }

  package subscript(name: String) -> Reading {
    assert(type == nil || type?.index(of: name) != nil, "\(path) has no field \(name)")
    guard let type, let index = type.index(of: name) else {
      return Reading(name, of: path, content: .none, type: nil)
    }
    return field(at: index, of: type)
  }

  /// The field at an index of the record's type.
  package func field(at index: Int, of type: RecordType) -> Reading {
    let found = found(at: index, of: type)
    return Reading(
      type.fields[index].name, of: path, content: found.content, span: found.span,
      type: type.fields[index].type.recordType,
      isKnownByImplementation: found.isKnownByImplementation)
  }

  /// What stands in a field, without the way to it.
  package struct Found {
    package let content: Content
    package private(set) var isKnownByImplementation = false
    fileprivate private(set) var span: Span? = nil
  }

  package func found(at index: Int, of type: RecordType) -> Found {
    switch content {
    case .undeclared: return Found(content: .undeclared)
    case .none: return Found(content: .none)
    case .value(.record(let record)):
      if let entry = record.entry(at: index) {
        return Found(
          content: entry.value.map(Content.value) ?? .none,
          isKnownByImplementation: isKnownByImplementation, span: entry.span)
      }
      if let entry = known?.entry(type.fields[index].name) {
        return Found(
          content: entry.value.map(Content.value) ?? .none, isKnownByImplementation: true)
      }
      let kinds = type.fields[index].kinds
      let isForeign =
        !patterns.isEmpty && !kinds.isEmpty && !kinds.contains(where: patterns.contains)
      return Found(content: isForeign ? .none : .undeclared)
    case .value: return Found(content: .none)
    }
  }
}

extension Reading {
  package var path: String { place.text }

  package var isUndeclared: Bool { if case .undeclared = content { true } else { false } }
  package var isNone: Bool { if case .none = content { true } else { false } }

  package var value: Value? { if case .value(let value) = content { value } else { nil } }

  package var record: Record? { if case .record(let record)? = value { record } else { nil } }

  package var flag: Bool? { if case .boolean(let flag)? = value { flag } else { nil } }

  /// A choice, a text or an id.
  package var text: String? {
    switch value {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }

  /// A count, tokens, bytes, money, a fraction or a rate per second; a duration in seconds.
  package var number: Double? {
    switch value {
    case .whole(let whole): Double(whole)
    case .number(let number): number
    case .nanoseconds(let nanoseconds): Double(nanoseconds) / 1e9
    default: nil
    }
  }

  /// The texts of a list; empty where there is none of it, nil where it is undeclared.
  package var texts: [String]? {
    switch content {
    case .undeclared: nil
    case .none: []
    case .value(.list(let items)):
      items.compactMap { item in
        switch item.value {
        case .text(let text), .reference(let text): text
        default: nil
        }
      }
    case .value: []
    }
  }
}
