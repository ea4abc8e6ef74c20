package import Bytes
package import SourceText

/// How the bytes of a record tell apart what its values are.
private enum ValueCode: UInt8 {
  case no = 1
  case yes
  case whole
  case number
  case nanoseconds
  case date
  case text
  case reference
  case list
  case record
  case labels
}

extension ByteWriter {
  package mutating func write(_ span: Span) {
    write(span.start)
    write(span.end - span.start)
  }

  package mutating func write(_ record: Record) {
    write(record.path)
    write(record.span)
    write(record.entries) { writer, entry in
      writer.write(entry.field)
      writer.write(entry.span)
      writer.write(entry.keySpan)
      writer.write(entry.value) { writer, value in writer.write(value) }
    }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .boolean(let flag): begin(flag ? .yes : .no)
    case .whole(let whole):
      begin(.whole)
      write(Int(whole))
    case .number(let number):
      begin(.number)
      write(fixed: number.bitPattern)
    case .nanoseconds(let nanoseconds):
      begin(.nanoseconds)
      write(Int(nanoseconds))
    case .date(let date):
      begin(.date)
      write(date.year)
      write(date.month)
      write(date.day)
    case .text(let text):
      begin(.text)
      write(text)
    case .reference(let id):
      begin(.reference)
      write(id)
    case .list(let items):
      begin(.list)
      write(items) { writer, item in
        writer.write(item.span)
        writer.write(item.value)
      }
    case .record(let record):
      begin(.record)
      write(record)
    case .labels(let labels):
      begin(.labels)
      write(labels) { writer, label in
        writer.write(label.name)
        writer.write(label.value)
      }
    }
  }

  private mutating func begin(_ code: ValueCode) { write(code.rawValue) }
}

extension ByteReader {
  package mutating func span() throws(Unreadable) -> Span {
    let start = try int()
    let (end, overflow) = start.addingReportingOverflow(try int())
    if overflow { throw Unreadable() }
    return Span(start, end)
  }

  /// A record of a type that whoever reads it knows.
  package mutating func record(_ type: RecordType) throws(Unreadable) -> Record {
    Record(
      type, path: try text(), span: try span(),
      entries: try list { reader throws(Unreadable) in
        let field = try reader.int()
        guard type.fields.indices ~= field else { throw Unreadable() }
        let span = try reader.span()
        let keySpan = try reader.span()
        let fieldType = type.fields[field].type
        return Record.Entry(
          field: field,
          value: try reader.optional { reader throws(Unreadable) in try reader.value(fieldType) },
          span: span, keySpan: keySpan)
      })
  }

  private mutating func value(_ type: FieldType) throws(Unreadable) -> Value {
    switch ValueCode(rawValue: try byte()) {
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .whole: return .whole(Int64(try int()))
    case .number: return .number(Double(bitPattern: try fixed()))
    case .nanoseconds: return .nanoseconds(Int64(try int()))
    case .date:
      guard let date = CalendarDate(year: try int(), month: try int(), day: try int()) else {
        throw Unreadable()
      }
      return .date(date)
    case .text: return .text(try text())
    case .reference: return .reference(try text())
    case .list:
      guard let item = type.itemType else { throw Unreadable() }
      return .list(
        try list { reader throws(Unreadable) in
          let span = try reader.span()
          return Value.Item(value: try reader.value(item), span: span)
        })
    case .record:
      guard case .record(let recordType) = type else { throw Unreadable() }
      return .record(try record(recordType))
    case .labels:
      return .labels(
        try list { reader throws(Unreadable) in
          Value.Label(name: try reader.text(), value: try reader.text())
        })
    case nil: throw Unreadable()
    }
  }
}
