internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText

/// Turns readings of an architecture into values of expressions.
final class Conversion: Sendable {
  let system: AnalyzedSystem
  let records: PartRecords
  let reads: Reads

  init(system: AnalyzedSystem, records: PartRecords, reads: Reads) {
    self.system = system
    self.records = records
    self.reads = reads
  }

  func value(_ reading: Reading, as type: FieldType) -> Expressions.Value {
    switch reading.content {
    case .undeclared: return .unknown(Unknown(path: reading.path))
    case .none: return noneValue(of: type)
    case .value(let value):
      guard case .record(let recordType) = type else { return self.value(value, as: type) }
      return .record(record(reading, as: recordType))
    }
  }

  /// What stands behind what a field says: nothing where it is undeclared, or a record whose fields are read later.
  func weight(of found: Reading.Found, as type: FieldType, _ path: @autoclosure () -> String)
    -> UInt8
  {
    switch (found.content, type) {
    case (.undeclared, _), (.value, .record): FieldMark.weightless
    case (.none, _), (.value, _):
      reads.weight(of: path(), isKnownByImplementation: found.isKnownByImplementation)
    }
  }

  /// What a fact comes to, as a value.
  func value(_ outcome: Fact.Outcome, as type: FieldType) -> Expressions.Value {
    switch outcome.result {
    case .value(let value): self.value(value, as: type)
    case .none: noneValue(of: type)
    case .unknown(let paths): .unknown(Unknown(sorted: paths))
    }
  }

  /// A list of which there is none is empty.
  private func noneValue(of type: FieldType) -> Expressions.Value {
    guard type.isCollection else { return .null }
    if case .labels = type { return .map(MapValue()) }
    return .list(of: [])
  }

  private func value(_ value: Architecture.Value, as type: FieldType) -> Expressions.Value {
    switch value {
    case .boolean(let flag): return .bool(flag)
    case .whole(let whole): return .int(whole)
    case .number(let number): return .double(number)
    case .nanoseconds(let nanoseconds): return .duration(DurationValue(nanoseconds: nanoseconds))
    case .date(let date): return .timestamp(date.midnight)
    case .text(let text): return .string(text)
    case .reference(let id): return reference(id, as: type)
    case .list(let items):
      let itemType = type.itemType ?? type
      return .list(of: items.map { self.value($0.value, as: itemType) })
    case .record(let record):
      guard case .record(let recordType) = type else { return .null }
      if let part = record.text("id").flatMap({ system.part($0) }), recordType.isElement,
        let partRecord = records.record(part)
      {
        return .record(partRecord)
      }
      return .record(self.record(Reading(record), as: recordType))
    case .labels(let labels):
      var map = MapValue()
      for label in labels { _ = map.insert(.string(label.value), forKey: .string(label.name)) }
      return .map(map)
    }
  }

  private func reference(_ id: String, as type: FieldType) -> Expressions.Value {
    guard case .reference(let collections) = type, collections.count == 1 else {
      return .string(id)
    }
    return system.part(id).flatMap { records.record($0) }.map { .record($0) } ?? .null
  }
}
