import Expressions
import SourceText

private final class BenchComponent: FieldSource {
  let typeName = "Component"
  let label: String
  private let kind: String

  static let kinds = ["rag", "conversation_buffer", "windowed_buffer", "summarization"]

  init(kind: String, index: Int) {
    self.kind = kind
    label = "components.c\(index)"
  }

  func look(at slot: Int) -> (mark: FieldMark, value: Value?) {
    switch slot {
    case 0: (FieldMark(.value), nil)
    case 1:
      (FieldMark(.value, bits: FieldMark.bit(ofChoice: Self.kinds.firstIndex(of: kind))), nil)
    default: (FieldMark(.undeclared), nil)
    }
  }

  func value(ofField slot: Int, marked mark: FieldMark) -> Value {
    switch slot {
    case 0: .string(label)
    case 1: .string(kind)
    default: .unknown(Unknown(path: "\(label).coherence"))
    }
  }
}

/// The record of the roots.
private final class BenchRoots: FieldSource {
  let typeName = "Roots"
  let label = ""
  private let components: Value

  init(_ components: Value) {
    self.components = components
  }

  func look(at slot: Int) -> (mark: FieldMark, value: Value?) {
    slot == 0 ? (FieldMark(.value), components) : (.opaque, nil)
  }

  func value(ofField slot: Int, marked mark: FieldMark) -> Value { components }
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

/// Of one `exists` over 50 records: evaluations per second, and glances, which are what most rules need.
func measureEvaluation() {
  let text = "components.exists(c, c.kind == 'rag' && !has(c.coherence))"
  guard let expression = compiled(text) else { return }
  let kinds = ["conversation_buffer", "windowed_buffer", "summarization"]
  let scale = Scale()
  let components = (0..<50).map { index in
    Value.record(
      MarkedRecord(
        BenchComponent(kind: kinds[index % kinds.count], index: index), slots: 5, on: scale))
  }
  let values: [Value] = [.list(of: components), components[0]]
  let roots = MarkedRecord(BenchRoots(values[0]), slots: 2, on: scale)
  let glancer = Glancer(roots, on: scale)
  let count = 20_000
  var hits = 0
  let evaluating = best(of: 7) {
    for _ in 0..<count {
      if case .success(.bool(false)) = expression.evaluate(values) { hits += 1 }
    }
  }
  let glancing = best(of: 7) {
    for _ in 0..<count where glancer.glance(expression.glance, about: nil) == .no { hits += 1 }
  }
  print("evaluate: \(Int(Double(count) / evaluating)) per second (bar 250,000): \(text)")
  print("glance: \(Int(Double(count) / glancing)) per second: \(text)")
  if hits != 2 * 7 * count { print("evaluate: wrong result") }
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
