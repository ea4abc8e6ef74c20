internal import SourceText

/// The description of a record: its fields in the order in which they are documented.
package final class RecordType: Sendable {
  /// A value that stands for the whole record: `replicas: 3` for `replicas: {min: 3, max: 3}`.
  package struct Shorthand: Sendable {
    package let type: FieldType
    /// The fields that the value fills; the others are none.
    package let fills: [String]

    package init(_ type: FieldType, fills: String...) {
      self.type = type
      self.fills = fills
    }
  }

  /// A field that is kept of a whole, which another field holds: it is less than that.
  package struct Part: Sendable {
    package let name: String
    package let whole: String
  }

  package let name: String
  package let doc: String
  package let fields: [Field]
  /// The places of the fields that must be written.
  let required: [Int]
  let names: NameTable
  /// For each field, the description of the record that it holds, or of those in its list.
  let inner: [RecordType?]
  /// For each field, the kinds of component that have it; empty for all.
  let kinds: [ComponentKinds]
  package let shorthands: [Shorthand]
  /// Fields whose values may not fall from one to the next.
  package let ascending: [String]
  package let parts: [Part]
  /// Fields of which one at least must be written.
  package let atLeastOneOf: [String]

  package init(
    _ name: String, _ doc: String, shorthands: [Shorthand] = [], ascending: [String] = [],
    parts: [Part] = [], atLeastOneOf: [String] = [], _ fields: [Field]
  ) {
    self.name = name
    self.doc = doc
    self.fields = fields
    required = fields.indices.filter { fields[$0].isRequired }
    names = NameTable(fields.map(\.name))
    inner = fields.map(\.type.recordType)
    kinds = fields.map { ComponentKinds($0.kinds) }
    self.shorthands = shorthands
    self.ascending = ascending
    self.parts = parts
    self.atLeastOneOf = atLeastOneOf
  }

  /// Its name without an article, as one word: how the schema and rules call it.
  package var key: String {
    let words = name.split(separator: " ").filter { $0 != "a" && $0 != "an" && $0 != "the" }
    return words.joined(separator: "_")
  }

  /// Whether its records have an id, by which others refer to them.
  package var isElement: Bool { fields.first?.name == "id" }

  /// The type and every type that its fields lead to, each once, in the order of the documentation.
  package var family: [RecordType] {
    var family: [RecordType] = []
    collect(into: &family)
    return family
  }

  private func collect(into family: inout [RecordType]) {
    guard !family.contains(where: { $0 === self }) else { return }
    family.append(self)
    for field in fields { field.type.recordType?.collect(into: &family) }
  }

  /// Where the field of a name stands that the record has.
  func index(ofOwn stamp: NameStamp) -> Int? { names.place(ofOwn: stamp) }

  /// Where a field of a name stands; nil where there is none.
  package func index(of name: String) -> Int? { names.place(of: name) }
}
