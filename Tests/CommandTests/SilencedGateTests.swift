import TestSupport
import Testing

/// Taking lines out of a file that a baseline knows does not open the gate.
@Suite struct SilencedGateTests {
  private static let example = "support.arch.yaml"

  private func folder(
    changing line: String? = nil, to other: String? = nil
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = String(
      decoding: try TestFiles.read("examples/\(Self.example)"), as: UTF8.self)
    try folder.write(text, to: Self.example)
    for file in Golden.files(in: "examples/evidence", withExtension: "json") {
      try folder.write(
        Array(try TestFiles.read("examples/evidence/\(file).json")), to: "evidence/\(file).json")
    }
    _ = try Command.run(
      ["check", Self.example, "--today", "2026-11-01", "--format", "baseline=baseline.json"],
      in: folder.path)
    guard let line else { return folder }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.contains(line))
    let changed = lines.flatMap { $0 == line ? [other].compactMap(\.self) : [$0] }
    try folder.write(changed.joined(separator: "\n"), to: Self.example)
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      ["check", Self.example, "--today", "2026-11-01", "--baseline", "baseline.json"] + arguments,
      in: folder.path)
  }

  private static let pool =
    "    connection_pool: {size: 40, max_idle: 5m, max_lifetime: 1h, checked: true}"

  @Test(arguments: [
    (pool, "no-connection-pool", "ledger", "stores.ledger.connection_pool"),
    ("    owner_checked: true", "owner-unchecked-on-read", "history", "owner_checked"),
  ])
  func deletingALineClosesTheGateAsTheBadValueDoes(
    line: String, rule: String, subject: String, path: String
  ) throws {
    #expect(try check(folder()).exit == 0)
    let outcome = try check(folder(changing: line))
    #expect(outcome.exit == 1, "\(outcome.output.suffix(1_000))")
    let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("not asked any more"), "\(said.suffix(1_000))")
    #expect(said.contains("`\(rule)` on `\(subject)`"), "\(said.suffix(1_000))")
    #expect(said.contains(path), "\(said.suffix(1_000))")
  }

  @Test func whatIsDecidedByWhatIsDeclaredIsNotAskedAndNotTold() throws {
    let folder = try folder(
      changing: "  deployment: service", to: "  deployment: local")
    let outcome = try check(folder)
    #expect(!outcome.output.contains("not asked any more"), "\(outcome.output.suffix(1_000))")
  }

  @Test(arguments: ["markdown", "text"])
  func aComparisonTellsIt(format: String) throws {
    let folder = try folder(changing: Self.pool)
    try folder.write(
      Array(try TestFiles.read("examples/\(Self.example)")), to: "before/\(Self.example)")
    let outcome = try Command.run(
      ["diff", "before/\(Self.example)", Self.example, "--format", format], in: folder.path)
    #expect(outcome.output.contains("Not asked any more, for want of a declaration"))
    #expect(outcome.output.contains("declare `stores.ledger.connection_pool`"), "\(outcome.output)")
  }

  /// What is measured may contradict what is declared, and what nobody names any more contradicts nothing.
  @Test(arguments: [
    (
      "stores: [{id: cache, kind: redis, latency: {p95: 20ms}}]", "stores.cache.latency.p95",
      "`measurement-contradicts-declaration` on `cache` (declare `evidence`)"
    ),
    (
      "validation: {load_test: {p95: 20ms}}", "validation.load_test.p95",
      "`load-test-contradicts-declaration` on `system` (declare `evidence`)"
    ),
  ])
  func takingOutEvidenceClosesTheGate(part: String, path: String, told: String) throws {
    let folder = try TemporaryFolder()
    let sound = """
      memaudit: 1
      system: {name: Desk, stage: prototype}
      components: [{id: history, kind: conversation_buffer}]
      \(part)

      """
    try folder.write(
      "{\"metrics\": {\"http_req_duration\": {\"p(95)\": 12.5}}}", to: "load.json")
    try folder.write(
      sound + "evidence: [{for: \(path), file: load.json, format: k6}]\n", to: "arch.yaml")
    let check = { (arguments: [String]) in
      try Command.run(["check", "arch.yaml", "--fail-on", "high"] + arguments, in: folder.path)
    }
    _ = try check(["--format", "baseline=baseline.json"])
    #expect(try check(["--baseline", "baseline.json"]).exit == 0)
    try folder.write(sound, to: "arch.yaml")
    let outcome = try check(["--baseline", "baseline.json"])
    #expect(outcome.exit == 1)
    let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(told), "\(said.suffix(1_000))")
  }

  /// A list that is left out altogether says less than one that lacks something.
  @Test func takingOutAListClosesTheGate() throws {
    let folder = try TemporaryFolder()
    let sound = """
      memaudit: 1
      system: {name: Desk, stage: prototype}
      components: [{id: history, kind: conversation_buffer}]

      """
    let agents =
      "agents: [{id: bot, delivery: at-least-once, idempotency: {key: message, check: atomic}, side_effects: true, retries: {max: 3, backoff: exponential}}]\n"
    try folder.write(sound + agents, to: "arch.yaml")
    let check = { (arguments: [String]) in
      try Command.run(["check", "arch.yaml", "--fail-on", "low"] + arguments, in: folder.path)
    }
    _ = try check(["--format", "baseline=baseline.json"])
    #expect(try check(["--baseline", "baseline.json"]).exit == 0)
    try folder.write(sound, to: "arch.yaml")
    let outcome = try check(["--baseline", "baseline.json"])
    #expect(outcome.exit == 1, "\(outcome.output.suffix(800))")
    #expect(outcome.output.contains("could be told before"), "\(outcome.output.suffix(800))")
  }

  @Test func everyFormatThatTellsReasonsTellsIt() throws {
    let folder = try folder(changing: Self.pool)
    for format in [
      "text", "json", "jsonl", "markdown", "html", "sarif", "junit", "github", "gitlab",
    ] {
      let outcome = try check(folder, "--format", format)
      #expect(outcome.exit == 1)
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isTold = said.contains("not asked any more")
      #expect(isTold, "\(format)")
    }
  }
}
