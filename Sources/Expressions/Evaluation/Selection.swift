internal import Bytes
internal import SourceText

/// A field of a record whose type is known: read by its slot.
final class FieldOfRecord: Node {
  let operand: Node
  private let source: Source
  let slot: Int
  let isReference: Bool
  let none: Value
  /// The operand's slot, where it is a variable: a short way.
  private let local: Int?
  override var children: [Node] { [operand] }

  /// Where the field's name is, which only what is undeclared asks for.
  enum Source {
    case read(FieldRead)
    case prepared(ByteSlice)
  }

  init(
    _ operand: Node, _ source: Source, slot: Int, isReference: Bool, none: Value, at span: Span
  ) {
    self.operand = operand
    self.source = source
    self.slot = slot
    self.isReference = isReference
    self.none = none
    self.local = (operand as? Local)?.slot
    super.init(at: span)
  }

  var read: FieldRead {
    switch source {
    case .read(let read): read
    case .prepared(let slice): FieldRead(slice)
    }
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    let value = try stored(&machine)
    if case .null = value { return none }
    return value
  }

  /// The field's value, none being null.
  @inline(__always)
  func stored(_ machine: inout Machine) throws(EvaluationError) -> Value {
    if let local, case .record(let record) = machine[local] { return field(of: record) }
    switch try operand.evaluate(&machine) {
    case .record(let record): return field(of: record)
    case .null: return .null
    case .unknown(let unknown):
      let deeper = unknown.field(read.field)
      return .unknown(isReference ? deeper.closed : deeper)
    case let other:
      throw EvaluationError("a \(other.kind) has no fields", at: span)
    }
  }

  @inline(__always)
  private func field(of record: any Record) -> Value {
    let value = record.value(ofField: slot)
    if isReference, case .unknown(let unknown) = value { return .unknown(unknown.closed) }
    return value
  }
}

extension ValueType {
  /// What is read where the file says that there is none: a list or a map is empty.
  var none: Value {
    switch self {
    case .list: .list(ListValue([]))
    case .map: .map(MapValue())
    case .null, .bool, .int, .double, .string, .choice, .duration, .timestamp, .record, .dyn,
      .nothing:
      .null
    }
  }
}

/// A field of a map, or of a record whose type is known only now.
final class FieldByName: Node {
  let operand: Node
  let name: String
  let schema: Schema
  override var children: [Node] { [operand] }

  init(_ operand: Node, _ name: String, _ schema: Schema, at span: Span) {
    self.operand = operand
    self.name = name
    self.schema = schema
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    switch try operand.evaluate(&machine) {
    case .map(let map):
      guard let value = map[.string(CodePoints(name))] else {
        throw EvaluationError("the map has no key \(quoted(name))", at: span)
      }
      return value
    case .record(let record):
      return try field(of: record, none: true)
    case .unknown(let unknown): return .unknown(unknown.field(name))
    case let other:
      throw EvaluationError("a \(other.kind) has no fields", at: span)
    }
  }

  private func field(of record: any Record, none: Bool) throws(EvaluationError) -> Value {
    guard let type = schema.types[record.typeName], let slot = type.slot(of: name) else {
      throw EvaluationError("\(name) is not a field of \(record.typeName)", at: span)
    }
    let field = type.fields[slot]
    let value = record.value(ofField: slot)
    if none, case .null = value { return field.type.none }
    if field.isReference, case .unknown(let unknown) = value { return .unknown(unknown.closed) }
    return value
  }

  /// Whether the field is there.
  func presence(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try operand.evaluate(&machine) {
    case .map(let map): return .bool(map[.string(CodePoints(name))] != nil)
    case .record(let record): return try field(of: record, none: false).presence
    case .unknown(let unknown): return .unknown(unknown.field(name))
    case let other:
      throw EvaluationError("a \(other.kind) has no fields", at: span)
    }
  }
}

/// `has(x.f)`: whether something is declared there; none is not.
final class Presence: Node {
  let field: Node
  override var children: [Node] { field.children }

  init(_ field: Node, at span: Span) {
    self.field = field
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    if let field = field as? FieldOfRecord { return try field.stored(&machine).presence }
    if let field = field as? FieldByName { return try field.presence(&machine) }
    return try field.evaluate(&machine).presence
  }
}

extension Value {
  fileprivate var presence: Value {
    switch self {
    case .null: .bool(false)
    case .unknown: self
    case .bool, .int, .double, .string, .list, .map, .duration, .timestamp, .record: .bool(true)
    }
  }
}

/// `declared(x.f)`: whether the file says anything; never unknown.
final class Declared: Node {
  let field: Node
  override var children: [Node] { [field] }

  init(_ field: Node, at span: Span) {
    self.field = field
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    guard case .unknown(let unknown) = try field.evaluate(&machine) else { return .bool(true) }
    return machine.doubtsGuards ? .unknown(unknown.closed) : .bool(false)
  }
}

/// `list[0]`, `map['key']`.
final class Index: Node {
  let operand: Node
  let place: Node
  override var children: [Node] { [operand, place] }

  init(_ operand: Node, _ place: Node, at span: Span) {
    self.operand = operand
    self.place = place
    super.init(at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try machine.charge(1, at: span)
    let container = try operand.evaluate(&machine)
    let index = try place.evaluate(&machine)
    if let unknown = Value.unknown(in: [container, index]) { return .unknown(unknown) }
    switch container {
    case .list(let list): return try element(of: list, at: index, &machine)
    case .map(let map):
      guard let key = MapKey(index) else {
        throw EvaluationError("a \(index.kind) is not a key of a map", at: place.span)
      }
      guard let value = map[key] else {
        throw EvaluationError("the map has no key \(index)", at: place.span)
      }
      return value
    case let other:
      throw EvaluationError("a \(other.kind) has no elements", at: span)
    }
  }

  private func element(of list: ListValue, at index: Value, _ machine: inout Machine)
    throws(EvaluationError) -> Value
  {
    let position: Int
    switch index {
    case .int(let number): position = Int(number)
    case .double(let number):
      guard let whole = number.whole else {
        throw EvaluationError("\(number) is not an index", at: place.span)
      }
      position = Int(whole)
    case let other:
      throw EvaluationError("a \(other.kind) is not an index", at: place.span)
    }
    guard list.elements.indices.contains(position) else {
      throw EvaluationError(
        "the list has \(list.elements.count) elements, none at \(position)", at: place.span)
    }
    guard !list.doubts.isEmpty else { return list.elements[position] }
    // An element that is perhaps not there moves all that follow, and perhaps there are too few.
    try machine.charge(position, at: span)
    var union = UnknownUnion()
    for case let doubt? in list.doubts.prefix(position + 1) { union.add(doubt) }
    return union.result.map { .unknown($0) } ?? list.elements[position]
  }
}

extension Value {
  /// The union of the unknowns among the values; nil where there is none.
  static func unknown(in values: [Value]) -> Unknown? {
    var union = UnknownUnion()
    for case .unknown(let unknown) in values { union.add(unknown) }
    return union.result
  }
}
