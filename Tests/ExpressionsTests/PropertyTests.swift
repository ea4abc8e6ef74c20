import Expressions
import SourceText
import Testing

/// What is decided while something is undeclared stays so, whatever is declared.
@Suite struct PropertyTests {
  private static let part = RecordType(
    "P", [RecordField("flag", .bool), RecordField("long", .duration)])
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
      .value(.null), .part([.bool(true), .null]),
      .part([.bool(false), .duration(DurationValue("1s") ?? DurationValue(nanoseconds: 0))]),
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

  /// Grows expressions; `r` are the names of records that may be used.
  private struct Grower {
    var random: Seeded
    /// Whether it uses `declared`, of which nothing else must hold than that it is told alike.
    var isGuarding = false
    var names = 0

    mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }

    mutating func condition(_ r: [String], _ depth: Int) -> String {
      let isLeaf = depth <= 0
      switch random.below(isLeaf ? 6 : 16) {
      case 0: return "\(record(r)).flag == \(pick(["true", "false"]))"
      case 1: return "\(record(r)).kind \(pick(["==", "!="])) '\(pick(["a", "b"]))'"
      case 2: return "\(number(r, depth)) \(pick(["==", "!=", "<", ">="])) \(number(r, depth))"
      case 3:
        if isGuarding, random.below(3) == 0 {
          return
            "(declared(\(record(r)).\(pick(["number", "tags", "part.flag", "next.part"]))) ? \(record(r)).flag : false)"
        }
        return pick([
          "has(\(record(r)).\(pick(["number", "kind", "flag", "tags", "part", "part.flag"])))",
          "\(record(r)).flag", "!\(record(r)).part.flag", "\(record(r)).next.kind == 'a'",
          "\(record(r)).part.long >= duration('1s')", "\(record(r)) == \(record(r)).next",
          "\(record(r)).tags.exists(t, t == 'a' || \(record(r)).flag)",
          "['a', 'b'].all(t, t in \(record(r)).next.tags)",
          "\(record(r)).kind \(pick(["==", "!="])) null",
        ])
      case 4: return "'\(pick(["a", "b"]))' in \(record(r)).tags"
      case 5: return pick(["true", "false", "1 / 0 == 1", "\(record(r)).kind in ['a', 'b']"])
      case 6, 7: return "(\(condition(r, depth - 1)) && \(condition(r, depth - 1)))"
      case 8, 9: return "(\(condition(r, depth - 1)) || \(condition(r, depth - 1)))"
      case 10: return "!(\(condition(r, depth - 1)))"
      case 11:
        return
          "(\(condition(r, depth - 1)) ? \(condition(r, depth - 1)) : \(condition(r, depth - 1)))"
      case 12, 13:
        return loop(pick(["all", "exists", "exists_one"]), over: list(r, depth - 1), r, depth)
      case 14:
        let inner = list(r, depth - 1)
        return "\(record(r)).kind in \(inner).map(y, y.kind)"
      default:
        return
          "\(list(r, depth - 1)).map(y, y.number) == \(list(r, depth - 1)).map(y, y.number)"
      }
    }

    mutating func loop(_ macro: String, over list: String, _ r: [String], _ depth: Int) -> String {
      names += 1
      let name = "v\(names)"
      if macro != "filter", random.below(3) == 0 {
        return
          "\(list).\(macro)(i\(name), \(name), i\(name) \(pick(["> 0 ||", "== 1 &&", "== 0 ||", "< 2 &&"])) \(condition(r + [name], depth - 1)))"
      }
      return "\(list).\(macro)(\(name), \(condition(r + [name], depth - 1)))"
    }

    mutating func list(_ r: [String], _ depth: Int) -> String {
      switch random.below(depth <= 0 ? 1 : 4) {
      case 0: return "xs"
      case 1: return loop("filter", over: "xs", r, depth)
      case 2: return "(\(list(r, depth - 1)) + \(list(r, depth - 1)))"
      default: return "[\(record(r)), \(record(r))]"
      }
    }

    mutating func number(_ r: [String], _ depth: Int) -> String {
      switch random.below(depth <= 0 ? 2 : 5) {
      case 0: return "\(record(r)).number"
      case 1: return pick(["0", "1", "2"])
      case 2:
        return "(\(number(r, depth - 1)) \(pick(["+", "*", "%", "/"])) \(number(r, depth - 1)))"
      case 3: return "size(\(list(r, depth - 1)))"
      default: return "size(\(record(r)).tags)"
      }
    }

    mutating func record(_ r: [String]) -> String {
      random.below(5) == 0 ? "xs[\(random.below(3))]" : r[random.below(r.count)]
    }
  }

  /// What is told at a glance is what evaluation gives: truth, paths, and what stands behind it.
  @Test(arguments: 0..<40, [false, true])
  func glancesSeeWhatEvaluationGives(_ batch: Int, _ doubtsGuards: Bool) {
    var told = 0
    for offset in 0..<150 {
      let seed = UInt64(100_000 + batch * 1_000 + offset)
      var grower = Grower(random: Seeded(seed), isGuarding: true)
      let text = grower.condition(["x"], 4)
      let document = Document(&grower.random)
      guard
        let expression = Expression.compile(
          text, schema: Self.schema, variables: Self.variables
        ).expression
      else {
        Issue.record("seed \(seed): \(text)")
        continue
      }
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
