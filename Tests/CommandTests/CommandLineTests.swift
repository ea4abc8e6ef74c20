import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ("help", ["--help"]), ("no-arguments", []), ("version", ["--version"]),
    ("check-help", ["check", "--help"]), ("schema-help", ["schema", "-h"]),
    ("help-check", ["help", "check"]), ("unknown-command", ["chek"]),
    ("unknown-option", ["check", "--colour=never", "x.yaml"]),
    ("missing-value", ["check", "--color"]), ("wrong-value", ["check", "--color", "blue"]),
    ("flag-with-value", ["check", "--help=yes"]), ("operand-too-many", ["schema", "x"]),
    ("missing-file", ["check", "nowhere.yaml"]), ("empty-folder", ["check", "Tests/JSONTests"]),
    (
      "several-files",
      [
        "check", "Tests/Cases/minimal.yaml", "nowhere.yaml",
        "Tests/Cases/tab.yaml",
      ]
    ),
    ("colours", ["check", "--color=always", "Tests/Cases/ids-taken.yaml"]),
    ("explain-pattern", ["explain", "rag"]), ("explain-alias", ["explain", "event sourcing"]),
    ("explain-implementation", ["explain", "MemorySaver"]),
    ("explain-field", ["explain", "routing"]), ("explain-value", ["explain", "lru"]),
    ("explain-framework", ["explain", "LangGraph"]),
    ("explain-fact", ["explain", "has_concurrent_writers"]),
    ("explain-nothing", ["explain", "ragg"]),
    ("explain-rule", ["explain", "optimistic-without-versions"]),
    ("explain-race", ["explain", "race"]), ("explain-lost-update", ["explain", "lost update"]),
    ("explain-stale", ["explain", "stale"]),
    ("explain-context-overflow", ["explain", "context overflow"]),
    ("explain-borrowed-word", ["explain", "allkeys-lru"]), ("explain-cron", ["explain", "cron"]),
    ("explain-dead-letter-queue", ["explain", "dead letter queue"]),
    ("explain-sticky", ["explain", "sticky"]), ("explain-pitr", ["explain", "PITR"]),
    ("explain-path", ["explain", "components.history.limit.tokens"]),
    ("explain-path-of-a-part", ["explain", "components.store.on_overflow"]),
    ("explain-none", ["explain", "none"]), ("explain-switched-off", ["explain", "AOF off"]),
    ("explain-setting", ["explain", "maxmemory-policy"]),
    ("explain-nightly", ["explain", "nightly"]), ("explain-waiver", ["explain", "waiver"]),
    ("missing-baseline", ["check", "--baseline", "nowhere.json", "Tests/Cases/minimal.yaml"]),
    ("explain-missing-checklist", ["explain", "--checklist", "nowhere.yaml", "rag"]),
    ("rules-help", ["rules", "--help"]),
    ("map-ambiguous", ["map", "Tests/Cases/implementation-ambiguous.yaml"]),
    ("map-bases", ["map", "Tests/Cases/mapping-bases.yaml"]),
    ("option-like-name", ["check", "--", "--help"]),
    ("explain-field-of-a-shorthand", ["explain", "duration"]),
    ("explain-empty", ["explain", ""]), ("explain-unknown", ["explain", "nonsense-xyz"]),
    ("wrong-format", ["check", "--format", "yaml"]),
    ("report-of-another-command", ["report", "--format", "json"]),
    ("version-as-a-command", ["version"]), ("version-as-a-letter", ["-V"]),
    ("near-value", ["check", "--fail-on", "High"]),
  ])
  func transcript(name: String, arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/command-line/\(name).txt")
  }

  @Test(arguments: [
    ("TTL", "ttl"), ("WRITE_CONTROL", "write_control"), ("write control", "write_control"),
    ("Retention", "retention"), ("circuit breaker", "circuit_breaker"),
    ("Has-Concurrent Writers", "has_concurrent_writers"),
  ])
  func aNameIsFoundHoweverItIsSpelled(written: String, name: String) throws {
    let outcome = try Command.run(["explain", written], in: ".")
    #expect(outcome == (try Command.run(["explain", name], in: ".")))
    #expect(outcome.output.hasPrefix("\(name) — a f"), "a field or a fact")
  }

  @Test func whatIsWrittenAboutPersonsIsFoundAsPrivacy() throws {
    let rules = { (word: String) in
      try Command.run(["explain", word], in: ".").output.split(separator: "\n").filter {
        $0.hasPrefix("  ")
      }
    }
    #expect(try rules("pii") == rules("gdpr"))
  }

  @Test func aMapIsOfTheFolderLikeAnAudit() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write(
        "memaudit: 1\nsystem: {name: \(name)}\ncomponents: [{id: c, kind: rag}]\n",
        to: "\(name).arch.yaml")
    }
    let one = try Command.run(["map", "a.arch.yaml"], in: folder.path).output
    let both = try Command.run(["map", "."], in: folder.path)
    #expect(both.output.hasPrefix(one + "\nb (b.arch.yaml)\n"))
    #expect(both == (try Command.run(["map"], in: folder.path)))
    #expect(try Command.run(["map"], in: "Tests/JSONTests").exit == 3)
  }

  /// The pages that the words of reports point at are there.
  @Test func everyWordOfReportsHasItsPage() throws {
    for term in ["none", "undeclared", "verdict", "score", "gate", "waiver", "baseline"] {
      let text = try Command.run(["explain", term], in: ".").output
      let link = try #require(text.split(whereSeparator: \.isWhitespace).last)
      let path = try #require(link.components(separatedBy: "/blob/main/").last)
      let parts = path.split(separator: "#")
      let page = String(decoding: try TestFiles.read(String(parts[0])), as: UTF8.self)
      guard parts.count > 1 else { continue }
      let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
        heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
          .split(separator: " ").joined(separator: "-")
      }
      #expect(headings.contains(String(parts[1])), "\(term): \(path)")
    }
  }

  /// Where reports go to files, the terminal is told what came of it, and a pipe gets nothing.
  @Test func aReportInAFileIsToldOf() throws {
    let folder = try TemporaryFolder()
    let text =
      "memaudit: 1\nsystem: {name: N, stage: prototype}\ncomponents: [{id: a, kind: rag}]\n"
    try folder.write(text, to: "arch.yaml")
    let one = try Command.run(
      ["check", ".", "--format", "baseline=b.json", "--format", "json=r.json"], in: folder.path)
    #expect(one.output.isEmpty)
    let lines = one.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.first?.hasPrefix("arch.yaml: score ") == true)
    #expect(lines.joined(separator: " ").contains("the gate passes b.json is written: "))
    #expect(lines.contains("b.json is written: with `--baseline b.json` only what is new fails."))
    #expect(lines.last == "r.json is written.")
    try folder.write("memaudit: 1\n", to: "b.arch.yaml")
    try folder.write(text.replacing("prototype", with: "production"), to: "c.arch.yaml")
    let several = try Command.run(["check", ".", "--format", "json=r.json"], in: folder.path)
    #expect(
      several.errors.contains("3 files: the gate passes for 1 and fails for 1; 1 not audited\n"))
    let both = try Command.run(
      ["check", "arch.yaml", "--format", "json=r.json", "--format", "text"], in: folder.path)
    #expect(both.errors.isEmpty)
  }

  @Test func standardInputIsAFileToo() throws {
    let text = "memaudit: 1\nsystem: {name: Piped}\ncomponents: [{id: a, kind: rag}]\n"
    let outcome = try Command.run(["check", "-"], in: ".", input: text)
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Piped (<stdin>)"))
    #expect(try Command.run(["check", "-"], in: ".", input: "").exit == 3)
    let refused = try Command.run(
      ["check", "-", "--checklist", "missing.yaml", "--format", "github"], in: ".", input: text)
    #expect(refused.output.hasPrefix("::error title="), "no file is named\n\(refused.output)")
  }

  @Test func aFolderIsEveryArchitectureBelowIt() throws {
    let folder = try TemporaryFolder()
    let good = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a}]\n"
    for path in [
      "arch.yaml", "b/arch.yml", "b/c.arch.yaml", "b/other.yaml", ".hidden/arch.yaml",
      "node_modules/arch.yaml",
    ] {
      try folder.write(good, to: path)
    }
    let outcome = try Command.run(["check", "--exit-zero"], in: folder.path)
    #expect(outcome.exit == 0)
    #expect(
      outcome.output.split(separator: "\n").filter { $0.hasPrefix("N (") }
        == ["N (arch.yaml)", "N (b/arch.yml)", "N (b/c.arch.yaml)"])
  }

  @Test func theGravestFileDecidesTheExit() throws {
    let folder = try TemporaryFolder()
    try folder.write("memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a}]\n", to: "a.arch.yaml")
    try folder.write("memaudit: 1\n", to: "b.arch.yaml")
    let outcome = try Command.run(["check", ".", "--exit-zero"], in: folder.path)
    #expect(outcome.exit == 3)
    #expect(outcome.output.contains("N (a.arch.yaml)"))
    #expect(outcome.errors.contains("b.arch.yaml: 2 errors"))
  }

  @Test func aFullDiskIsNoSuccess() throws {
    let outcome = try Command.run(
      ["check", "examples/support.arch.yaml"], in: ".", outputPath: "/dev/full")
    #expect(outcome.exit == 70)
    #expect(outcome.errors.contains("standard output could not be written"))
  }
}
