internal import Analysis
internal import Architecture
internal import Expressions

/// The records of all parts, made once, so that the same part is the same record.
final class PartRecords: @unchecked Sendable {
  @exclusivity(unchecked) private var records: [[MarkedRecord]] = []

  func fill(_ all: [[MarkedRecord]]) { records = all }

  /// Lets go of all records, which hold each other.
  func forget() {
    for all in records {
      for record in all { record.forget() }
    }
    records = []
  }

  func record(_ part: Part) -> MarkedRecord? {
    let collection = part.collection.index
    return collection < records.count && part.index < records[collection].count
      ? records[collection][part.index] : nil
  }
}
