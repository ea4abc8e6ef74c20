internal import Analysis
internal import Architecture
internal import Expressions

/// The facts of the system or of a part, each computed when it is first asked for.
final class FactsRecord: Expressions.Record {
  let typeName = "facts"
  private let owner: Fact.Owner
  private let part: Part?
  private let conversion: Conversion
  private let known = Confined<[Known?]>([])

  /// A fact that has been computed, and the weakest evidence behind what it was computed from.
  private struct Known {
    let mark: FieldMark
    let value: Expressions.Value
    let evidence: EvidenceLevel?
  }

  init(_ owner: Fact.Owner, part: Part?, conversion: Conversion) {
    self.owner = owner
    self.part = part
    self.conversion = conversion
  }

  var label: String { part.map { "\($0.collection.rawValue).\($0.id).facts" } ?? "system.facts" }

  func value(ofField slot: Int) -> Expressions.Value { fact(at: slot)?.value ?? .null }

  func mark(ofField slot: Int) -> FieldMark { fact(at: slot)?.mark ?? FieldMark(.unread) }

  @inline(__always)
  private func fact(at slot: Int) -> Known? {
    if known.value.isEmpty {
      known.value = Array(repeating: nil, count: Fact.all(of: owner).count)
    }
    guard slot < known.value.count else { return nil }
    let fact = known.value[slot] ?? compute(slot)
    conversion.reads.note(fact.evidence)
    return fact
  }

  @inline(never)
  private func compute(_ slot: Int) -> Known {
    let fact = Fact.all(of: owner)[slot]
    let outcome = fact.outcome(in: conversion.system, of: part)
    let reads = conversion.reads
    let result = Known(
      mark: FieldMark(outcome.result, as: fact.type),
      value: conversion.value(outcome, as: fact.type),
      evidence: outcome.inputs.lazy.map {
        reads.level(of: $0.path, isKnownByImplementation: $0.isKnownByImplementation)
      }.min())
    known.value[slot] = result
    return result
  }
}

extension FieldMark {
  fileprivate init(_ result: Fact.Outcome.Result, as type: FieldType) {
    switch result {
    case .unknown: self.init(.undeclared)
    case .none: self.init(Reading.Content.none, as: type)
    case .value(let value): self.init(value, as: type)
    }
  }
}
