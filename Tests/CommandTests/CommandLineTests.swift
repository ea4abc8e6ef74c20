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
    ("explain-field", ["explain", "routing"]),
    ("explain-fact", ["explain", "has_concurrent_writers"]),
    ("explain-nothing", ["explain", "ragg"]),
    ("explain-rule", ["explain", "optimistic-without-versions"]),
    ("explain-race", ["explain", "race"]), ("explain-lost-update", ["explain", "lost update"]),
    ("explain-stale", ["explain", "stale"]),
    ("explain-context-overflow", ["explain", "context overflow"]),
    ("explain-borrowed-word", ["explain", "allkeys-lru"]), ("explain-cron", ["explain", "cron"]),
    ("explain-missing-checklist", ["explain", "--checklist", "nowhere.yaml", "rag"]),
    ("rules-help", ["rules", "--help"]),
    ("map-ambiguous", ["map", "Tests/Cases/implementation-ambiguous.yaml"]),
    ("map-bases", ["map", "Tests/Cases/mapping-bases.yaml"]),
    ("option-like-name", ["check", "--", "--help"]),
  ])
  func transcript(name: String, arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/command-line/\(name).txt")
  }

  @Test func standardInputIsAFileToo() throws {
    let text = "memaudit: 1\nsystem: {name: Piped}\ncomponents: [{id: a, kind: rag}]\n"
    let outcome = try Command.run(["check", "-"], in: ".", input: text)
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Piped (<stdin>)"))
    #expect(try Command.run(["check", "-"], in: ".", input: "").exit == 3)
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
