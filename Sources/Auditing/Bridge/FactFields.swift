internal import Analysis
internal import Architecture
internal import Expressions

/// The facts of the system or of a part, each computed when it is first asked for.
final class FactFields: FieldSource {
  let typeName = "facts"
  private let facts: [Fact]
  private let part: Part?
  private let conversion: Conversion

  init(_ owner: Fact.Owner, part: Part?, conversion: Conversion) {
    facts = Fact.all(of: owner)
    self.part = part
    self.conversion = conversion
  }

  var label: String { part.map { "\($0.collection.rawValue).\($0.id).facts" } ?? "system.facts" }

  func look(at slot: Int) -> (mark: FieldMark, value: Expressions.Value?) {
    guard slot < facts.count else { return (.opaque, nil) }
    let fact = facts[slot]
    let outcome = fact.outcome(in: conversion.system, of: part)
    let mark = FieldMark(outcome.result, as: fact.type)
    return (
      mark.weighing(conversion.reads.weight(of: outcome.inputs)),
      conversion.value(outcome, as: fact.type)
    )
  }

  /// Each is at hand when it was looked at.
  func value(ofField slot: Int, marked mark: FieldMark) -> Expressions.Value { .null }
}
