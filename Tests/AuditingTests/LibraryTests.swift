import Auditing
import SourceText
import Testing

/// Which checklists can be loaded beside each other.
@Suite struct LibraryTests {
  private func checklist(_ id: String, rules: [String] = [], in file: String) -> SourceFile {
    let written = rules.map { rule in
      """
        - id: \(rule)
          title: It is named
          severity: low
          require: has(system.name)
          at: system.name
          message: it has no name
          why: It is a test.
          fix: Name it.
          examples: {pass: "components: [{id: a}]", fail: "components: [{id: b}]"}

      """
    }
    let list = written.isEmpty ? "rules: []\n" : "rules:\n" + written.joined()
    return SourceFile(
      name: file, text: "checklist: \(id)\ntitle: House\nabout: For tests.\n" + list)
  }

  private func complaints(_ files: SourceFile...) -> [String] {
    Library.load(files).broken.flatMap { broken in
      broken.diagnostics.map { "\(broken.file.name) \(broken.file.text($0.span)): \($0.message)" }
    }
  }

  @Test func whatHasIdsOfItsOwnIsLoaded() {
    let house = checklist("house", rules: ["house-rule"], in: "house.yaml")
    let more = checklist("more", rules: ["more-rule"], in: "more.yaml")
    #expect(complaints(house, more).isEmpty)
    #expect(Library.load([house, more]).library?.rule("more-rule")?.checklist == "more")
  }

  /// Ids stand in paths, links, lines and terminals.
  @Test(arguments: ["evil\\tid", "evil\\nid", "evil\\e[31m", "house rules", "a/b", "1st"])
  func anIdIsAWord(id: String) {
    for complaints in [
      complaints(checklist("\"\(id)\"", in: "house.yaml")),
      complaints(checklist("house", rules: ["\"\(id)\""], in: "house.yaml")),
    ] {
      #expect(complaints.count == 1 && complaints[0].contains("must be an id"), "\(complaints)")
    }
  }

  @Test func anIdIsOfOneChecklistOrRuleOnly() {
    let house = checklist("house", rules: ["house-rule"], in: "house.yaml")
    #expect(
      complaints(checklist("lessons", rules: ["own"], in: "house.yaml")) == [
        "house.yaml lessons: the id `lessons` is taken by the built-in checklist `lessons.yaml`"
      ])
    #expect(
      complaints(checklist("house", rules: ["lessons", "backup-never-restored"], in: "house.yaml"))
        == [
          "house.yaml lessons: the id `lessons` is taken by the built-in checklist `lessons.yaml`",
          "house.yaml backup-never-restored: the id `backup-never-restored` is taken by a rule of the built-in checklist `pre-production.yaml`",
        ])
    #expect(
      complaints(house, house) == [
        "house.yaml house: the id `house` is taken by the checklist `house.yaml`"
      ])
    #expect(
      complaints(house, checklist("house-rule", in: "more.yaml")) == [
        "more.yaml house-rule: the id `house-rule` is taken by a rule of the checklist `house.yaml`"
      ])
    #expect(
      complaints(house, checklist("house-rule", rules: ["more", "lessons"], in: "more.yaml")) == [
        "more.yaml house-rule: the id `house-rule` is taken by a rule of the checklist `house.yaml`",
        "more.yaml lessons: the id `lessons` is taken by the built-in checklist `lessons.yaml`",
      ])
    #expect(
      complaints(checklist("same", rules: ["same"], in: "same.yaml")) == [
        "same.yaml same: the id `same` is taken by the checklist `same.yaml`"
      ])
  }

  @Test func onlySoManyNamesAreGuessed() {
    let names = (0..<60).map { "house-rule-\($0)" }.joined(separator: ", ")
    let questions = "questions: [{id: q, asks: Is it so?, rules: [\(names)]}]\n"
    let house = checklist("house", rules: ["house-rule"], in: "house.yaml")
    let text = String(decoding: house.bytes, as: UTF8.self) + questions
    let broken = Library.load([SourceFile(name: "house.yaml", text: text)]).broken
    let diagnostics = broken.flatMap(\.diagnostics)
    #expect(diagnostics.count == 60)
    #expect(diagnostics.count { $0.help == "did you mean `house-rule`?" } == Guesses.most)
  }

  private func house(_ rule: String) -> SourceFile {
    SourceFile(
      name: "house.yaml", text: "checklist: house\ntitle: House\nabout: For tests.\n" + rule)
  }

  /// Without its subjects nothing can be said of what a rule asks of them.
  @Test func wrongSubjectsAreToldOnce() {
    let rule = """
      rules:
        - id: own
          title: It is named
          severity: low
          for_each: component
          when: has(subject.lag)
          require: has(subject.kind)
          at: subject.kind
          message: "`{subject.id}` has no kind"
          why: It is a test.
          fix: Name it.
          examples: {pass: "components: [{id: a}]", fail: "components: [{id: b}]"}
      """
    #expect(
      complaints(house(rule)) == ["house.yaml component: `for_each` cannot be `component`"])
  }

  @Test func anArchitectureIsNoChecklist() {
    let broken = Library.load([
      SourceFile(
        name: "arch.yaml", text: "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a}]\n")
    ]).broken
    let diagnostics = broken.flatMap(\.diagnostics)
    #expect(diagnostics.map(\.message) == ["this is an architecture, and no checklist"])
    #expect(diagnostics.map(\.help) == ["write `memaudit check arch.yaml`"])
  }
}
