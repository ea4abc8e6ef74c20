internal import Bytes
internal import SourceText

/// Makes the nodes of an expression from its bytes. They were checked before they were written: nothing is checked
/// again but that the bytes can be read.
struct NodeReader {
  private var bytes: ByteReader
  private let slotCount: Int
  private let firstOwnSlot: Int
  private let schema: @Sendable () -> Schema
  private var depth: Int

  init(
    _ bytes: ByteReader, slotCount: Int, firstOwnSlot: Int, depth: Int,
    schema: @escaping @Sendable () -> Schema
  ) {
    self.bytes = bytes
    self.slotCount = slotCount
    self.firstOwnSlot = firstOwnSlot
    self.depth = depth
    self.schema = schema
  }

  /// More levels than any expression has, sharing and constants counted.
  private static let nesting = 4 * Limits.nesting
  private static let operators = BinaryOperator.allCases

  mutating func node() throws(Unreadable) -> Node {
    guard depth < Self.nesting, let code = NodeCode(rawValue: try bytes.byte()) else {
      throw Unreadable()
    }
    depth += 1
    defer { depth -= 1 }
    let start = try bytes.int()
    let (end, overflow) = start.addingReportingOverflow(try bytes.int())
    if overflow { throw Unreadable() }
    return try node(code, at: Span(start, end))
  }

  private mutating func node(_ code: NodeCode, at span: Span) throws(Unreadable) -> Node {
    switch code {
    case .constant: return Constant(try value(), at: span)
    case .local: return Local(try slot(), at: span)
    case .failure: return Failure(try bytes.text(), at: span)
    case .binding: return Binding(try ownSlot(), try node(), body: try node(), at: span)
    case .list: return ListNode(try nodes(), at: span)
    case .map: return try map(at: span)
    case .fieldOfRecord: return try fieldOfRecord(at: span)
    case .fieldByName: return FieldByName(try node(), try bytes.text(), schema(), at: span)
    case .presence: return Presence(try node(), at: span)
    case .declared: return Declared(try node(), at: span)
    case .certain: return Presumed(.certain, try node(), at: span)
    case .possible: return Presumed(.possible, try node(), at: span)
    case .index: return Index(try node(), try node(), at: span)
    case .shared: return Shared(try node(), at: span)
    case .later:
      return Later(try later(), at: span)
    case .binary:
      return Binary(try bytes.one(of: Self.operators), try node(), try node(), at: span)
    case .textEquality:
      let isEqual = try bytes.flag()
      let operand = try node()
      let literal = try node()
      return TextEquality(operand, literal, try text(of: literal), isEqual: isEqual, at: span)
    case .negative: return Negative(try node(), at: span)
    case .and: return try logical(.and, at: span)
    case .or: return try logical(.or, at: span)
    case .not: return Not(try node(), at: span)
    case .conditional: return Conditional(try node(), try node(), try node(), at: span)
    case .all, .exists, .existsOne, .listTransform, .mapTransform: return try loop(code, at: span)
    case .call:
      guard let function = Function.named(try bytes.text()) else { throw Unreadable() }
      let arguments = try nodes()
      guard function.signatures.contains(where: { $0.parameters.count == arguments.count }) else {
        throw Unreadable()
      }
      return CallNode(function, arguments, at: span)
    case .match: return try match(at: span)
    }
  }

  private mutating func nodes() throws(Unreadable) -> [Node] {
    let count = try bytes.count()
    var nodes: [Node] = []
    nodes.reserveCapacity(count)
    for _ in 0..<count { nodes.append(try node()) }
    return nodes
  }

  private mutating func slot() throws(Unreadable) -> Int {
    let slot = try bytes.int()
    guard 0..<slotCount ~= slot else { throw Unreadable() }
    return slot
  }

  /// The slot of a value that the expression names itself: those of variables are never written.
  private mutating func ownSlot() throws(Unreadable) -> Int {
    let slot = try slot()
    guard slot >= firstOwnSlot else { throw Unreadable() }
    return slot
  }

  private mutating func map(at span: Span) throws(Unreadable) -> Node {
    let nodes = try nodes()
    guard nodes.count.isMultiple(of: 2) else { throw Unreadable() }
    return MapNode(
      stride(from: 0, to: nodes.count, by: 2).map { (key: nodes[$0], value: nodes[$0 + 1]) },
      at: span)
  }

  private mutating func fieldOfRecord(at span: Span) throws(Unreadable) -> Node {
    let operand = try node()
    let read = try bytes.part()
    let slot = try bytes.int()
    let isReference = try bytes.flag()
    let none = try self.none()
    guard slot >= 0 else { throw Unreadable() }
    return FieldOfRecord(
      operand, .prepared(read), slot: slot, isReference: isReference, none: none, at: span)
  }

  /// A part that is passed over.
  private mutating func later() throws(Unreadable) -> Later.Source {
    Later.Source(
      bytes: try bytes.part(), slotCount: slotCount, firstOwnSlot: firstOwnSlot, depth: depth,
      schema: schema)
  }

  /// What is read where there is none.
  private mutating func none() throws(Unreadable) -> Value {
    switch ValueCode(rawValue: try bytes.byte()) {
    case .null: ValueType.null.none
    case .list: ValueType.list(.dyn).none
    case .map: ValueType.map(.dyn, .dyn).none
    case .no, .yes, .int, .double, .string, nil: throw Unreadable()
    }
  }

  private mutating func logical(_ operation: LogicalOperator, at span: Span) throws(Unreadable)
    -> Node
  {
    let operands = try nodes()
    guard operands.count >= 2 else { throw Unreadable() }
    return Logical(operation, operands[0], operands[1], Array(operands.dropFirst(2)), at: span)
  }

  private mutating func loop(_ code: NodeCode, at span: Span) throws(Unreadable) -> Node {
    let range = try range()
    let bodies = try nodes()
    guard let first = bodies.first else { throw Unreadable() }
    let second = bodies.count > 1 ? bodies[1] : nil
    switch code {
    case .all: return Quantifier(isExists: false, range, first, at: span)
    case .exists: return Quantifier(isExists: true, range, first, at: span)
    case .existsOne: return ExistsOne(range, first, at: span)
    case .listTransform: return ListTransform(range, second, first, at: span)
    case .mapTransform: return MapTransform(range, second, first, at: span)
    default: throw Unreadable()
    }
  }

  private mutating func range() throws(Unreadable) -> LoopRange {
    let node = try node()
    let slot = try ownSlot()
    let isPaired = try bytes.flag()
    guard !isPaired || slot + 1 < slotCount else { throw Unreadable() }
    return LoopRange(node: node, slot: slot, isPaired: isPaired)
  }

  private mutating func match(at span: Span) throws(Unreadable) -> Node {
    let operand = try node()
    let literal = try node()
    return Match(
      operand, try text(of: literal), literal: literal, prepared: try bytes.part(), at: span)
  }

  private func text(of literal: Node) throws(Unreadable) -> String {
    guard case .string(let text)? = literal.constant else { throw Unreadable() }
    return text
  }

  private mutating func value() throws(Unreadable) -> Value {
    switch ValueCode(rawValue: try bytes.byte()) {
    case .null: return .null
    case .no: return .bool(false)
    case .yes: return .bool(true)
    case .int: return .int(Int64(try bytes.int()))
    case .double: return .double(Double(bitPattern: try bytes.fixed()))
    case .string: return .string(try bytes.text())
    case .list:
      guard depth < Self.nesting else { throw Unreadable() }
      depth += 1
      defer { depth -= 1 }
      let count = try bytes.count()
      var elements: [Value] = []
      elements.reserveCapacity(count)
      for _ in 0..<count { elements.append(try value()) }
      return .list(of: elements)
    case .map, nil: throw Unreadable()
    }
  }
}

extension FieldRead {
  /// Nameless where the bytes cannot be read.
  init(_ slice: ByteSlice) {
    var reader = ByteReader(slice)
    self = (try? reader.fieldRead()) ?? FieldRead(record: "", field: "")
  }
}

extension ByteReader {
  mutating func fieldRead() throws(Unreadable) -> FieldRead {
    FieldRead(record: try text(), field: try text())
  }

  mutating func type(depth: Int = 0) throws(Unreadable) -> ValueType {
    guard depth < Limits.nesting else { throw Unreadable() }
    switch TypeCode(rawValue: try byte()) {
    case .null: return .null
    case .bool: return .bool
    case .int: return .int
    case .double: return .double
    case .string: return .string
    case .choice: return .choice(try texts())
    case .list: return .list(try type(depth: depth + 1))
    case .map: return .map(try type(depth: depth + 1), try type(depth: depth + 1))
    case .duration: return .duration
    case .timestamp: return .timestamp
    case .record: return .record(try text())
    case .dyn: return .dyn
    case .nothing: return .nothing
    case nil: throw Unreadable()
    }
  }
}
