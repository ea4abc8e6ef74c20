import Foundation
import TestSupport
import Testing

@Suite struct ConformanceTests {
  /// Of the cases of the core profile only those of named time zones are refused, of the extras next to none; of all
  /// none is wrong.
  @Test(.enabled(if: PublicCases.expressions.areAtHand)) func publicCases() throws {
    let cases = try JSONDecoder().decode(
      [ConformanceCase].self, from: PublicCases.expressions.read())
    var counts: [String: [String: Int]] = [:]
    for conformanceCase in cases {
      let outcome = conformanceCase.run()
      let profile = conformanceCase.profile
      let word: String
      switch outcome {
      case .right: word = "right"
      case .refused(let message):
        word = "refused"
        let mayBeRefused = profile != .core || message.contains("time zone")
        #expect(mayBeRefused, "refused \(conformanceCase.title): \(message)")
      case .wrong(let message):
        word = "wrong"
        Issue.record("wrong \(conformanceCase.title): \(message)")
      }
      counts["\(profile.rawValue) \(conformanceCase.file)", default: [:]][word, default: 0] += 1
      counts["\(profile.rawValue) in all", default: [:]][word, default: 0] += 1
    }
    for (row, outcomes) in counts.sorted(by: { $0.key < $1.key }) {
      let numbers = ["right", "refused", "wrong"].map { "\(outcomes[$0] ?? 0) \($0)" }
      print("conformance: \(row): \(numbers.joined(separator: ", "))")
    }
    for profile in ["core", "extra"] {
      let outcomes = counts["\(profile) in all"] ?? [:]
      let all = outcomes.values.reduce(0, +)
      #expect(all > 0 && Double(outcomes["right"] ?? 0) >= 0.98 * Double(all), "\(profile)")
    }
  }
}
