import Foundation
import TestSupport
import Testing

/// The examples that rules carry, as `memaudit test` runs them.
@Suite struct RuleExamplesTests {
  @Test func anExampleThatDoesNotHoldIsTold() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      HouseRules.checklist.replacingOccurrences(of: "turns: 21", with: "turns: 19"),
      to: "house.yaml")
    let outcome = try Command.run(["test", "house.yaml"], in: folder.path)
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/audit/example-does-not-hold.txt")
  }

  @Test func aMisspeltFieldOfAnExampleIsToldWhereItIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      HouseRules.checklist.replacing("window: {turns: 21}", with: "windw: {turns: 21}"),
      to: "house.yaml")
    let errors = try Command.run(["test", "house.yaml"], in: folder.path).errors
    #expect(
      errors.contains(
        "house.yaml:19:7: error: the `fail` example of `windows-are-small` is no architecture: a component has no field `windw`"
      ), "\(errors)")
    #expect(errors.contains("  help: did you mean `window`?"), "\(errors)")
  }

  @Test(arguments: [
    ("fail", "{id: it, kind: windowed_buffer, window: {turns: 20}}", "does not fail"),
    ("pass", "{id: it, kind: rag}", "has no subject that passes"),
    (
      "pass",
      "{id: it, kind: windowed_buffer, window: {turns: 20}}, {id: other, kind: windowed_buffer}",
      "does not pass for every subject"
    ),
    ("undeclared", "{id: it, kind: rag}", "has no subject that is undeclared"),
    (
      "undeclared",
      "{id: it, kind: windowed_buffer}, {id: other, kind: windowed_buffer, window: {turns: 20}}",
      "can be judged as it is"
    ),
    (
      "not_applicable", "{id: it, kind: rag}, {id: other}",
      "has a subject to which it applies or may apply"
    ),
  ])
  func anExampleShowsItsVerdictAndNoOther(kind: String, components: String, problem: String)
    throws
  {
    let kept = HouseRules.checklist.split(separator: "\n").filter { !$0.contains("      \(kind):") }
    let folder = try TemporaryFolder()
    try folder.write(
      kept.joined(separator: "\n") + "\n      \(kind): \"components: [\(components)]\"\n",
      to: "house.yaml")
    let errors = try Command.run(["test", "house.yaml"], in: folder.path).errors
    let told = " the `\(kind)` example of `windows-are-small` \(problem)\n"
    #expect(errors.contains(told), "\(errors)")
  }

  @Test func anExampleNeedsASubject() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      checklist: house
      title: House rules
      about: For tests.
      rules:
        - id: stores-are-named
          title: A store without a team
          severity: low
          for_each: stores
          when: "subject.kind == 'redis'"
          require: "'team' in subject.labels"
          at: subject.labels
          message: "{subject.id} names no team"
          why: It is a test.
          fix: Name it.
          examples:
            pass: "stores: [{id: s, kind: redis, labels: {team: a}}]"
            fail: "stores: [{id: s, kind: redis, labels: {}}]"
            not_applicable: "stores: []"
      """, to: "house.yaml")
    let errors = try Command.run(["test", "house.yaml"], in: folder.path).errors
    let told = " the `not_applicable` example of `stores-are-named` has no subject\n"
    #expect(errors.contains(told), "\(errors)")
  }

  @Test func eachPartOfAnExampleIsRun() throws {
    let folder = try TemporaryFolder()
    let parts = [
      "{id: it, kind: rag}", "{id: it, kind: windowed_buffer}", "{id: it, kind: checkpoint}",
    ]
    let text = parts.map { "        components: [\($0)]\n" }.joined(separator: "        ---\n")
    try folder.write(HouseRules.checklist + "\n      not_applicable: |\n" + text, to: "house.yaml")
    let outcome = try Command.run(["test", "house.yaml"], in: folder.path)
    #expect(outcome.output == "house: 1 rule, 1 example does not hold\n")
    let told = "part 2 of the `not_applicable` example of"
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
  }
}
