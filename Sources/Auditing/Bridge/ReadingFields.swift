internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText

/// A record of the architecture as rules see it: its fields, then what analysis adds.
final class ReadingFields: FieldSource, @unchecked Sendable {
  private let reading: Reading
  private let type: Architecture.RecordType
  private let conversion: Conversion
  private let part: Part?
  private let isWeighed: Bool
  @exclusivity(unchecked) private var knownPath: String?

  fileprivate init(
    _ reading: Reading, type: Architecture.RecordType, part: Part?, isWeighed: Bool,
    conversion: Conversion
  ) {
    self.reading = reading
    self.type = type
    self.conversion = conversion
    self.part = part
    self.isWeighed = isWeighed
  }

  var typeName: String { type.key }

  var label: String { reading.path }

  func look(at slot: Int) -> (mark: FieldMark, value: Expressions.Value?) {
    guard slot < type.fields.count else { return derived(slot) }
    if reading.isPlainlyUndeclared(at: slot) { return (FieldMark(.undeclared), nil) }
    let found = reading.found(at: slot)
    let fieldType = type.fields[slot].type
    let mark = FieldMark(found.content, as: fieldType)
    guard isWeighed else { return (mark, nil) }
    let weight = conversion.weight(
      of: found, as: fieldType, path(of: slot))
    return (mark.weighing(weight), nil)
  }

  func value(ofField slot: Int, marked mark: FieldMark) -> Expressions.Value {
    guard slot < type.fields.count else { return .null }
    return switch mark.state {
    case .undeclared: .unknown(Unknown(path: path(of: slot)))
    case .unread, .opaque, .none, .value:
      conversion.value(reading.field(at: slot), as: type.fields[slot].type)
    }
  }

  func path(ofUndeclared slot: Int) -> String? {
    slot < type.fields.count ? path(of: slot) : nil
  }

  private func path(of slot: Int) -> String { fieldPath(type.fields[slot].name, of: path) }

  /// That of a section is put together once.
  private var path: String {
    if let known = knownPath { return known }
    let path = reading.path
    knownPath = path
    return path
  }

  private func derived(_ slot: Int) -> (mark: FieldMark, value: Expressions.Value?) {
    guard let owner = Fact.Owner(type) else { return (.opaque, nil) }
    let fields = DerivedField.all(of: owner)
    let place = slot - type.fields.count
    guard fields.indices.contains(place) else { return (.opaque, nil) }
    return switch fields[place] {
    case .patterns: part.map(patterns) ?? (.opaque, nil)
    case .facts: (FieldMark(.value), .record(conversion.facts(owner, of: part)))
    }
  }

  private func patterns(of component: Part) -> (mark: FieldMark, value: Expressions.Value?) {
    if let kind = component.unknownPatterns {
      return (FieldMark(.undeclared), .unknown(Unknown(path: kind.path)))
    }
    let bits = component.patterns.reduce(0) { bits, pattern in
      bits | FieldMark.bit(ofChoice: ComponentKind.patterns.place(of: pattern.rawValue))
    }
    return (
      .list(of: component.patterns.count, choices: bits),
      .list(of: component.patterns.map { .string($0.rawValue) })
    )
  }
}

extension Conversion {
  /// - Parameter isWeighed: Whether what stands behind its values counts: not for the roots of all others.
  func record(
    _ reading: Reading, as type: Architecture.RecordType, part: Part? = nil, isWeighed: Bool = true
  ) -> MarkedRecord {
    MarkedRecord(
      ReadingFields(reading, type: type, part: part, isWeighed: isWeighed, conversion: self),
      slots: type.fields.count + DerivedField.allCases.count, on: reads.scale)
  }

  fileprivate func facts(_ owner: Fact.Owner, of part: Part?) -> MarkedRecord {
    MarkedRecord(
      FactFields(owner, part: part, conversion: self), slots: Fact.all(of: owner).count,
      on: reads.scale)
  }
}
