import Expressions
import SourceText

private final class BenchComponent: Record {
  let typeName = "Component"
  private let kind: Value
  private let coherence: Value
  private let kindMark: FieldMark

  static let kinds = ["rag", "conversation_buffer", "windowed_buffer", "summarization"]

  init(kind: String, index: Int) {
    self.kind = .string(kind)
    kindMark = FieldMark(
      .value, bits: FieldMark.bit(ofChoice: Self.kinds.firstIndex { $0 == kind }))
    self.coherence = .unknown(Unknown(path: "components.c\(index).coherence"))
  }

  func value(ofField slot: Int) -> Value {
    switch slot {
    case 0: .string("component")
    case 1: kind
    default: coherence
    }
  }

  /// As a record of the program does.
  func mark(ofField slot: Int) -> FieldMark {
    switch slot {
    case 0: FieldMark(.value)
    case 1: kindMark
    default: FieldMark(.undeclared)
    }
  }
}

private let schema = Schema([
  RecordType(
    "Component",
    [
      RecordField("id", .string),
      RecordField("kind", .choice(BenchComponent.kinds)),
      RecordField("coherence", .record("Coherence")),
      RecordField("writers", .int),
      RecordField("ttl", .duration),
    ]),
  RecordType(
    "Coherence",
    [
      RecordField("strategy", .choice(["ttl", "write-through"])),
      RecordField("interval", .duration),
    ]),
])
private let variables = [
  Variable("components", .list(.record("Component"))), Variable("subject", .record("Component")),
]

private func compiled(_ text: String) -> Expression? {
  let (expression, diagnostics) = Expression.compile(
    text, schema: schema, variables: variables, expecting: .bool)
  for diagnostic in diagnostics { print("\(text): \(diagnostic.message)") }
  return expression
}

/// Evaluations per second of one `exists` over 50 records.
func measureEvaluation() {
  let text = "components.exists(c, c.kind == 'rag' && !has(c.coherence))"
  guard let expression = compiled(text) else { return }
  let kinds = ["conversation_buffer", "windowed_buffer", "summarization"]
  let components = (0..<50).map { index in
    Value.record(BenchComponent(kind: kinds[index % kinds.count], index: index))
  }
  let values: [Value] = [.list(of: components), components[0]]
  let count = 20_000
  var hits = 0
  let seconds = best(of: 7) {
    for _ in 0..<count {
      if case .success(.bool(true)) = expression.evaluate(values) { hits += 1 }
    }
  }
  print("evaluate: \(Int(Double(count) / seconds)) per second (bar 250,000): \(text)")
  if hits > 0 { print("evaluate: wrong result") }
}

/// The time to compile 120 rules of three expressions each.
func measureCompilation() {
  let texts = [
    "'rag' == subject.kind && subject.writers > 1",
    "has(subject.coherence) && subject.coherence.interval <= duration('15m')",
    "components.exists(c, c.kind == 'summarization' && c.writers >= subject.writers)",
  ]
  var compiledCount = 0
  let seconds = best(of: 15) {
    for _ in 0..<120 {
      for text in texts where compiled(text) != nil { compiledCount += 1 }
    }
  }
  let microseconds = Int(seconds * 1_000_000)
  print("compile: \(microseconds) µs for 120 rules of three expressions (bar 2,000)")
  if compiledCount != 120 * 3 * 15 { print("compile: some expressions do not compile") }
}
