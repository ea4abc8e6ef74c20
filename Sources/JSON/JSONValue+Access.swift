extension JSONValue {
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  /// A number, whole or not.
  package var number: Double? {
    switch self {
    case .int(let whole): Double(whole)
    case .double(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }
}
