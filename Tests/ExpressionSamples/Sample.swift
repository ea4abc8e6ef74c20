package import Expressions
package import SourceText

/// A record of tests: what is not among its values is undeclared.
package final class SampleRecord: Record {
  package let typeName: String
  package let label: String
  private let fields: [RecordField]
  private let values: [String: Value]

  package init(_ type: RecordType, at path: String, _ values: [String: Value]) {
    typeName = type.name
    label = path
    fields = type.fields
    self.values = values
  }

  package func value(ofField slot: Int) -> Value {
    let name = fields[slot].name
    return values[name] ?? .unknown(Unknown(path: label + "." + name))
  }
}

/// A small world of records, some of which refer to each other.
package enum Sample {
  package static let latency = RecordType(
    "Latency", [RecordField("p50", .duration), RecordField("p95", .duration)])
  package static let store = RecordType(
    "Store",
    [
      RecordField("id", .string),
      RecordField("kind", .choice(["redis", "postgres", "in-process"])),
      RecordField("latency", .record("Latency")),
      RecordField("rebuildable_from", .record("Component"), isReference: true),
      RecordField("backup", .record("Latency")),
      RecordField("labels", .map(.string, .string)),
    ])
  package static let component = RecordType(
    "Component",
    [
      RecordField("id", .string),
      RecordField("kind", .choice(["rag", "buffer", "summary"])),
      RecordField("patterns", .list(.choice(["rag", "buffer", "summary"]))),
      RecordField("store", .record("Store"), isReference: true),
      RecordField("writers", .int),
      RecordField("share", .double),
      RecordField("ttl", .duration),
      RecordField("shared", .bool),
      RecordField("name", .string),
      RecordField("reads", .list(.record("Component")), isReference: true),
    ])
  package static let schema = Schema([latency, store, component])
  package static let variables = [
    Variable("subject", .record("Component")), Variable("components", .list(.record("Component"))),
    Variable("stores", .list(.record("Store"))), Variable("today", .timestamp),
  ]

  package static let redis = SampleRecord(
    store, at: "stores.redis",
    ["id": .string("redis"), "kind": .string("redis"), "backup": .null])
  package static let index = SampleRecord(
    component, at: "components.index",
    [
      "id": .string("index"), "kind": .string("rag"), "store": .record(redis),
      "patterns": .list(of: [.string("rag")]), "writers": .int(2), "ttl": .null,
      "shared": .bool(true), "name": .string("the index"), "reads": .list(of: []),
      "share": .double(0.5),
    ])
  package static let history = SampleRecord(
    component, at: "components.history", ["id": .string("history"), "kind": .string("buffer")])

  package static func values(subject: SampleRecord = index) -> [Value] {
    [
      .record(subject), .list(of: [.record(index), .record(history)]), .list(of: [.record(redis)]),
      CalendarDate(year: 2026, month: 9, day: 1).map { .timestamp($0.midnight) } ?? .null,
    ]
  }

  /// What an expression gives, in words: a value, `undeclared(…)`, `error: …` or what is wrong in it.
  package static func outcome(
    of text: String, subject: SampleRecord = index, options: Options = Options(),
    budget: Int = Limits.cost
  ) -> String {
    let (expression, diagnostics) = Expression.compile(
      text, schema: schema, variables: variables, options: options)
    guard let expression else {
      return "wrong: " + diagnostics.map(\.message).joined(separator: "; ")
    }
    switch expression.evaluate(values(subject: subject), budget: budget) {
    case .success(let value): return value.description
    case .failure(let error): return "error: " + error.message
    }
  }

  package static func diagnostics(of text: String, expecting type: ValueType = .dyn) -> [Diagnostic]
  {
    Expression.compile(text, schema: schema, variables: variables, expecting: type).diagnostics
  }
}
