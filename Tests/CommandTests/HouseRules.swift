/// A checklist of one rule, as a team might write it.
enum HouseRules {
  static let checklist = """
    checklist: house
    title: House rules
    about: For tests.
    questions: [{id: q, asks: Is it so?, rules: [windows-are-small]}]
    rules:
      - id: windows-are-small
        title: A window is larger than the house allows
        severity: high
        for_each: components
        when: "'windowed_buffer' in subject.patterns"
        require: has(subject.window.turns) && subject.window.turns <= 20
        at: subject.window.turns
        message: "{subject.id} keeps {subject.window.turns} turns"
        why: It is a test.
        fix: Keep fewer.
        sources: [map]
        examples:
          pass: "components: [{id: it, kind: windowed_buffer, window: {turns: 20}}]"
          fail: "components: [{id: it, kind: windowed_buffer, window: {turns: 21}}]"
    """
}
