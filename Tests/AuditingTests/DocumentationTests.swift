import Expressions
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Analysis
@testable import Auditing

/// The page that teaches checklists: what it shows works as it says.
@Suite struct DocumentationTests {
  @Test func everyChecklistOfThePageRuns() throws {
    let page = String(decoding: try TestFiles.read("docs/writing-checklists.md"), as: UTF8.self)
    let snippets = page.components(separatedBy: "```yaml\n").dropFirst().map {
      String($0.components(separatedBy: "```")[0])
    }
    #expect(snippets.count == 3)
    let today = try #require(CalendarDate("2026-11-01"))
    let run = ExampleRun(today: today)
    for (index, snippet) in snippets.enumerated() {
      let reading = ChecklistReading(SourceFile(name: "snippet \(index)", text: snippet))
      #expect(reading.diagnostics.map(\.message) == [])
      let checklist = try #require(reading.checklist)
      for rule in checklist.rules {
        #expect(run.mismatches(of: rule).map(\.message) == [])
      }
    }
  }

  @Test(arguments: [
    ("prototype", "prototype"), ("pre-production", "pre-production, or not said"),
    ("production", "production"),
  ])
  func theGateOfEachStageIsTheOneOfTheScorePage(stage: String, title: String) throws {
    let page = String(decoding: try TestFiles.read("docs/score.md"), as: UTF8.self)
    let policy = GatePolicy(stage: stage)
    let fail = policy.failOn?.rawValue ?? "none"
    let undeclared = policy.failOnUndeclared?.rawValue ?? "none"
    #expect(page.contains("\n| \(title) | \(fail) | \(undeclared) |\n"))
    #expect(GatePolicy(stage: nil) == GatePolicy(stage: "pre-production"))
  }

  @Test(arguments: Severity.allCases)
  func theWeightsAreThoseOfTheScorePage(severity: Severity) throws {
    let page = String(decoding: try TestFiles.read("docs/score.md"), as: UTF8.self)
    let limit = severity.scoreLimit
    let cell = limit < 100 ? "\(Int(limit)) |" : "|"
    #expect(page.contains("\n| \(severity.rawValue) | \(Int(severity.weight)) | \(cell)\n"))
  }
}
