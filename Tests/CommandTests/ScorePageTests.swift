import Foundation
import JSON
import TestSupport
import Testing

/// The example that docs/score.md works through has the numbers of the program.
@Suite struct ScorePageTests {
  private let page: DocumentationPage
  private let report: JSONValue

  init() throws {
    page = try DocumentationPage("docs/score.md")
    let line = try #require(
      page.lines.first { $0.hasPrefix("$ memaudit check arch.yaml --format json=") })
    let command = try #require(DocumentedCommand(String(line.dropFirst(2))))
    let folder = try TemporaryFolder()
    try folder.write(try #require(page.files["arch.yaml"]), to: "arch.yaml")
    _ = try command.run(in: folder)
    report = try JSONValue(parsing: Array(folder.read("five.json").utf8))
  }

  private func number(_ value: JSONValue?, _ name: String) throws -> Double {
    try #require(value?[name]?.number, "\(name)")
  }

  @Test func theTableIsWhatTheRulesGive() throws {
    let contributions = try #require(report["contributions"]?.items)
    let all = try contributions.reduce(0) { try $0 + number($1, "weight") }
    func given(_ points: Double) -> String { String(format: "%.1f", points * all / 100) }
    var rows = try contributions.map { rule in
      let counts = try ["weight", "pass", "fail", "undeclared"].map {
        String(Int(try number(rule, $0)))
      }
      let cells =
        try [
          "`\(#require(rule["rule"]?.text))`"
        ] + counts + [
          given(number(rule, "low_points")), given(number(rule, "high_points")),
        ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    let low = try contributions.reduce(0) { try $0 + number($1, "low_points") }
    let high = try contributions.reduce(0) { try $0 + number($1, "high_points") }
    rows.append("| **all** | \(Int(all)) | | | | \(given(low)) | \(given(high)) |")
    let start = try #require(page.lines.firstIndex { $0.hasPrefix("| `backup-never-restored`") })
    #expect(page.lines[start..<start + rows.count] == rows[...])
  }

  @Test func theSumsBelowItAreRight() throws {
    let score = report["score"]
    let text = page.prose.joined(separator: " ")
    let low = String(format: "%.1f", try number(score, "exact_low"))
    let high = String(format: "%.1f", try number(score, "exact_high"))
    let described = String(format: "%.1f", 100 * (try number(report, "described")))
    #expect(text.contains("is \(low), printed \(Int(try number(score, "low")))."))
    #expect(text.contains("is \(high), printed \(Int(try number(score, "high")));"))
    #expect(text.contains("which is \(described) %, so there is no grade."))
    #expect(score?["grade"] == .null)
    let first = try #require(report["declare_next"]?.items?.first)
    #expect(first["record"]?.text == "components.profile")
    #expect(text.contains("10 more: +\(Int(try number(first, "rise")))"))
  }
}
