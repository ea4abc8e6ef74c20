/// One field of a record: its name, its type and one line of documentation. Decoding, error messages, the JSON
/// Schema, the types that rules are checked against and the reference pages all follow from it.
package struct Field: Sendable {
  package let name: String
  package let type: FieldType
  package let doc: String
  package private(set) var isRequired = false
  /// Whether `none` may be written: there is none.
  package private(set) var allowsNone = true
  /// The kinds of component that have the field; empty for all.
  package private(set) var kinds: [ComponentKind] = []

  package init(_ name: String, _ type: FieldType, _ doc: String) {
    self.name = name
    self.type = type
    self.doc = doc
    if case .boolean = type { allowsNone = false }
  }

  /// A field without which the record is not read.
  package static func required(_ name: String, _ type: FieldType, _ doc: String) -> Field {
    var field = Field(name, type, doc)
    field.isRequired = true
    field.allowsNone = false
    return field
  }

  /// An optional field that can be left out, but of which there is never none.
  package static func neverNone(_ name: String, _ type: FieldType, _ doc: String) -> Field {
    var field = Field(name, type, doc)
    field.allowsNone = false
    return field
  }

  /// Fields that only components of some kinds have.
  package static func of(_ kinds: ComponentKind..., fields: [Field]) -> [Field] {
    fields.map { field in
      var field = field
      field.kinds = kinds
      return field
    }
  }
}
