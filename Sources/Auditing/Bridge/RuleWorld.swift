package import Analysis
internal import Architecture
package import Expressions

/// One system as rules see it: every root and part a record whose fields are read when a rule asks for them.
package final class RuleWorld: Sendable {
  package let system: AnalyzedSystem
  /// The values of the roots that all rules share, in the order of their variables.
  let roots: [Expressions.Value]
  private let reads: ReadLog
  private let records: PartRecords
  /// For each part, the roots and the part.
  private let variablesOfParts: [[[Expressions.Value]]]

  package init(_ system: AnalyzedSystem, today: TimestampValue) {
    self.system = system
    let records = PartRecords()
    let reads = ReadLog()
    self.reads = reads
    self.records = records
    let conversion = Conversion(system: system, records: records, reads: reads)
    let parts = Collection.allCases.map { collection in
      system.parts(collection).map { part in
        ReadingRecord(
          part.reading, type: collection.recordType, part: part, conversion: conversion)
      }
    }
    records.fill(parts)
    let root = Architecture.RecordType.architecture
    let roots =
      root.fields.indices.map { index in
        conversion.value(system.root.field(at: index, of: root), as: root.fields[index].type).value
      } + [.timestamp(today)]
    self.roots = roots
    variablesOfParts = parts.map { $0.map { roots + [.record($0)] } }
  }

  deinit {
    records.forget()
  }

  /// The variables' values for a rule about a part, or about the system.
  func variables(for subject: Part?) -> [Expressions.Value] {
    subject.map { variablesOfParts[$0.collection.index][$0.index] } ?? roots
  }

  /// Forgets which values have been read.
  func beginReading() { reads.clear() }

  /// The values that have been read since.
  var valuesRead: [ReadLog.Read] { reads.all }
}

/// The declared values that an evaluation has read.
final class ReadLog: Sendable {
  final class Read: Sendable {
    let path: String
    let isKnownByImplementation: Bool

    init(path: String, isKnownByImplementation: Bool) {
      self.path = path
      self.isKnownByImplementation = isKnownByImplementation
    }
  }

  private let reads = Confined<[Read]>([])

  var all: [Read] { reads.value }

  func clear() { reads.value.removeAll(keepingCapacity: true) }

  func append(_ read: Read) { reads.value.append(read) }
}

/// The records of all parts, made once, so that the same part is the same record.
final class PartRecords: Sendable {
  private let records = Confined<[[ReadingRecord]]>([])

  func fill(_ all: [[ReadingRecord]]) { records.value = all }

  /// Lets go of all records, which hold each other.
  func forget() {
    for record in records.value.joined() { record.forget() }
    records.value = []
  }

  func record(_ part: Part) -> ReadingRecord? {
    let all = records.value
    let collection = part.collection.index
    return collection < all.count && part.index < all[collection].count
      ? all[collection][part.index] : nil
  }
}

/// A value that changes and that only one thread ever touches: a system is judged on the thread that began it. Locks
/// would cost more than all that they guard.
final class Confined<Value>: @unchecked Sendable {
  var value: Value

  init(_ value: Value) {
    self.value = value
  }
}

extension Collection {
  /// Its place among all.
  var index: Int {
    switch self {
    case .agents: 0
    case .components: 1
    case .stores: 2
    }
  }
}
