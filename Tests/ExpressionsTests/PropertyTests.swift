import Expressions
import SourceText
import Testing

/// What is decided while something is undeclared stays so, whatever is declared.
@Suite struct PropertyTests {
  private static let type = RecordType(
    "R",
    [
      RecordField("flag", .bool), RecordField("number", .int),
      RecordField("kind", .choice(["a", "b"])),
      RecordField("next", .record("R"), isReference: true),
      RecordField("tags", .list(.choice(["a", "b"]))),
    ])
  private static let schema = Schema([type])
  private static let variables = [
    Variable("x", .record("R")), Variable("xs", .list(.record("R"))),
  ]
  /// What an undeclared field may turn out to be.
  private static let domains: [[Value]] = [
    [.bool(true), .bool(false)], [.int(0), .int(1), .int(2), .null],
    [.string("a"), .string("b"), .null], [],
    [.list(of: []), .list(of: [.string("a")]), .list(of: [.string("a"), .string("b")])],
  ]

  /// A record whose fields are told by a table that can be filled in.
  private final class Row: Record {
    let typeName = "R"
    let name: String
    let values: [Value?]
    let tellsMarks: Bool
    init(_ name: String, _ values: [Value?], tellsMarks: Bool) {
      self.name = name
      self.values = values
      self.tellsMarks = tellsMarks
    }
    func value(ofField slot: Int) -> Value {
      values[slot] ?? .unknown(Unknown(path: "\(name).\(PropertyTests.type.fields[slot].name)"))
    }
    func mark(ofField slot: Int) -> FieldMark {
      guard tellsMarks else { return FieldMark(.unread) }
      let choices = PropertyTests.type.fields[slot].type == .bool ? [] : ["a", "b"]
      return mark(value(ofField: slot), choices)
    }

    private func mark(_ value: Value, _ choices: [String]) -> FieldMark {
      switch value {
      case .unknown: FieldMark(.undeclared)
      case .null: FieldMark(.none)
      case .bool(let flag): FieldMark(.value, bits: FieldMark.bit(of: flag))
      case .string(let text):
        FieldMark(.value, bits: FieldMark.bit(ofChoice: choices.firstIndex(of: text)))
      case .list(let list):
        FieldMark(.value, bits: list.elements.reduce(0) { $0 | mark($1, choices).bits })
      default: FieldMark(.value)
      }
    }
  }

  /// Three rows, some of their fields undeclared.
  private struct Document {
    var rows: [[Value?]]
    /// Where something is undeclared.
    let holes: [(row: Int, field: Int)]

    var values: [Value] { values(tellMarks: true) }

    func values(tellMarks: Bool) -> [Value] {
      let last = Row("r2", rows[2] + [], tellsMarks: tellMarks)
      let records = [
        Row("r0", linked(rows[0], .record(last)), tellsMarks: tellMarks),
        Row("r1", linked(rows[1], .null), tellsMarks: tellMarks), last,
      ]
      return [.record(records[0]), .list(of: records.map { .record($0) })]
    }

    private func linked(_ fields: [Value?], _ next: Value) -> [Value?] {
      var fields = fields
      fields[3] = next
      return fields
    }

    init(_ random: inout Seeded) {
      var rows: [[Value?]] = []
      var holes: [(row: Int, field: Int)] = []
      for row in 0..<3 {
        var fields: [Value?] = []
        for (field, domain) in PropertyTests.domains.enumerated() {
          if domain.isEmpty {
            fields.append(.null)
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
          return "(declared(\(record(r)).\(pick(["number", "tags"]))) ? \(record(r)).flag : false)"
        }
        return pick([
          "has(\(record(r)).\(pick(["number", "kind", "flag", "tags"])))", "\(record(r)).flag",
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
      case 2: return "(\(number(r, depth - 1)) \(pick(["+", "*", "%"])) \(number(r, depth - 1)))"
      case 3: return "size(\(list(r, depth - 1)))"
      default: return "size(\(record(r)).tags)"
      }
    }

    mutating func record(_ r: [String]) -> String {
      random.below(5) == 0 ? "xs[\(random.below(3))]" : r[random.below(r.count)]
    }
  }

  /// A record that tells marks and one that does not give the same: values, paths and errors.
  @Test(arguments: 0..<40) func marksChangeNothing(_ batch: Int) {
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
      let plain = expression.evaluate(document.values(tellMarks: false))
      let marked = expression.evaluate(document.values(tellMarks: true))
      switch (plain, marked) {
      case (.success(let one), .success(let other)):
        #expect("\(one)" == "\(other)", "seed \(seed): \(text)")
      case (.failure(let one), .failure(let other)):
        #expect(one.message == other.message, "seed \(seed): \(text)")
      default: Issue.record("seed \(seed): \(text) gives \(plain), with marks \(marked)")
      }
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
        #expect(
          !unknown.paths.isEmpty && Set(unknown.paths).isSubset(of: holes), "seed \(seed): \(text)")
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
