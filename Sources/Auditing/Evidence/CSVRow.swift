internal import SourceText

/// A row of comma-separated values, quoted or not. Nothing that a cell holds means anything but itself.
struct CSVRow: Equatable {
  /// From 1, in the file.
  let line: Int
  private(set) var cells: [String]

  /// Every row that is not empty.
  static func rows(_ bytes: [UInt8]) throws(Complaint) -> [CSVRow] {
    var rows: [CSVRow] = []
    var line = 1
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.startIndex
    func finish() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    func finishRow() {
      finish()
      if cells != [""] { rows.append(CSVRow(line: line, cells: cells)) }
      cells = []
      line += 1
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && next == byte:
        cell.append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n"):
        guard !isQuoted else { throw Complaint("has in line \(line) a quote that does not end") }
        finishRow()
      case UInt8(ascii: "\r") where next == UInt8(ascii: "\n") || next == nil: break
      case UInt8(ascii: ",") where !isQuoted: finish()
      default: cell.append(byte)
      }
      index += 1
    }
    guard !isQuoted else { throw Complaint("has in line \(line) a quote that does not end") }
    finishRow()
    return rows
  }
}
