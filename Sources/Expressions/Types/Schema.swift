/// One field of a record type.
package struct RecordField: Hashable, Sendable {
  package let name: String
  package let type: ValueType
  /// Whether the field leads to another record with a path of its own.
  package let isReference: Bool
  package let doc: String

  package init(_ name: String, _ type: ValueType, isReference: Bool = false, doc: String = "") {
    self.name = name
    self.type = type
    self.isReference = isReference
    self.doc = doc
  }
}

/// A record type: a name and fields in order. A field's slot is its index.
package struct RecordType: Sendable {
  package let name: String
  package let fields: [RecordField]
  private let slots: [String: Int]

  package init(_ name: String, _ fields: [RecordField]) {
    self.name = name
    self.fields = fields
    self.slots = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where a record of the type keeps a field.
  package func slot(of field: String) -> Int? { slots[field] }
}

/// The record types that expressions know, by name: types may refer to each other in circles.
package struct Schema: Sendable {
  package let types: [String: RecordType]

  package init(_ types: [RecordType] = []) {
    self.types = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A root of expressions. Its slot is its index among the variables.
package struct Variable: Hashable, Sendable {
  package let name: String
  package let type: ValueType
  /// Whether it has other values where the same variables are evaluated again: what does not read it is shared.
  package let varies: Bool

  package init(_ name: String, _ type: ValueType, varies: Bool = false) {
    self.name = name
    self.type = type
    self.varies = varies
  }
}

/// A field of a record type that an expression reads.
package struct FieldRead: Hashable, Sendable {
  package let record: String
  package let field: String

  package init(record: String, field: String) {
    self.record = record
    self.field = field
  }
}
