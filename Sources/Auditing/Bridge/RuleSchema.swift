internal import Analysis
package import Architecture
package import Expressions

/// What rules can name: the records of the architecture file, with the facts beside what is declared.
package enum RuleSchema {
  package static let schema = Schema(
    Architecture.RecordType.architecture.family.dropFirst().map(recordType)
      + Fact.Owner.all.map(factsType))

  /// The roots of a rule's expressions: the top-level keys, `today`, and `subject` unless the rule is about the whole
  /// system.
  package static func variables(for subject: Collection?) -> [Variable] {
    let roots = Architecture.RecordType.architecture.fields.map {
      Variable($0.name, valueType($0.type))
    }
    let subjects = subject.map { [Variable("subject", .record($0.singular), varies: true)] } ?? []
    return roots + [Variable("today", .timestamp)] + subjects
  }

  private static func recordType(_ type: Architecture.RecordType) -> Expressions.RecordType {
    let fields = type.fields.map { field in
      RecordField(
        field.name, valueType(field.type), isReference: field.type.leadsToAPart, doc: field.doc)
    }
    return Expressions.RecordType(type.key, fields + derivedFields(of: type))
  }

  private static func derivedFields(of type: Architecture.RecordType) -> [RecordField] {
    guard let owner = Fact.Owner(type) else { return [] }
    return DerivedField.all(of: owner).map { field in
      switch field {
      case .patterns:
        RecordField(
          field.rawValue, valueType(.list(.choice(ComponentKind.patterns))),
          doc: "The rows of the map that the component belongs to.")
      case .facts:
        RecordField(
          field.rawValue, .record(factsName(owner)), isReference: true, doc: "What follows.")
      }
    }
  }

  private static func factsType(_ owner: Fact.Owner) -> Expressions.RecordType {
    Expressions.RecordType(
      factsName(owner),
      Fact.all(of: owner).map {
        RecordField($0.name, valueType($0.type), isReference: true, doc: $0.doc)
      })
  }

  private static func factsName(_ owner: Fact.Owner) -> String {
    switch owner {
    case .system: "system_facts"
    case .part(let collection): collection.singular + "_facts"
    }
  }

  static func valueType(_ type: FieldType) -> ValueType {
    switch type {
    case .boolean: .bool
    case .version, .count, .positive, .size, .tokens: .int
    case .number, .money, .percentage, .share, .rate: .double
    case .duration: .duration
    case .date: .timestamp
    case .text, .identifier, .path: .string
    case .choice(let choice): .choice(choice.names)
    case .reference(let collections):
      collections.count == 1 ? .record(collections[0].singular) : .string
    case .list(let item), .listOrSingle(let item): .list(valueType(item))
    case .record(let type): .record(type.key)
    case .labels: .map(.string, .string)
    }
  }
}

extension Fact.Owner {
  /// The owner of the facts that stand beside the fields of a record type.
  init?(_ type: Architecture.RecordType) {
    if type === Architecture.RecordType.system {
      self = .system
    } else if let collection = Collection.allCases.first(where: { $0.recordType === type }) {
      self = .part(collection)
    } else {
      return nil
    }
  }
}

extension FieldType {
  /// Whether a value is another part of the system, with a path of its own.
  fileprivate var leadsToAPart: Bool {
    switch self {
    case .reference(let collections): collections.count == 1
    case .list(let item), .listOrSingle(let item): item.leadsToAPart
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size, .tokens, .rate, .date, .text, .identifier, .path, .choice, .record, .labels:
      false
    }
  }
}
