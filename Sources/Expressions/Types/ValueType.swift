/// The type of an expression.
package indirect enum ValueType: Hashable, Sendable {
  case null
  case bool
  case int
  case double
  case string
  /// A string that is one of the declared names.
  case choice([String])
  case list(ValueType)
  case map(ValueType, ValueType)
  case duration
  case timestamp
  /// A record type of the schema, by its name.
  case record(String)
  /// Any type; decided only when the expression runs.
  case dyn
  /// The type of an empty list's elements: fits everywhere.
  case nothing
}

extension ValueType: CustomStringConvertible {
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .choice(let names): names.joined(separator: "|")
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .duration: "duration"
    case .timestamp: "timestamp"
    case .record(let name): name
    case .dyn, .nothing: "dyn"
    }
  }
}

extension ValueType {
  var isNumber: Bool {
    switch self {
    case .int, .double: true
    case .null, .bool, .string, .choice, .list, .map, .duration, .timestamp, .record, .dyn,
      .nothing:
      false
    }
  }

  /// Whether nothing more can be said before the expression runs.
  var isOpen: Bool { self == .dyn || self == .nothing }

  /// The names to choose from, of the type itself or of a list's elements.
  var choices: [String]? {
    switch self {
    case .choice(let names): names
    case .list(let element): element.choices
    case .null, .bool, .int, .double, .string, .map, .duration, .timestamp, .record, .dyn,
      .nothing:
      nil
    }
  }

  /// Whether a value of this type may stand where `other` is asked for.
  func fits(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn), (.nothing, _): true
    case (.choice, .string), (.choice, .choice): true
    case (.list(let mine), .list(let asked)): mine.fits(asked)
    case (.map(let key, let value), .map(let askedKey, let askedValue)):
      key.fits(askedKey) && value.fits(askedValue)
    default: self == other
    }
  }

  /// The one type of values that have this type or the other, if there is one. `none` is a value of
  /// every type.
  func joined(with other: ValueType) -> ValueType? {
    if self == other { return self }
    switch (self, other) {
    case (.nothing, let type), (let type, .nothing): return type
    case (.dyn, _), (_, .dyn): return .dyn
    case (.null, let type), (let type, .null): return type
    case (.choice(let names), .choice(let others)):
      return .choice(names + others.filter { !names.contains($0) })
    case (.choice, .string), (.string, .choice): return .string
    case (.list(let element), .list(let otherElement)):
      return element.joined(with: otherElement).map { .list($0) }
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      guard let joinedKey = key.joined(with: otherKey),
        let joinedValue = value.joined(with: otherValue)
      else { return nil }
      return .map(joinedKey, joinedValue)
    default: return nil
    }
  }

  /// Whether `==` between the two can be true.
  func isComparable(with other: ValueType) -> Bool {
    isNumber && other.isNumber || joined(with: other) != nil
  }
}
