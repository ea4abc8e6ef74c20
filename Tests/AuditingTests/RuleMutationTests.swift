import Foundation
import TestSupport
import Testing

@testable import Auditing

/// How much of the rules their examples hold fast: one thing in a rule is changed, and an example should notice.
@Suite struct RuleMutationTests {
  /// The rate that was reached when this was written, rounded down. It may rise with better examples and may not fall.
  static let floor = 0.895

  @Test func examplesNoticeWhatRulesSay() throws {
    let today = try #require(BuiltInRulesTests.today)
    let run = ExampleRun(today: today)
    var count = 0
    var survivors: [(rule: String, notes: [String])] = []
    for rule in BuiltInRulesTests.rules {
      let examples = run.examples(of: rule)
      let mutants = RuleMutant.all(of: rule)
      count += mutants.count
      let alive = mutants.filter { mutant in
        examples.allSatisfy { $0.mismatch(with: mutant.rule) == nil }
      }
      if !alive.isEmpty { survivors.append((rule.id, alive.map(\.note))) }
    }
    let killed = count - survivors.reduce(0) { $0 + $1.notes.count }
    let rate = Double(killed) / Double(max(count, 1))
    print("\(count) mutants, \(killed) killed, \((rate * 1000).rounded() / 10) %")
    try report(survivors)
    #expect(rate >= Self.floor, "the examples notice less than they did")
  }

  /// Prints the first survivors; all of them go to the file that `MEMAUDIT_SURVIVORS` names.
  private func report(_ survivors: [(rule: String, notes: [String])]) throws {
    let lines = survivors.flatMap { rule, notes in ["\(rule)"] + notes.map { "  \($0)" } }
    print(lines.prefix(60).joined(separator: "\n"))
    guard let path = ProcessInfo.processInfo.environment["MEMAUDIT_SURVIVORS"] else { return }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
  }

  @Test(arguments: [
    "a.b == 'it\\'s && \"x\"' && !(c in ['x', r'\\d\\'])", "size(a)>=12.5||duration('1h30m') < x",
    "",
  ])
  func piecesAreTheText(text: String) {
    let pieces = ExpressionPiece.pieces(of: text)
    #expect(pieces.map(\.text).joined() == text)
    #expect(!pieces.contains { $0.kind == .sign && ["'", "\"", "=", "&", "|"].contains($0.text) })
  }

  @Test(arguments: [
    ("a == 'b'", ["!(a == 'b')", "a != 'b'", "a == 'c'"]),
    (
      "a in [1, 20] && !b",
      [
        "!(a in [1, 20] && !b)", "a in [2, 20] && !b", "a in [0, 20] && !b", "a in [1, 21] && !b",
        "a in [1, 19] && !b", "a in [1, 20] || !b", "a in [1, 20] && b", "a in [ 20] && !b",
        "a in [1] && !b",
      ]
    ),
    (
      "a < duration('1h30m')",
      [
        "!(a < duration('1h30m'))", "a <= duration('1h30m')", "a >= duration('1h30m')",
        "a < duration('2.0h60.0m')", "a < duration('0.5h15.0m')",
      ]
    ),
  ])
  func eachThingIsChangedOnce(text: String, mutants: [String]) {
    let mutation = ExpressionMutation(text, choices: [["b", "c"]])
    let texts = mutation.changes.compactMap { change in
      change.replacements.first.map { mutation.text(applying: $0, at: change.range) }
    }
    #expect(texts == mutants)
  }
}
