package import JSON

/// The JSON Schema of the architecture file, for editors: it accepts what the reader accepts, but for references,
/// what only YAML can tell (quotes, duplicate keys) and sums over several fields.
package enum JSONSchema {
  package static var architecture: JSONValue {
    let family = RecordType.architecture.family
    let definitions = family.dropFirst().map { JSONValue.Member($0.key, schema($0)) }
    let kindGroups = kindGroups.map { JSONValue.Member(key(kinds: $0), requirement($0)) }
    guard case .object(let root) = schema(.architecture) else { return .null }
    return .object(
      [
        JSONValue.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSONValue.Member("title", "memaudit architecture"),
      ] + root + [JSONValue.Member("$defs", .object(definitions + kindGroups))])
  }

  private static func schema(_ type: RecordType) -> JSONValue {
    let required = type.fields.filter(\.isRequired).map(\.name)
    let alternatives = type.atLeastOneOf.map { name -> JSONValue in ["required": .strings([name])] }
    let limited = type.fields.filter { !$0.kinds.isEmpty }
    let mapping = JSONValue.object(
      ("description", .string(type.doc)),
      ("type", "object"),
      ("required", required.isEmpty ? nil : .strings(required)),
      ("anyOf", alternatives.isEmpty ? nil : .array(alternatives)),
      ("properties", .object(type.fields.map { JSONValue.Member($0.name, schema($0)) })),
      ("patternProperties", ["^x-": true]),
      ("additionalProperties", false),
      (
        "dependentSchemas",
        limited.isEmpty
          ? nil
          : .object(limited.map { JSONValue.Member($0.name, reference(key(kinds: $0.kinds))) })
      ))
    guard !type.shorthands.isEmpty else { return mapping }
    return ["anyOf": .array(type.shorthands.map { schema($0.type) } + [mapping])]
  }

  private static func schema(_ field: Field) -> JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member("description", .string(documentation(field)))
    ]
    var type = schema(field.type)
    if field.allowsNone {
      type =
        switch field.type {
        case .choice(let choice):
          ["enum": .array(choice.words.map(JSONValue.string) + ["none", .null])]
        default: ["anyOf": [type, ["enum": ["none", .null]]]]
        }
    } else if field.isRequired, case .text = field.type, case .object(let text) = type {
      type = .object(text + [JSONValue.Member("not", ["const": "none"])])
    }
    if case .object(let typeMembers) = type { members += typeMembers }
    if field.isRequired, case .list = field.type { members.append(JSONValue.Member("minItems", 1)) }
    return .object(members)
  }

  /// A field's line of documentation, and what the words of its choice mean.
  private static func documentation(_ field: Field) -> String {
    guard let choice = field.type.choice else { return field.doc }
    let meanings = choice.options.filter { !$0.meaning.isEmpty }.map {
      "`\($0.name)`: \($0.meaning)"
    }
    return meanings.isEmpty
      ? field.doc : field.doc + "\n\n" + meanings.joined(separator: "; ") + "."
  }

  private static func schema(_ type: FieldType) -> JSONValue {
    switch type {
    case .boolean: ["type": "boolean"]
    case .version(let version): ["const": .int(version)]
    case .count: ["type": "integer", "minimum": 0]
    case .positive: ["type": "integer", "minimum": 1]
    case .number, .money: ["type": "number", "minimum": 0]
    case .percentage: pattern("%")
    case .share: ["type": "string", "pattern": #"^(0*100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)%$"#]
    case .duration: pattern(units(.time))
    case .size: pattern(units(.bytes))
    case .tokens: ["anyOf": [["type": "integer", "minimum": 0], pattern("[kM]")]]
    case .rate: pattern(units(.rate))
    case .date: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .text, .path: text
    case .identifier, .reference:
      [
        "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$",
        "maxLength": .int(Int64(FieldType.longestIdentifier)),
        "not": ["pattern": .string(reservedPattern)],
      ]
    case .choice(let choice): ["enum": .strings(choice.words)]
    case .list(let item): list(item)
    case .listOrSingle(let item): ["anyOf": [schema(item), list(item)]]
    case .record(let type): reference(type.key)
    case .labels: ["type": "object", "additionalProperties": text]
    }
  }

  private static let text: JSONValue = [
    "type": ["string", "number", "boolean"], "minLength": 1,
    "maxLength": .int(Int64(FieldType.longestText)),
  ]

  private static func list(_ item: FieldType) -> JSONValue {
    if case .record = item { return ["type": "array", "items": schema(item)] }
    return ["type": "array", "items": schema(item), "uniqueItems": true]
  }

  /// A word that no id may be, in any case.
  private static var reservedPattern: String {
    let words = FieldType.reservedIdentifiers.map { word in
      word.map { "[\($0.uppercased())\($0)]" }.joined()
    }
    return "^(" + words.joined(separator: "|") + ")$"
  }

  private static func units(_ units: Units) -> String {
    "(" + units.names.joined(separator: "|") + ")"
  }

  private static func pattern(_ unit: String) -> JSONValue {
    ["type": "string", "pattern": .string(#"^[0-9]+(\.[0-9]+)?"# + unit + "$")]
  }

  private static func key(kinds: [ComponentKind]) -> String {
    "only_" + kinds.map(\.rawValue).joined(separator: "_or_")
  }

  private static func reference(_ key: String) -> JSONValue {
    ["$ref": .string("#/$defs/" + key)]
  }

  /// Every group of kinds that some field belongs to.
  private static var kindGroups: [[ComponentKind]] {
    RecordType.component.fields.map(\.kinds).reduce(into: []) { groups, kinds in
      if !kinds.isEmpty, !groups.contains(kinds) { groups.append(kinds) }
    }
  }

  /// That the kind, where it is written, is one of those that have the field.
  private static func requirement(_ kinds: [ComponentKind]) -> JSONValue {
    let names = kinds + [.custom]
    let words = JSONValue.strings(names.flatMap { [$0.rawValue] + $0.aliases })
    return [
      "properties": [
        "kind": [
          "anyOf": [
            ["enum": words], ["type": "array", "contains": ["enum": words]],
            ["type": "array", "maxItems": 0],
          ]
        ]
      ]
    ]
  }
}
