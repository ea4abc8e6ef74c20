package import Analysis
internal import Architecture
package import Expressions
internal import Synchronization

/// One system as rules see it: every root and part a record whose fields are read when a rule asks for them.
package final class RuleWorld: Sendable {
  package let system: AnalyzedSystem
  /// The values of the roots that all rules share, in the order of their variables.
  let roots: [Expressions.Value]
  private let records: PartRecords
  private let reads: ReadLog

  package init(_ system: AnalyzedSystem, today: TimestampValue) {
    self.system = system
    let records = PartRecords()
    let reads = ReadLog()
    self.records = records
    self.reads = reads
    let conversion = Conversion(system: system, records: records, reads: reads)
    records.fill(
      Collection.allCases.map { collection in
        system.parts(collection).map { part in
          ReadingRecord(
            part.reading, type: collection.recordType, part: part, conversion: conversion)
        }
      })
    let root = Architecture.RecordType.architecture
    roots =
      root.fields.indices.map { index in
        conversion.value(system.root.field(at: index, of: root), as: root.fields[index].type)
      } + [.timestamp(today)]
    reads.clear()
  }

  /// The variables' values for a rule about a part, or about the system.
  func variables(for subject: Part?) -> [Expressions.Value] {
    roots + (subject.flatMap { records.record($0) }.map { [.record($0)] } ?? [])
  }

  /// Forgets which values have been read.
  func beginReading() { reads.clear() }

  /// The values that have been read since.
  var valuesRead: [ReadLog.Read] { reads.all }
}

/// The declared values that an evaluation has read.
final class ReadLog: Sendable {
  struct Read: Sendable, Hashable {
    let path: String
    let isKnownByImplementation: Bool
  }

  private let reads = Mutex<[Read]>([])

  var all: [Read] { reads.withLock { $0 } }

  func clear() { reads.withLock { $0.removeAll(keepingCapacity: true) } }

  func append(_ read: Read) { reads.withLock { $0.append(read) } }
}

/// The records of all parts, made once, so that the same part is the same record.
final class PartRecords: Sendable {
  private let records = Mutex<[[ReadingRecord]]>([])

  func fill(_ all: [[ReadingRecord]]) { records.withLock { $0 = all } }

  func record(_ part: Part) -> ReadingRecord? {
    guard let collection = Collection.allCases.firstIndex(of: part.collection) else { return nil }
    return records.withLock { all in
      collection < all.count && part.index < all[collection].count
        ? all[collection][part.index] : nil
    }
  }
}
