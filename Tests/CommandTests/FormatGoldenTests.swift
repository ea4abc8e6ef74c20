import JSON
import Reporting
import TestSupport
import Testing

/// What the systems of the trade are given, for one sound and two careless architectures.
@Suite struct FormatGoldenTests {
  static let examples = ["support", "careless", "multi-agent"]
  static let formats: [ReportFormat] = [.jsonl, .sarif, .junit, .github, .gitlab, .baseline]

  @Test(arguments: formats, examples)
  func example(format: ReportFormat, name: String) throws {
    let outcome = try Command.run(
      [
        "check", "examples/\(name).arch.yaml", "--today", "2026-11-01", "--format", format.rawValue,
      ], in: ".")
    Golden.expect(
      Self.withoutRules(outcome.transcript),
      toBe: "Tests/Goldens/\(format.rawValue)/\(name).arch.txt")
  }

  /// Rules and all; a file that is refused stands among the others.
  @Test(arguments: formats)
  func severalFiles(format: ReportFormat) throws {
    let outcome = try Command.run(
      [
        "check", "examples/careless.arch.yaml", "Tests/Cases/unknown-keys.yaml",
        "./examples/support.arch.yaml", "--only", "tradeoffs", "--today", "2026-11-01", "--format",
        format.rawValue,
      ], in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/\(format.rawValue)/several-files.txt")
    #expect(outcome.exit == 3)
  }

  @Test func aBaselineTellsNewFromKnown() throws {
    let folder = try TemporaryFolder()
    let arguments = ["--today", "2026-11-01", "--format"]
    let before = folder.path + "/before.json"
    _ = try Command.run(
      ["check", "examples/multi-agent.arch.yaml"] + arguments + ["json=\(before)"], in: ".")
    func states(_ example: String) throws -> Set<String?> {
      let outcome = try Command.run(
        ["check", "examples/\(example).arch.yaml", "--baseline", before] + arguments + ["sarif"],
        in: ".")
      let run = try JSONValue(parsing: Array(outcome.output.utf8))["runs"]?.items?.first
      return Set(try #require(run?["results"]?.items).map { $0["baselineState"]?.text })
    }
    #expect(try states("multi-agent") == ["unchanged"])
    #expect(try states("careless").contains("new"))
  }

  /// SARIF carries every rule; their texts would drown what came of the file.
  private static func withoutRules(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(#"{"id":"#) }.joined(separator: "\n")
  }
}
