import ExpressionSamples
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Expressions

@Suite struct UnknownTests {
  /// Expressions over the sample world, with what they give for the undeclared history.
  static let cases: [(String, String)] = [
    ("subject.writers > 1", "undeclared(components.history.writers)"),
    ("subject.store.kind == 'redis'", "undeclared(components.history.store)"),
    ("subject.store.latency.p95", "undeclared(components.history.store)"),
    (
      "components[0].store.latency.p95 > duration('1s')", "undeclared(stores.redis.latency.p95)"
    ),
    ("has(components[0].store.latency.p95)", "undeclared(stores.redis.latency.p95)"),
    ("components[0].store.backup.p95", "null"),
    ("has(components[0].store.backup.p95)", "false"),
    ("has(components[0].ttl)", "false"),
    ("has(components[0].writers)", "true"),
    ("components[0].ttl == null", "true"),
    ("components[0].ttl == duration('1s')", "false"),
    ("components[0].ttl < duration('1s')", "error: no such operation: null < duration"),
    ("components[0].ttl + duration('1s')", "error: no such operation: null + duration"),
    ("components[0].name + subject.name", "undeclared(components.history.name)"),
    (
      "subject.name + string(subject.writers)",
      "undeclared(components.history.name, components.history.writers)"
    ),
    ("subject.writers == 1 / 0", "error: division by zero"),
    ("subject.writers == 1 || 1 / 0 == 1", "undeclared(components.history.writers)"),
    ("subject.writers == 1 || subject.kind == 'buffer'", "true"),
    ("1 / 0 == 1 && subject.kind == 'rag'", "false"),
    (
      "subject.shared && subject.writers == 1",
      "undeclared(components.history.shared, components.history.writers)"
    ),
    ("!subject.shared", "undeclared(components.history.shared)"),
    ("subject.shared ? subject.writers : 1", "undeclared(components.history.shared)"),
    (
      "(subject.shared ? components[0].store : components[0].store).latency",
      "undeclared(components.history.shared)"
    ),
    ("declared(subject.writers) ? subject.writers : 7", "7"),
    ("declared(components[0].ttl) ? 1 : 0", "1"),
    ("certain(subject.writers > 1)", "false"),
    ("possible(subject.writers > 1)", "true"),
    ("certain(components[0].writers > 1)", "true"),
    ("possible(components[0].writers > 2)", "false"),
    ("certain(has(subject.writers))", "false"),
    ("certain(subject.writers > 1 || components[0].writers > 1)", "true"),
    ("certain(!possible(subject.writers > 1))", "false"),
    ("possible(components.all(c, c.writers == 2))", "true"),
    ("certain(subject.writers > 1) && subject.shared", "false"),
    ("possible(subject.writers > 1) && subject.shared", "undeclared(components.history.shared)"),
    ("certain(1 / 0 == 1)", "error: division by zero"),
    ("!declared(subject.store.kind) ? 'no' : 'yes'", "\"no\""),
    ("components.exists(c, c.writers == 2)", "true"),
    ("components.exists(c, c.writers == 3)", "undeclared(components.history.writers)"),
    ("components.all(c, c.writers == 3)", "false"),
    ("components.all(c, c.writers == 2)", "undeclared(components.history.writers)"),
    ("components.exists_one(c, c.writers == 2)", "undeclared(components.history.writers)"),
    ("(components + components).exists_one(c, c.writers == 2)", "false"),
    ("components.exists_one(c, 1 / (c.writers - 2) == 1)", "error: division by zero"),
    ("components.filter(c, c.writers == 2).size()", "undeclared(components.history.writers)"),
    ("components.filter(c, c.writers == 2)", "[components.index, perhaps components.history]"),
    ("components.filter(c, c.writers == 2).exists(c, c.kind == 'rag')", "true"),
    (
      "components.filter(c, c.writers == 2).exists(c, c.kind == 'buffer')",
      "undeclared(components.history.writers)"
    ),
    (
      "components.filter(c, c.writers == 2).all(c, c.kind == 'rag')",
      "undeclared(components.history.writers)"
    ),
    ("components.filter(c, c.writers == 2).all(c, c.kind == 'buffer')", "false"),
    ("components.filter(c, c.writers == 2).all(c, c.id != 'x')", "true"),
    ("components.filter(c, c.writers == 2)[0].id", "\"index\""),
    ("components.filter(c, c.writers == 2)[1].id", "undeclared(components.history.writers)"),
    ("components.filter(c, c.writers == 2).map(c, c.id)", "[\"index\", perhaps \"history\"]"),
    (
      "components.filter(c, c.writers == 2).map(c, c.id) == ['x']",
      "undeclared(components.history.writers)"
    ),
    ("components.filter(c, c.writers == 2).map(c, c.id) == []", "false"),
    ("components.map(c, c.writers)", "[2, undeclared(components.history.writers)]"),
    ("components.map(c, c.writers) == [1, 2]", "false"),
    ("components.map(c, c.writers) == [2, 2]", "undeclared(components.history.writers)"),
    ("components.map(c, c.writers).size()", "2"),
    ("3 in components.map(c, c.writers)", "undeclared(components.history.writers)"),
    ("2 in components.map(c, c.writers)", "true"),
    (
      "components.map(c, c.store.latency).exists(l, l.p95 == l.p50)",
      "undeclared(components.history.store, stores.redis.latency.p50, stores.redis.latency.p95)"
    ),
    ("{'a': subject.writers} == {'a': 1, 'b': 2}", "false"),
    ("{'a': subject.writers} == {'a': 1}", "undeclared(components.history.writers)"),
    ("subject.reads.exists(r, r.kind == 'rag')", "undeclared(components.history.reads)"),
    ("'rag' in subject.patterns", "undeclared(components.history.patterns)"),
    ("components[0].reads.all(r, r.kind == 'rag')", "true"),
    ("cel.bind(n, subject.writers, n == 1 || components[0].writers == 2)", "true"),
    ("subject.store.labels.team == 'x'", "undeclared(components.history.store)"),
    ("components[0].store.labels.team == 'x'", "undeclared(stores.redis.labels.team)"),
    ("subject == components[1] && subject != components[0]", "true"),
    ("[subject.name, 'b'].join('-')", "undeclared(components.history.name)"),
  ]

  @Test(arguments: cases) func gives(_ text: String, _ expected: String) {
    #expect(Sample.outcome(of: text, subject: Sample.history) == expected)
  }

  @Test func unionsOfManyStayFast() {
    var union = UnknownUnion()
    for number in 0..<10_000 { union.add(Unknown(path: "p\(number)")) }
    let shared = union.result
    for _ in 0..<10_000 where shared != nil { shared.map { union.add($0) } }
    #expect(union.result?.paths.count == FieldPath.mostTold)
  }
}

/// The shared cases, whose document is a part of the file.
@Suite struct SharedUnknownTests {
  struct Golden: Decodable {
    let schema: Schema
    let document: Document
    let cases: [Case]

    struct Schema: Decodable {
      let component: [String: String]
      enum CodingKeys: String, CodingKey {
        case component = "Component"
      }
    }
    struct Document: Decodable {
      let components: [[String: Field?]]
    }
    enum Field: Decodable {
      case text(String)
      case number(Int64)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
    struct Case: Decodable {
      let expr: String
      let expect: String
      let paths: [String]?
    }
  }

  @Test(.enabled(if: PublicCases.unknowns.areAtHand)) func cases() throws {
    let golden = try JSONDecoder().decode(Golden.self, from: PublicCases.unknowns.read())
    let type = RecordType(
      "Component",
      golden.schema.component.sorted { $0.key < $1.key }.map { name, type in
        let word = type.split(separator: " ").last.map(String.init) ?? type
        return RecordField(name, ValueType(celName: word) ?? .string)
      })
    let components = golden.document.components.enumerated().map { index, fields in
      SampleRecord(
        type, at: "components[\(index)]",
        fields.mapValues { field -> Value in
          switch field {
          case .text(let text)?: .string(text)
          case .number(let number)?: .int(number)
          case nil: .null
          }
        })
    }
    let variables = [Variable("components", .list(.record("Component")))]
    for goldenCase in golden.cases {
      let (expression, diagnostics) = Expression.compile(
        goldenCase.expr, schema: Expressions.Schema([type]), variables: variables,
        options: Options(allowsDeclaredAnywhere: true))
      let found: String
      switch expression?.evaluate([.list(of: components.map { .record($0) })]) {
      case .success(.unknown(let unknown))?:
        found = "unknown"
        #expect(unknown.paths == goldenCase.paths?.sorted(), "\(goldenCase.expr)")
      case .success(let value)?: found = value.description
      case .failure?: found = "error"
      case nil: found = diagnostics.map(\.message).joined(separator: "; ")
      }
      #expect(found == goldenCase.expect, "\(goldenCase.expr)")
    }
  }
}
