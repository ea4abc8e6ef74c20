import SourceText
import TestSupport
import Testing

/// A checklist that would take ages, or more memory than there is, is told so in time; the other rules still speak.
@Suite struct HostileChecklistsTests {
  /// Rules that differ in nothing but what they require.
  private func checklist(_ requirements: [String]) -> String {
    let ids = requirements.indices.map { $0 == 0 ? "hostile" : "hostile-\($0)" }
    return """
      checklist: house
      title: House rules
      about: For tests.
      questions: [{id: q, asks: Is it so?, rules: [\(ids.joined(separator: ", "))]}]
      rules:

      """
        + zip(ids, requirements).map { id, require in
          """
            - id: \(id)
              title: It is hostile
              severity: low
              require: \(require)
              at: system.name
              message: it is hostile
              why: It is a test.
              fix: There is none.
              sources: [map]
              examples: {pass: "components: [{id: a}]", fail: "components: [{id: b}]"}

          """
        }.joined()
  }

  private func check(_ require: String, name: String = "N") throws -> Command.Outcome {
    let outcome = try check(
      ["'\(require.replacing("'", with: "''"))'"], name: name)
    outcome.expectPresentable(String(require.prefix(60)))
    return outcome
  }

  private func check(_ requirements: [String], name: String = "N") throws -> Command.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(
      "memaudit: 1\nsystem: {name: \"\(name)\"}\ncomponents: [{id: a, kind: rag}]\n",
      to: "arch.yaml")
    try folder.write(checklist(requirements), to: "house.yaml")
    return try Command.run(
      ["check", "arch.yaml", "--checklist", "house.yaml", "--only", "house"], in: folder.path)
  }

  @Test(arguments: [
    "^(a+)+$", "(a*)*c", "(a|a)*c", "(a|aa)+$", "(.*)(.*)(.*)(.*)c", "(a?){20}a{20}c",
    "(?:a{1,10}){1,10}c",
  ])
  func patternsTakeTimeOfTheTextOnly(pattern: String) throws {
    let name = String(repeating: "a", count: 9_000) + "!"
    let outcome = try check("!system.name.matches('\(pattern)')", name: name)
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  @Test func patternsAreBounded() throws {
    for pattern in [
      "(?:a{1000}){1000}", String(repeating: "(", count: 5_000), "(?:abcdefghijkl){1000}",
    ] {
      #expect(try check("system.name.matches('\(pattern)')").exit == 4)
    }
  }

  @Test(arguments: [
    (0..<12).map { _ in "[1,2,3,4,5,6,7,8,9,0].all(x, " }.joined() + "true"
      + String(repeating: ")", count: 12),
    (0..<12).map { _ in "[1,2,3,4,5,6,7,8,9,0].exists(x, " }.joined() + "1 / 0 == 1"
      + String(repeating: ")", count: 12),
    String(repeating: "(", count: 30_000) + "true" + String(repeating: ")", count: 30_000),
    "true" + String(repeating: " && true", count: 20_000),
  ])
  func expressionsAreBounded(require: String) throws {
    let outcome = try check(require)
    #expect(outcome.exit == 4)
    #expect(!outcome.errors.isEmpty)
  }

  /// Where an error stands is told in time of the text, however deep the text is indented.
  @Test func indentedTextTakesTimeOfItsLength() throws {
    let deep = "|5\n" + String(repeating: " ", count: 9_900) + "sytem.name == ''"
    let outcome = try check([String](repeating: deep, count: 200))
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains("house.yaml:10:9901: "), "\(outcome.errors.prefix(600))")
  }

  /// Nobody mends thousands of faults at a time.
  @Test func onlySoMuchIsToldOfAChecklist() throws {
    let outcome = try check([String](repeating: "sytem.name == ''", count: 300))
    #expect(outcome.exit == 4)
    #expect(outcome.errors.split(separator: "error: ").count == 1 + Diagnostic.mostOfAFile + 1)
    #expect(outcome.errors.contains("too much is wrong to go on from here"))
  }
}
