package import Bytes
internal import SourceText

extension ByteWriter {
  /// An expression: what can be told of it at a glance, its nodes, and what else is known of it, each to be read apart.
  package mutating func write(_ expression: Expression) throws(Unwritable) {
    write(expression.slotCount)
    let account = expression.account
    write { part in
      part.write(account.text)
      part.write(account.type)
      part.write(account.reads) { writer, read in writer.write(read) }
    }
    write(expression.glanceBytes) { writer, glance in writer.write { $0.append(glance) } }
    try write { part throws(Unwritable) in try part.write(expression.root) }
    write(expression.firstOwnSlot)
  }
}

extension ByteReader {
  /// - Parameter schema: What the expression was checked with; asked for where a field is looked up by its name.
  package mutating func expression(_ schema: @escaping @Sendable () -> Schema) throws(Unreadable)
    -> Expression
  {
    let slotCount = try int()
    let account = try part()
    let glance = try optional { reader throws(Unreadable) in try reader.part() }
    let bytes = try part()
    let firstOwnSlot = try int()
    guard 0...Limits.length ~= slotCount, 0...slotCount ~= firstOwnSlot else { throw Unreadable() }
    let nodes = Later.Source(
      bytes: bytes, slotCount: slotCount, firstOwnSlot: firstOwnSlot, depth: 0, schema: schema)
    return Expression(
      .prepared(account), Later(nodes, at: Span(at: 0)), slotCount: slotCount,
      firstOwnSlot: firstOwnSlot, glance: glance)
  }
}

extension Expression {
  /// An expression that has no value: it stands for one that cannot be read.
  package static func failing(_ message: String) -> Expression {
    Expression(
      .checked(Account()), Later(Failure(message, at: Span(at: 0))), slotCount: 0,
      firstOwnSlot: .max)
  }
}

extension Expression.Account {
  /// Empty where the bytes cannot be read.
  init(_ slice: ByteSlice) {
    var reader = ByteReader(slice)
    do throws(Unreadable) {
      text = try reader.text()
      type = try reader.type()
      reads = try reader.list { reader throws(Unreadable) in try reader.fieldRead() }
    } catch {
      self = Self()
    }
  }
}
