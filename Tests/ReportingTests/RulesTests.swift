import Auditing
import JSON
import SourceText
import Testing

@testable import Reporting

@Suite struct RulesTests {
  static let library = Library.load([house]).library

  static let house = SourceFile(
    name: "house.yaml",
    text: """
      checklist: house
      title: House rules
      about: What we ask of our own systems.
      questions: [{id: named, asks: Are components named?, rules: [component-named]}]
      rules:
        - id: component-named
          title: Has the component a name?
          severity: {base: low, raise: [{to: high, when: size(components) > 9}]}
          for_each: components
          require: size(subject.id) > 3
          at: subject.id
          message: "{subject.id} is short"
          why: Nobody knows what it is.
          fix: Name it.
          failure_classes: [other]
          sources: [map]
          examples:
            pass: "components: [{id: memory}]"
            fail: "components: [{id: m}]"

      """)

  @Test func jsonHasEverythingThatAChecklistSays() throws {
    let json = RulesJSON.json(try #require(Self.library))
    #expect(json["rules"]?.text == "rules/v1")
    let house = try #require(json["checklists"]?.items?.last)
    #expect(
      house == [
        "id": "house", "title": "House rules", "about": "What we ask of our own systems.",
        "sources": [],
        "questions": [
          [
            "id": "named", "section": .null, "asks": "Are components named?",
            "rules": ["component-named"], "sources": [],
          ]
        ],
        "rules": [
          [
            "id": "component-named", "title": "Has the component a name?", "severity": "low",
            "raises": [["to": "high", "when": "size(components) > 9"]],
            "for_each": "components", "when": .null, "require": "size(subject.id) > 3",
            "at": "subject.id", "message": "{subject.id} is short",
            "why": "Nobody knows what it is.", "fix": "Name it.", "failure_classes": ["other"],
            "decision": .null, "figures": [], "decided_by": "engineering", "sources": ["map"],
            "examples": [
              "fail": "components: [{id: m}]", "pass": "components: [{id: memory}]",
            ],
          ]
        ],
      ])
  }

  @Test func everyRuleIsListed() throws {
    let library = try #require(Self.library)
    let listed = try #require(RulesJSON.json(library)["checklists"]?.items)
      .flatMap { $0["rules"]?.items ?? [] }.compactMap { $0["id"]?.text }
    #expect(listed == library.rules.map(\.id))
    #expect(listed.count >= 110)
    let text = RulesText(library, paint: .plain, width: 80).rendered
    for rule in library.rules { #expect(text.contains("  \(rule.id) "), "\(rule.id)") }
    #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
  }

  @Test func aChecklistIsItsTitleItsQuestionsAndItsRules() throws {
    let text = RulesText(try #require(Self.library), paint: .plain, width: 80).rendered
    #expect(
      text.hasSuffix(
        """
        House rules — house
          What we ask of our own systems.

          - Are components named?

          low  component-named  Has the component a name?

        """))
  }

  @Test(arguments: [
    ("data race", "concurrent-writes-unguarded"), ("gdpr", "nothing-can-be-erased"),
    ("Lost-Update", "last-write-wins"), ("staleness", "staleness-beyond-objective"),
    ("stale index", "deleted-documents-stay"), ("HNSW", "brute-force-search"),
  ])
  func wordsFindRules(words: String, rule: String) throws {
    let found = RuleSearch(words).rules(of: try #require(Self.library))
    #expect(found.contains { $0.id == rule })
  }

  @Test(arguments: ["", "a", "qqq", "retentoin"])
  func otherWordsFindNothing(words: String) throws {
    #expect(RuleSearch(words).rules(of: try #require(Self.library)).isEmpty)
  }

  /// Whoever asks in other words must find something: a synonym that leads nowhere is a mistake.
  @Test(arguments: SearchWords.table.flatMap(\.words))
  func everySynonymLeadsToRules(words: String) throws {
    #expect(!RuleSearch(words).rules(of: try #require(Self.library)).isEmpty)
  }

  @Test func aLongWordKeepsItsColumn() {
    let word = String(repeating: "w", count: 40)
    let table = TextTable(heading: nil, [[.init(word), .init("one two three four five six")]])
    #expect(
      table.rendered(width: 60, paint: .plain)
        == "  \(word)  one two three\n" + String(repeating: " ", count: 44) + "four five six\n")
  }
}
