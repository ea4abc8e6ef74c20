import Foundation
import TestSupport
import Testing

/// Sound systems of different shapes: no rule has anything to say about them.
@Suite struct SilenceTests {
  struct Report: Decodable {
    struct Score: Decodable {
      let exactLow: Double
      let exactHigh: Double
    }
    struct Finding: Decodable {
      let rule: String
      let subject: String
    }
    let score: Score
    let findings: [Finding]
  }

  @Test(arguments: ["support", "coding", "research"])
  func aSoundSystemHearsNothing(name: String) throws {
    let outcome = try Command.run(
      ["check", "examples/\(name).arch.yaml", "--today", "2026-11-01", "--format", "json"], in: ".")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let report = try decoder.decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.findings.map { "\($0.rule) on \($0.subject)" } == [])
    #expect(report.score.exactLow == 100)
    #expect(report.score.exactHigh == 100)
    #expect(outcome.exit == 0)
  }
}
