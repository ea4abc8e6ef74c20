import Expressions
import SourceText
import Testing

/// What is decided while something is undeclared stays so, whatever is declared.
@Suite struct PropertyTests {
  private static let part = RecordType(
    "P",
    [RecordField("flag", .bool), RecordField("long", .duration), RecordField("share", .double)])
  private static let type = RecordType(
    "R",
    [
      RecordField("flag", .bool), RecordField("number", .int),
      RecordField("kind", .choice(["a", "b"])),
      RecordField("next", .record("R"), isReference: true),
      RecordField("tags", .list(.choice(["a", "b"]))),
      RecordField("part", .record("P")),
    ])
  private static let schema = Schema([type, part])
  private static let variables = [
    Variable("x", .record("R"), varies: true), Variable("xs", .list(.record("R"))),
  ]
  /// What an undeclared field may turn out to be.
  private static let domains: [[Held]] = [
    [.value(.bool(true)), .value(.bool(false))],
    [.value(.int(0)), .value(.int(1)), .value(.int(2)), .value(.null)],
    [.value(.string("a")), .value(.string("b")), .value(.null)], [],
    [
      .value(.list(of: [])), .value(.list(of: [.string("a")])),
      .value(.list(of: [.string("a"), .string("b")])),
    ],
    [
      .value(.null), .part([.bool(true), .null, .double(1)]),
      .part([
        .bool(false), .duration(DurationValue("1s") ?? DurationValue(nanoseconds: 0)), .double(0.5),
      ]),
    ],
  ]

  /// What a field of a row holds.
  private enum Held {
    case value(Value)
    case part([Value?])
  }

  /// Records whose fields are told by a table that can be filled in.
  private final class Row: FieldSource {
    let typeName: String
    let label: String
    private let type: RecordType
    private let values: [Value?]

    private let isWeighed: Bool

    init(_ name: String, _ type: RecordType, _ values: [Value?], isWeighed: Bool = true) {
      typeName = type.name
      label = name
      self.type = type
      self.values = values
      self.isWeighed = isWeighed
    }

    func look(at slot: Int) -> (mark: FieldMark, value: Value?) {
      guard slot < values.count else { return (.opaque, nil) }
      let mark = mark(values[slot], type.fields[slot].type)
      let isThere = mark.state == .none || mark.state == .value
      let weight = isWeighed && isThere ? UInt8(slot) : FieldMark.weightless
      return (mark.weighing(weight), slot % 2 == 0 ? value(ofField: slot, marked: mark) : nil)
    }

    func value(ofField slot: Int, marked: FieldMark) -> Value {
      values[slot] ?? .unknown(Unknown(path: "\(label).\(type.fields[slot].name)"))
    }

    private func mark(_ value: Value?, _ type: ValueType) -> FieldMark {
      switch (value, type) {
      case (nil, _): FieldMark(.undeclared)
      case (.null, _): FieldMark(.none)
      case (.bool(let flag), _): FieldMark(.value, bits: FieldMark.bit(of: flag))
      case (.double(let number), _): FieldMark(.value, bits: number.bitPattern)
      case (.int(let number), _): FieldMark(.value, bits: UInt64(bitPattern: number))
      case (.duration(let duration), _):
        FieldMark(.value, bits: UInt64(bitPattern: duration.nanoseconds))
      case (.string(let text), .choice(let choices)):
        FieldMark(.value, bits: FieldMark.bit(ofChoice: choices.firstIndex(of: text)))
      case (.list(let list), .list(let element)):
        .list(
          of: list.elements.count,
          choices: list.elements.reduce(0) { $0 | bits(of: $1, element) })
      case (_, _): FieldMark(.value)
      }
    }

    private func bits(of value: Value, _ type: ValueType) -> UInt64 {
      if case .choice = type { mark(value, type).bits } else { 0 }
    }
  }

  /// Rows as records, each the next one's.
  private struct World {
    let scale = Scale()
    let rows: [MarkedRecord]
    let roots: MarkedRecord

    init(_ document: Document) {
      let scale = scale
      var records: [MarkedRecord] = []
      for row in document.rows.indices.reversed() {
        let name = "r\(row)"
        let values = document.rows[row].enumerated().map { slot, held -> Value? in
          if slot == 3 { return records.first.map { .record($0) } ?? .null }
          switch held {
          case nil: return nil
          case .value(let value): return value
          case .part(let fields):
            let part = Row("\(name).part", PropertyTests.part, fields)
            return .record(MarkedRecord(part, slots: fields.count, on: scale))
          }
        }
        let source = Row(name, PropertyTests.type, values)
        records.insert(MarkedRecord(source, slots: values.count, on: scale), at: 0)
      }
      rows = records
      let list = Value.list(of: records.map { .record($0) })
      let type = RecordType(
        "roots", [RecordField("x", .dyn), RecordField("xs", .list(.record("R")))])
      roots = MarkedRecord(Row("", type, [.null, list], isWeighed: false), slots: 2, on: Scale())
    }

    var values: [Value] { [.record(rows[0]), .list(of: rows.map { .record($0) })] }
  }

  /// Three rows, some of their fields undeclared.
  private struct Document {
    var rows: [[Held?]]
    /// Where something is undeclared.
    let holes: [(row: Int, field: Int)]

    var values: [Value] { World(self).values }

    init(_ random: inout Seeded) {
      var rows: [[Held?]] = []
      var holes: [(row: Int, field: Int)] = []
      for row in 0..<3 {
        var fields: [Held?] = []
        for (field, domain) in PropertyTests.domains.enumerated() {
          if domain.isEmpty {
            fields.append(.value(.null))
          } else if holes.count < 4, random.below(3) == 0 {
            holes.append((row, field))
            fields.append(nil)
          } else {
            fields.append(domain[random.below(domain.count)])
          }
        }
        rows.append(fields)
      }
      self.rows = rows
      self.holes = holes
    }

    /// Every document in which all holes are filled.
    var completions: [Document] {
      holes.reduce([self]) { documents, hole in
        documents.flatMap { document in
          PropertyTests.domains[hole.field].map { value in
            var filled = document
            filled.rows[hole.row][hole.field] = value
            return filled
          }
        }
      }
    }
  }

  /// A condition, and a document to ask it about; nil, and an issue, where it cannot be compiled.
  private static func grown(_ seed: UInt64) -> (String, Document, Expression)? {
    var grower = Grower(random: Seeded(seed), isGuarding: true)
    let text = grower.condition(["x"], 4)
    let document = Document(&grower.random)
    let compiled = Expression.compile(text, schema: schema, variables: variables)
    guard let expression = compiled.expression else {
      Issue.record("seed \(seed): \(text)")
      return nil
    }
    return (text, document, expression)
  }

  /// What is told at a glance is what evaluation gives: truth, paths, and what stands behind it.
  @Test(arguments: 0..<40, [false, true])
  func glancesSeeWhatEvaluationGives(_ batch: Int, _ doubtsGuards: Bool) {
    var told = 0
    for offset in 0..<150 {
      let seed = UInt64(100_000 + batch * 1_000 + offset)
      guard let (text, document, expression) = Self.grown(seed) else { continue }
      let world = World(document)
      let glancer = Glancer(world.roots, on: world.scale, doubtsGuards: doubtsGuards)
      for subject in world.rows {
        world.scale.begin()
        let glimpse = glancer.glance(expression.glance, about: subject)
        let (seen, paths) = (world.scale.least, glancer.undeclaredPaths)
        world.scale.begin()
        let value = expression.evaluate(
          [.record(subject), world.values[1]], doubtsGuards: doubtsGuards)
        if glimpse != .unsure { told += 1 }
        switch (glimpse, value) {
        case (.unsure, _), (.no, .success(.bool(false))): break
        case (.yes, .success(.bool(true))):
          #expect(seen == world.scale.least, "seed \(seed): \(text)")
        case (.undeclared, .success(.unknown(let unknown))):
          #expect(paths == unknown.paths, "seed \(seed): \(text)")
        default: Issue.record("seed \(seed): \(text) gives \(value), at a glance \(glimpse)")
        }
      }
    }
    #expect(told > 100)
  }

  /// What is kept from one subject to the next is what would be evaluated again.
  private final class Kept: Memory {
    private var results: [ObjectIdentifier: Result<Value, EvaluationError>] = [:]
    private(set) var reused = 0

    func value(
      _ key: ObjectIdentifier, _ compute: () -> Result<Value, EvaluationError>
    ) -> Result<Value, EvaluationError> {
      if let result = results[key] {
        reused += 1
        return result
      }
      let result = compute()
      results[key] = result
      return result
    }

    func spend(_ steps: Int) {}
  }

  @Test(arguments: 0..<40) func whatIsSharedIsTheSameForEverySubject(_ batch: Int) {
    var reused = 0
    for offset in 0..<150 {
      let seed = UInt64(200_000 + batch * 1_000 + offset)
      guard let (text, document, expression) = Self.grown(seed) else { continue }
      let world = World(document)
      let kept = Kept()
      for (row, subject) in world.rows.enumerated() {
        let values = [.record(subject), world.values[1]]
        let shared = Self.outcome(expression.evaluate(values, memory: kept))
        let plain = Self.outcome(expression.evaluate(values))
        #expect(shared == plain, "seed \(seed), r\(row): \(text)")
      }
      reused += kept.reused
    }
    #expect(reused > 30)
  }

  private static func outcome(_ result: Result<Value, EvaluationError>) -> String {
    switch result {
    case .success(let value): value.description
    case .failure(let error): "error: \(error.message)"
    }
  }

  @Test(arguments: 0..<40) func decidedVerdictsHold(_ batch: Int) {
    for offset in 0..<150 {
      let seed = UInt64(batch * 1_000 + offset)
      var grower = Grower(random: Seeded(seed))
      let text = grower.condition(["x"], 4)
      let document = Document(&grower.random)
      let (expression, diagnostics) = Expression.compile(
        text, schema: Self.schema, variables: Self.variables)
      guard let expression else {
        Issue.record("seed \(seed): \(text): \(diagnostics.map(\.message))")
        continue
      }
      let verdict = expression.evaluate(document.values)
      switch verdict {
      case .success(.bool(let flag)):
        for completion in document.completions {
          if case .success(let value) = expression.evaluate(completion.values) {
            guard case .bool(flag) = value else {
              Issue.record("seed \(seed): \(text) is \(flag), but completed \(value)")
              break
            }
          }
        }
      case .success(.unknown(let unknown)):
        // Only what is undeclared is asked for.
        let holes = document.holes.map { "r\($0.row).\(Self.type.fields[$0.field].name)" }
        let isOfHole = { (path: String) in holes.contains { path == $0 || path.hasPrefix($0 + ".") }
        }
        #expect(
          !unknown.paths.isEmpty && unknown.paths.allSatisfy { isOfHole($0) },
          "seed \(seed): \(text)")
      case .success(let value): Issue.record("seed \(seed): \(text) gives \(value)")
      case .failure(let error):
        for completion in document.completions {
          if case .success(let value) = expression.evaluate(completion.values) {
            Issue.record("seed \(seed): \(text) fails (\(error.message)), but completed \(value)")
            break
          }
        }
      }
      for completion in document.completions {
        if case .success(.unknown(let unknown)) = expression.evaluate(completion.values) {
          Issue.record("seed \(seed): \(text) is complete, but unknown: \(unknown.paths)")
        }
      }
    }
  }
}
