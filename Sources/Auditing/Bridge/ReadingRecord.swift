internal import Analysis
internal import Architecture
internal import Expressions

/// A record of the architecture as rules see it: its fields, then what analysis adds. A field is converted once.
final class ReadingRecord: Expressions.Record {
  let typeName: String
  private let reading: Reading
  private let type: Architecture.RecordType
  private let conversion: Conversion
  /// Of a component.
  private let patterns: Expressions.Value?
  private let facts: FactsRecord?
  private let known: Confined<[Conversion.Converted?]>

  init(_ reading: Reading, type: Architecture.RecordType, part: Part?, conversion: Conversion) {
    self.reading = reading
    self.type = type
    self.conversion = conversion
    typeName = type.key
    patterns = part?.collection == .components ? part.map(Self.patterns) : nil
    facts = Fact.Owner(type).map { FactsRecord($0, part: part, conversion: conversion) }
    known = Confined([])
  }

  var label: String { reading.path }

  func value(ofField slot: Int) -> Expressions.Value {
    guard slot < type.fields.count else { return derived(slot) }
    if known.value.isEmpty {
      known.value = Array(repeating: nil, count: type.fields.count)
    }
    let converted: Conversion.Converted
    if let known = known.value[slot] {
      converted = known
    } else {
      converted = conversion.value(
        reading.field(at: slot, of: type), as: type.fields[slot].type)
      known.value[slot] = converted
    }
    conversion.reads.note(converted.evidence)
    return converted.value
  }

  private static func patterns(of part: Part) -> Expressions.Value {
    if let kind = part.unknownPatterns { return .unknown(Unknown(kind.name, of: kind.owner)) }
    return .list(of: part.patterns.map { .string($0.rawValue) })
  }

  /// Lets go of what was converted, which may lead back here.
  func forget() { known.value = [] }

  private func derived(_ slot: Int) -> Expressions.Value {
    if let patterns, slot == type.fields.count { return patterns }
    return facts.map { .record($0) } ?? .null
  }
}

/// The facts of the system or of a part, each computed when it is first asked for.
final class FactsRecord: Expressions.Record {
  let typeName = "facts"
  private let owner: Fact.Owner
  private let part: Part?
  private let conversion: Conversion
  private let known: Confined<[Known?]>

  /// A fact that has been computed, and the weakest evidence behind what it was computed from.
  private struct Known {
    let value: Expressions.Value
    let evidence: EvidenceLevel?
  }

  init(_ owner: Fact.Owner, part: Part?, conversion: Conversion) {
    self.owner = owner
    self.part = part
    self.conversion = conversion
    known = Confined([])
  }

  var label: String { part.map { "\($0.collection.rawValue).\($0.id).facts" } ?? "system.facts" }

  func value(ofField slot: Int) -> Expressions.Value {
    if known.value.isEmpty {
      known.value = Array(repeating: nil, count: Fact.all(of: owner).count)
    }
    guard slot < known.value.count else { return .null }
    let fact: Known
    if let computed = known.value[slot] {
      fact = computed
    } else {
      fact = compute(Fact.all(of: owner)[slot])
      known.value[slot] = fact
    }
    conversion.reads.note(fact.evidence)
    return fact.value
  }

  private func compute(_ fact: Fact) -> Known {
    let outcome = fact.outcome(in: conversion.system, of: part)
    let reads = conversion.reads
    return Known(
      value: conversion.value(outcome, as: fact.type),
      evidence: outcome.inputs.lazy.map {
        reads.level(of: $0.path, isKnownByImplementation: $0.isKnownByImplementation)
      }.min())
  }
}
