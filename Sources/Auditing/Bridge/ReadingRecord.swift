internal import Analysis
internal import Architecture
internal import Expressions
internal import Synchronization

/// A record of the architecture as rules see it: its fields, then what analysis adds.
final class ReadingRecord: Expressions.Record {
  let typeName: String
  private let reading: Reading
  private let type: Architecture.RecordType
  private let part: Part?
  private let conversion: Conversion
  private let facts: FactsRecord?

  init(_ reading: Reading, type: Architecture.RecordType, part: Part?, conversion: Conversion) {
    self.reading = reading
    self.type = type
    self.part = part
    self.conversion = conversion
    typeName = type.key
    facts = Fact.Owner(type).map { FactsRecord($0, part: part, conversion: conversion) }
  }

  var label: String { reading.path }

  func value(ofField slot: Int) -> Expressions.Value {
    if slot < type.fields.count {
      return conversion.value(reading.field(at: slot, of: type), as: type.fields[slot].type)
    }
    if let part, part.collection == .components, slot == type.fields.count {
      return .list(of: part.patterns.map { .string($0.rawValue) })
    }
    return facts.map { .record($0) } ?? .null
  }
}

/// The facts of the system or of a part, each computed when it is first asked for.
final class FactsRecord: Expressions.Record {
  let typeName = "facts"
  private let owner: Fact.Owner
  private let part: Part?
  private let conversion: Conversion
  private let known = Mutex<[Int: Known]>([:])

  /// A fact that has been computed, and what it was computed from.
  private struct Known {
    let value: Expressions.Value
    let reads: [ReadLog.Read]
  }

  init(_ owner: Fact.Owner, part: Part?, conversion: Conversion) {
    self.owner = owner
    self.part = part
    self.conversion = conversion
  }

  var label: String { part.map { "\($0.collection.rawValue).\($0.id).facts" } ?? "system.facts" }

  func value(ofField slot: Int) -> Expressions.Value {
    if let known = known.withLock({ $0[slot] }) {
      for read in known.reads { conversion.reads.append(read) }
      return known.value
    }
    let facts = Fact.all(of: owner)
    guard slot < facts.count else { return .null }
    let outcome = facts[slot].outcome(in: conversion.system, of: part)
    let value = conversion.value(outcome, as: facts[slot].type)
    let reads = outcome.inputs.map {
      ReadLog.Read(path: $0.path, isKnownByImplementation: $0.isKnownByImplementation)
    }
    for read in reads { conversion.reads.append(read) }
    known.withLock { $0[slot] = Known(value: value, reads: reads) }
    return value
  }
}
