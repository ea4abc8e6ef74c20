internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText

/// A record of the architecture as rules see it: its fields, then what analysis adds. A field is looked at once.
final class ReadingRecord: Expressions.Record {
  let typeName: String
  private let reading: Reading
  private let type: Architecture.RecordType
  private let conversion: Conversion
  private let patterns: Patterns?
  private let facts: FactsRecord?
  private let knownPath = Confined<String?>(nil)
  private let fields = Confined<[MarkedField]>([])
  /// The values that were asked for, in that order.
  private let values = Confined<[Expressions.Value]>([])

  /// The patterns of a component.
  private struct Patterns {
    let value: Expressions.Value
    let mark: FieldMark

    init(_ component: Part) {
      if let kind = component.unknownPatterns {
        value = .unknown(Unknown(path: kind.path))
        mark = FieldMark(.undeclared)
        return
      }
      value = .list(of: component.patterns.map { .string($0.rawValue) })
      mark = FieldMark(
        .value,
        bits: component.patterns.reduce(0) { bits, pattern in
          bits | FieldMark.bit(ofChoice: ComponentKind.patterns.place(of: pattern.rawValue))
        })
    }
  }

  init(_ reading: Reading, type: Architecture.RecordType, part: Part?, conversion: Conversion) {
    self.reading = reading
    self.type = type
    self.conversion = conversion
    typeName = type.key
    patterns = part.flatMap { $0.collection == .components ? Patterns($0) : nil }
    facts = Fact.Owner(type).map { FactsRecord($0, part: part, conversion: conversion) }
  }

  var label: String { reading.path }

  func value(ofField slot: Int) -> Expressions.Value {
    guard slot < type.fields.count else { return derived(slot) }
    let field = field(at: slot)
    conversion.reads.note(field.evidence)
    return field.place.map { values.value[$0] } ?? convert(slot, field)
  }

  @inline(never)
  private func convert(_ slot: Int, _ field: MarkedField) -> Expressions.Value {
    let value: Expressions.Value =
      switch field.mark.state {
      case .undeclared: .unknown(Unknown(FieldPath(type.fields[slot].name, of: path)))
      case .unread, .none, .value:
        conversion.value(reading.field(at: slot, of: type), as: type.fields[slot].type)
      }
    fields.value[slot].setPlace(values.value.count)
    values.value.append(value)
    return value
  }

  /// That of a section is put together once.
  private var path: String {
    if let known = knownPath.value { return known }
    let path = reading.path
    knownPath.value = path
    return path
  }

  func mark(ofField slot: Int) -> FieldMark {
    guard slot < type.fields.count else {
      return slot == type.fields.count ? patterns?.mark ?? FieldMark(.unread) : FieldMark(.unread)
    }
    let field = field(at: slot)
    conversion.reads.note(field.evidence)
    return field.mark
  }

  /// Lets go of the values, which may lead back here.
  func forget() { values.value = [] }

  @inline(__always)
  private func field(at slot: Int) -> MarkedField {
    if fields.value.isEmpty {
      fields.value = Array(repeating: .unread, count: type.fields.count)
    }
    let field = fields.value[slot]
    return field.isRead ? field : look(at: slot)
  }

  @inline(never)
  private func look(at slot: Int) -> MarkedField {
    let found = reading.found(at: slot, of: type)
    let field = MarkedField(
      FieldMark(found.content, as: type.fields[slot].type),
      evidence: conversion.evidence(
        of: found, as: type.fields[slot].type, fieldPath(type.fields[slot].name, of: path)))
    fields.value[slot] = field
    return field
  }

  private func derived(_ slot: Int) -> Expressions.Value {
    if let patterns, slot == type.fields.count { return patterns.value }
    return facts.map { .record($0) } ?? .null
  }
}

/// What is known of a field so far.
struct MarkedField: Sendable {
  private let bits: UInt64
  private var storedPlace: UInt16
  private let state: FieldMark.State
  /// Nil where it is undeclared, or a record whose fields are read later.
  let evidence: EvidenceLevel?

  private static let noPlace = UInt16.max
  static let unread = MarkedField(FieldMark(.unread), evidence: nil)

  init(_ mark: FieldMark, evidence: EvidenceLevel?) {
    bits = mark.bits
    state = mark.state
    self.evidence = evidence
    storedPlace = Self.noPlace
  }

  var mark: FieldMark { FieldMark(state, bits: bits) }
  var isRead: Bool { if case .unread = state { false } else { true } }

  /// Where its value stands; nil where it was not asked for.
  var place: Int? { storedPlace == Self.noPlace ? nil : Int(storedPlace) }

  mutating func setPlace(_ place: Int) {
    storedPlace = UInt16(clamping: place)
  }
}

extension FieldMark {
  init(_ content: Reading.Content, as type: FieldType) {
    switch content {
    case .undeclared: self.init(.undeclared)
    // A list of which there is none is empty.
    case .none: self.init(type.isCollection ? .value : .none)
    case .value(let value): self.init(value, as: type)
    }
  }

  /// The mark of a value that is there.
  init(_ value: Architecture.Value, as type: FieldType) {
    switch (value, type) {
    case (.boolean(let flag), _): self.init(.value, bits: Self.bit(of: flag))
    case (.text(let text), .choice(let choice)):
      self.init(.value, bits: Self.bit(ofChoice: choice.place(of: text)))
    case (.list(let items), .list(.choice(let choice))),
      (.list(let items), .listOrSingle(.choice(let choice))):
      self.init(
        .value,
        bits: items.reduce(0) { bits, item in
          guard case .text(let text) = item.value else { return bits }
          return bits | Self.bit(ofChoice: choice.place(of: text))
        })
    default: self.init(.value)
    }
  }
}

extension FieldType {
  fileprivate var isCollection: Bool {
    switch self {
    case .list, .listOrSingle, .labels: true
    default: false
    }
  }
}
