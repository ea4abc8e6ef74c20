/// What an expression works with.
package enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list(ListValue)
  case map(MapValue)
  case duration(DurationValue)
  case timestamp(TimestampValue)
  case record(any Record)
  case unknown(Unknown)
}

/// A record of the host, its fields resolved when they are asked for. Two records are equal if they
/// are the same object.
package protocol Record: AnyObject, Sendable {
  /// The name of the record's type in the schema.
  var typeName: String { get }

  /// How traces name the record.
  var label: String { get }

  /// The value of the field at a slot of the record's type: null for none, unknown for undeclared.
  func value(ofField slot: Int) -> Value
}

extension Record {
  package var label: String { typeName }
}

/// A list, some of whose elements may be uncertain: perhaps in the list, perhaps not.
package struct ListValue: Sendable {
  package let elements: [Value]
  /// For each element what must be declared to know whether it is there; empty where all are.
  let doubts: [Unknown?]

  package init(_ elements: [Value]) {
    self.elements = elements
    self.doubts = []
  }

  init(_ elements: [Value], doubts: [Unknown?]) {
    self.elements = elements
    self.doubts = doubts.contains { $0 != nil } ? doubts : []
  }

  /// What must be declared to know which elements are there.
  var doubt: Unknown? {
    var union = UnknownUnion()
    for case let doubt? in doubts { union.add(doubt) }
    return union.result
  }

  func doubt(at index: Int) -> Unknown? {
    doubts.isEmpty ? nil : doubts[index]
  }
}

extension Value {
  package static func list(of elements: [Value]) -> Value { .list(ListValue(elements)) }

  /// What errors call the value.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .list: "list"
    case .map: "map"
    case .duration: "duration"
    case .timestamp: "timestamp"
    case .record(let record): record.typeName
    case .unknown: "unknown"
    }
  }
}
