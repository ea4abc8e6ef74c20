import Bytes
import Expressions
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Analysis
@testable import Architecture
@testable import Auditing

/// What is prepared of the checklists, and of what else comes with the program, is what would be read from its files.
@Suite struct PreparationTests {
  static let compiled = PreparedLibrary(
    checklists: Library.compiledBuiltIn.checklists, hash: Library.builtInHash)
  static let bytes = Library.preparation ?? []
  static let preparation = Preparation(Blob(copying: bytes), of: EmbeddedFiles.checksum)

  private func prepared() throws -> PreparedLibrary {
    let preparation = try #require(Self.preparation)
    return try #require(PreparedLibrary(preparation.library))
  }

  private func pairs() throws -> [(compiled: Rule, prepared: Rule)] {
    let library = try prepared()
    let rules = library.checklists.flatMap(\.rules)
    let compiled = Self.compiled.checklists.flatMap(\.rules)
    #expect(rules.count == compiled.count && rules.count > 200)
    return Array(zip(compiled, rules))
  }

  // MARK: The same

  @Test func whatIsReadIsWrittenAsTheSameBytes() throws {
    var writer = ByteWriter()
    try writer.write(Self.compiled)
    var again = ByteWriter()
    try again.write(try prepared())
    #expect(writer.bytes.count > 100_000)
    #expect(writer.bytes == again.bytes)
    let hash = try prepared().hash.text
    #expect(hash == Library.load().library?.hash)
  }

  @Test func rulesSayTheSame() throws {
    for (compiled, prepared) in try pairs() {
      #expect(account(of: compiled) == account(of: prepared))
    }
    for (compiled, prepared) in zip(Self.compiled.checklists, try prepared().checklists) {
      let same =
        compiled.id == prepared.id && compiled.title == prepared.title
        && compiled.about == prepared.about && compiled.sources == prepared.sources
        && compiled.file.bytes == prepared.file.bytes
      #expect(same, "\(compiled.id)")
      #expect(String(reflecting: compiled.questions) == String(reflecting: prepared.questions))
    }
  }

  private func account(of rule: Rule) -> [String] {
    let texts = [
      rule.id, rule.checklist, rule.severity.rawValue, rule.subjects?.rawValue ?? "", rule.title,
      rule.why, rule.fix, rule.message.text,
    ]
    let lists = [
      rule.place.names, rule.failureClasses, rule.sources, rule.figures,
      rule.raises.map(\.severity.rawValue), [rule.decision?.asks ?? ""],
      rule.examples.flatMap { [$0.kind.rawValue, $0.text] },
      rule.decision?.choices.flatMap { [$0.choose, $0.follows] } ?? [],
    ]
    let origin = rule.origin
    return texts + lists.map { $0.joined(separator: "|") }
      + [
        "\(rule.isDecidedByProduct) \(rule.isBuiltIn) \(rule.condition == nil)",
        "\(origin.file.name) \(origin.id) \(origin.requirement) \(String(describing: origin.condition))",
      ]
      + expressions(of: rule).flatMap { expression in
        [
          expression.text, "\(expression.type)",
          expression.fieldsRead.map { "\($0.record).\($0.field)" }.sorted().joined(separator: "|"),
        ]
      }
  }

  @Test func rulesJudgeTheSame() throws {
    let today = try #require(BuiltInRulesTests.today)
    let pairs = try pairs()
    var judged = 0
    for (compiled, prepared) in pairs {
      for file in compiled.examples.flatMap(\.files) {
        let world = try #require(ready(file, today))
        #expect(verdicts(compiled, world) == verdicts(prepared, world), "\(compiled.id)")
        #expect(traces(compiled, world) == traces(prepared, world), "\(compiled.id)")
      }
    }
    for name in try Self.examples() {
      let text = String(decoding: try TestFiles.read(name), as: UTF8.self)
      let world = try #require(ready(SourceFile(name: name, text: text), today), "\(name)")
      for (compiled, prepared) in pairs {
        let expected = verdicts(compiled, world)
        judged += expected.count
        #expect(expected == verdicts(prepared, world), "\(compiled.id) on \(name)")
      }
    }
    print("\(judged) verdicts are the same")
    #expect(judged > 10_000)
  }

  private static func examples() throws -> [String] {
    let folder = TestFiles.root.appending(path: "examples").path
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
      .map { "examples/" + $0 }
  }

  private func ready(_ file: SourceFile, _ today: CalendarDate) -> RuleWorld? {
    ArchitectureReading(file).architecture.flatMap { AnalyzedSystem.analyze($0).system }
      .map { RuleWorld($0, today: today.midnight) }
  }

  private func verdicts(_ rule: Rule, _ world: RuleWorld) -> [String] {
    let hearing = Hearing(Questions([rule]), in: world)
    return hearing.judgements.map { judgement -> String in
      let severities = "\(judgement.severity) \(judgement.severityAtWorst)"
      let place = String(describing: judgement.place)
      let evidence = String(describing: judgement.evidence)
      return
        "\(judgement.subject.name) \(judgement.verdict) \(severities) \(place) \(judgement.message) \(evidence)"
    } + hearing.failures.map { "\($0.diagnostic.message) \($0.diagnostic.span)" }
      + ["\(hearing.notApplicable)"]
  }

  private func traces(_ rule: Rule, _ world: RuleWorld) -> [String] {
    let subjects = rule.subjects.map { world.system.parts($0).map(Optional.some) } ?? [nil]
    return subjects.flatMap { subject in
      expressions(of: rule).flatMap { expression in
        expression.trace(world.variables(for: subject)).map {
          "\($0.span) \($0.depth) \($0.element ?? "") \($0.outcome)"
        }
      }
    }
  }

  @Test func knowledgeIsTheSame() throws {
    let preparation = try #require(Self.preparation)
    let prepared = try #require(PreparedKnowledge(preparation.knowledge))
    let components = try #require(prepared.components.all)
    let stores = try #require(prepared.stores.all)
    var writer = ByteWriter()
    writer.writeKnowledge()
    var again = ByteWriter()
    let incidents = try #require(prepared.incidents)
    again.write(
      map: try #require(prepared.map), literature: try #require(prepared.literature),
      components: components, stores: stores, incidents: incidents)
    #expect(writer.bytes.count > 20_000)
    #expect(writer.bytes == again.bytes)
    for (known, prepared) in [(components, prepared.components), (stores, prepared.stores)] {
      for name in known.flatMap({ $0.names + $0.fullNames }) + ["", "nobody.knows"] {
        let found = String(reflecting: Knowledge.lookUp(name, among: known))
        #expect(found == prepared.lookUp(name).map { String(reflecting: $0) }, "\(name)")
      }
    }
  }

  // MARK: Refused

  @Test func whatIsCutShortIsRefused() {
    let bytes = Self.bytes
    for length in [0, 1, 7, 8, 23, 24, 25] + Array(stride(from: 26, to: bytes.count, by: 9_973)) {
      #expect(
        Preparation(Blob(copying: Array(bytes[..<length])), of: EmbeddedFiles.checksum) == nil)
    }
  }

  @Test func whatIsDamagedIsRefused() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      var bytes = Self.bytes
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(Preparation(Blob(copying: bytes), of: EmbeddedFiles.checksum) == nil)
    }
  }

  /// Whatever stands behind a checksum that fits, reading it comes to an end.
  @Test func damageThatNoChecksumToldStopsNothing() throws {
    var writer = ByteWriter()
    try writer.write(Self.compiled)
    let world = try world()
    var random = SeededGenerator(seed: 10)
    var refused = 0
    for round in 0..<40 {
      var bytes = writer.bytes
      if round.isMultiple(of: 2) {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        for _ in 0..<500 {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
      }
      guard let library = PreparedLibrary(Blob(copying: bytes).whole) else {
        refused += 1
        continue
      }
      for checklist in library.checklists {
        _ = checklist.questions.count
        for rule in checklist.rules {
          _ = account(of: rule)
          for expression in expressions(of: rule) { evaluate(expression, of: rule, in: world) }
        }
      }
    }
    #expect(refused > 10)
  }

  /// Every byte of an expression as everything that it could be: no name, number or place in it is taken on trust.
  @Test(arguments: [
    "components.all(c, c.id != subject.id || size(c.id) > 0)",
    "components.transformList(i, c, c.id == subject.id, i).exists(n, n > 0)",
    "cel.bind(id, subject.id, components.exists(c, c.id == id))",
    "components.map(c, c.store.kind).exists_one(kind, kind.startsWith('r'))",
  ])
  func damagedExpressionsAreReadOrRefused(text: String) throws {
    let world = try world()
    let variables = world.variables(for: world.system.components.first)
    let expression = try #require(
      Expressions.Expression.compile(
        text, schema: RuleSchema.schema, variables: RuleSchema.variables(for: .components)
      ).expression)
    var writer = ByteWriter()
    try writer.write(expression)
    var read = 0
    for place in writer.bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = writer.bytes
        bytes[place] = byte
        var reader = ByteReader(Blob(copying: bytes).whole)
        guard let damaged = try? reader.expression({ RuleSchema.schema }) else { continue }
        read += 1
        _ = damaged.evaluate(variables, budget: 1_000)
      }
    }
    #expect(read > 1_000)
  }

  private func world() throws -> RuleWorld {
    let text = String(decoding: try TestFiles.read("examples/support.arch.yaml"), as: UTF8.self)
    let today = try #require(BuiltInRulesTests.today)
    return try #require(ready(SourceFile(name: "arch.yaml", text: text), today))
  }

  private func expressions(of rule: Rule) -> [Expressions.Expression] {
    [rule.condition, rule.requirement].compactMap(\.self) + rule.raises.map(\.condition)
  }

  private func evaluate(_ expression: Expressions.Expression, of rule: Rule, in world: RuleWorld) {
    let subjects = rule.subjects.map { world.system.parts($0).map(Optional.some) } ?? [nil]
    for subject in subjects.prefix(2) {
      let variables = world.variables(for: subject)
      _ = expression.evaluate(variables, budget: 10_000)
      _ = expression.trace(variables, elements: 2, parts: 20, budget: 10_000)
    }
  }

  // MARK: Stale

  @Test func whatWasMadeOfOtherFilesIsRefused() {
    let blob = Blob(copying: Self.bytes)
    #expect(Preparation(blob, of: EmbeddedFiles.checksum) != nil)
    #expect(Preparation(blob, of: EmbeddedFiles.checksum ^ 1) == nil)
  }

  @Test func everyByteOfAFileCounts() throws {
    let file = try #require(EmbeddedFiles.file("leadership.yaml"))
    let checksum = Blob(copying: file.bytes).whole.checksum
    for index in file.bytes.indices {
      var bytes = file.bytes
      bytes[index] ^= 1
      #expect(Blob(copying: bytes).whole.checksum != checksum)
    }
    #expect(Blob(copying: Array(file.bytes.dropLast())).whole.checksum != checksum)
    #expect(Blob(copying: file.bytes + [0]).whole.checksum != checksum)
  }
}
