internal import Bytes
internal import SourceText

/// A part of an expression that there are no bytes for.
package struct Unwritable: Error {}

extension ByteWriter {
  mutating func write(_ node: Node) throws(Unwritable) {
    switch node {
    case let node as Constant:
      begin(.constant, node)
      try write(node.value)
    case let node as Local:
      begin(.local, node)
      write(node.slot)
    case let node as Failure:
      begin(.failure, node)
      write(node.message)
    case let node as Binding:
      begin(.binding, node)
      write(node.slot)
      try write(node.value)
      try write(node.body)
    case let node as FieldOfRecord: try write(node)
    case let node as FieldByName:
      begin(.fieldByName, node)
      try write(node.operand)
      write(node.name)
    case let node as CallNode:
      begin(.call, node)
      write(node.function.name)
      try writeAll(node.arguments)
    case let node as Match:
      begin(.match, node)
      try write(node.text)
      try write(node.literal)
      guard let expression = try? RegularExpression(node.pattern) else { throw Unwritable() }
      write { part in part.write(expression) }
    case let node as LoopNode: try write(loop: node)
    default: try write(operation: node)
    }
  }

  private mutating func write(operation node: Node) throws(Unwritable) {
    switch node {
    case let node as Binary:
      begin(.binary, node)
      write(place: node.operation, among: BinaryOperator.allCases)
      try write(node.left)
      try write(node.right)
    case let node as TextEquality:
      begin(.textEquality, node)
      write(node.isEqual)
      try write(node.operand)
      try write(node.literal)
    case let node as Logical:
      begin(node.operation == .and ? .and : .or, node)
      let operands = node.children
      try write(operands.enumerated()) { writer, operand throws(Unwritable) in
        try operand.offset == 0
          ? writer.write(operand.element) : writer.write(later: operand.element)
      }
    case let node as Presence: try write(.presence, node, over: [node.field])
    case is Declared: try write(.declared, node, over: node.children)
    case let node as Presumed:
      try write(node.presumption == .certain ? .certain : .possible, node, over: node.children)
    case is Index: try write(.index, node, over: node.children)
    case let node as Later: try write(node.part)
    case is Shared: try write(.shared, node, over: node.children)
    case is Negative: try write(.negative, node, over: node.children)
    case is Not: try write(.not, node, over: node.children)
    case let node as Conditional:
      begin(.conditional, node)
      try write(node.condition)
      try write(later: node.yes)
      try write(later: node.no)
    case let node as ListNode:
      begin(.list, node)
      try writeAll(node.elements)
    case let node as MapNode:
      begin(.map, node)
      try writeAll(node.children)
    default: throw Unwritable()
    }
  }

  private mutating func write(loop node: LoopNode) throws(Unwritable) {
    switch node {
    case let node as Quantifier:
      begin(node.isExists ? .exists : .all, node)
      try write(node.range)
      try writeAll(node.bodies)
    case let node as ExistsOne:
      begin(.existsOne, node)
      try write(node.range)
      try writeAll(node.bodies)
    case let node as ListTransform:
      begin(.listTransform, node)
      try write(node.range)
      try writeAll([node.result] + (node.condition.map { [$0] } ?? []))
    case let node as MapTransform:
      begin(.mapTransform, node)
      try write(node.range)
      try writeAll([node.result] + (node.condition.map { [$0] } ?? []))
    default: throw Unwritable()
    }
  }

  private mutating func write(_ node: FieldOfRecord) throws(Unwritable) {
    begin(.fieldOfRecord, node)
    try write(node.operand)
    write { part in part.write(node.read) }
    write(node.slot)
    write(node.isReference)
    switch node.none {
    case .null: write(ValueCode.null.rawValue)
    case .list: write(ValueCode.list.rawValue)
    case .map: write(ValueCode.map.rawValue)
    default: throw Unwritable()
    }
  }

  mutating func write(_ read: FieldRead) {
    write(read.record)
    write(read.field)
  }

  private mutating func write(_ range: LoopRange) throws(Unwritable) {
    try write(range.node)
    write(range.slot)
    write(range.isPaired)
  }

  private mutating func write(_ code: NodeCode, _ node: Node, over children: [Node])
    throws(Unwritable)
  {
    begin(code, node)
    for child in children { try write(child) }
  }

  /// A part that many evaluations do not come to.
  private mutating func write(later node: Node) throws(Unwritable) {
    var part = ByteWriter()
    try part.write(node)
    // A small part is read faster than it is put aside.
    if part.bytes.count < 24 { return append(part) }
    begin(.later, node)
    write { writer in writer.append(part) }
  }

  private mutating func writeAll(_ nodes: [Node]) throws(Unwritable) {
    try write(nodes) { writer, node throws(Unwritable) in try writer.write(node) }
  }

  private mutating func begin(_ code: NodeCode, _ node: Node) {
    write(code.rawValue)
    write(node.span.start)
    write(node.span.end - node.span.start)
  }

  private mutating func write(_ value: Value) throws(Unwritable) {
    switch value {
    case .null: write(ValueCode.null.rawValue)
    case .bool(let flag): write((flag ? ValueCode.yes : .no).rawValue)
    case .int(let number):
      write(ValueCode.int.rawValue)
      write(Int(number))
    case .double(let number):
      write(ValueCode.double.rawValue)
      write(fixed: number.bitPattern)
    case .string(let text):
      write(ValueCode.string.rawValue)
      write(text)
    case .list(let list):
      guard list.doubts.isEmpty else { throw Unwritable() }
      write(ValueCode.list.rawValue)
      try write(list.elements) { writer, value throws(Unwritable) in try writer.write(value) }
    case .map, .duration, .timestamp, .record, .unknown: throw Unwritable()
    }
  }

  mutating func write(_ type: ValueType) {
    switch type {
    case .null: write(TypeCode.null.rawValue)
    case .bool: write(TypeCode.bool.rawValue)
    case .int: write(TypeCode.int.rawValue)
    case .double: write(TypeCode.double.rawValue)
    case .string: write(TypeCode.string.rawValue)
    case .choice(let names):
      write(TypeCode.choice.rawValue)
      write(names)
    case .list(let element):
      write(TypeCode.list.rawValue)
      write(element)
    case .map(let key, let value):
      write(TypeCode.map.rawValue)
      write(key)
      write(value)
    case .duration: write(TypeCode.duration.rawValue)
    case .timestamp: write(TypeCode.timestamp.rawValue)
    case .record(let name):
      write(TypeCode.record.rawValue)
      write(name)
    case .dyn: write(TypeCode.dyn.rawValue)
    case .nothing: write(TypeCode.nothing.rawValue)
    }
  }
}
