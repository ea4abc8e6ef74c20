internal import Architecture

/// How a checklist is described. The same reader that reads architectures reads it.
extension RecordType {
  static let checklistFile = RecordType(
    "the checklist", "What is asked of an architecture, and the rules that answer.",
    [
      .required("checklist", .identifier, "The checklist's id, unique among all that are loaded."),
      .required("title", .text, "Its title, as reports show it."),
      .required("about", .text, "What it is for, in a sentence or two."),
      .neverNone("sources", .list(.text), "Where it comes from, by ids of the literature."),
      .neverNone("questions", .list(.record(.question)), "What it asks."),
      .neverNone("rules", .list(.record(.rule)), "The rules that answer."),
    ])

  static let question = RecordType(
    "a question", "What a reviewer would ask. Its verdict is the worst of its rules'.",
    [
      .required("id", .identifier, "The question's id."),
      .required("asks", .text, "The question, in words."),
      .neverNone("section", .text, "The heading under which it stands."),
      .required(
        "rules", .list(.text), "The ids of the rules that answer, of this checklist or another."),
      .neverNone("sources", .list(.text), "Where it comes from, by ids of the literature."),
    ])

  static let rule = RecordType(
    "a rule", "One check on one kind of subject. One fact is judged by one rule.",
    [
      .required("id", .identifier, "The rule's id, unique among all that are loaded."),
      .required("title", .text, "What it looks for, in a few words."),
      .required("severity", .record(.severity), "How grave a fail is."),
      .neverNone(
        "for_each", .choice(Choice(Collection.allCases.map { Choice.Option($0.rawValue) })),
        "The subjects; left out, the whole system."),
      .neverNone("when", .text, "When it applies; left out, always."),
      .required("require", .text, "What must be true."),
      .required("at", .text, "Where a finding points: `subject.coherence`."),
      .required("message", .text, "What a fail says; `{subject.id}` is replaced."),
      .required("why", .text, "Why it matters: the consequence first."),
      .required("fix", .text, "What to write and what to build."),
      .neverNone("failure_classes", .list(.text), "The classes of failure that it guards against."),
      .neverNone(
        "decided_by", .choice(["product", "engineering"]),
        "Who decides what a fail asks; left out, engineering."),
      .neverNone("decision", .record(.decision), "What there is to decide where it fails."),
      .neverNone(
        "figures", .list(.text),
        "Forecasts of the subject or of the system that say how much it matters here: `duplicates_per_day`."
      ),
      .neverNone("sources", .list(.text), "Where it comes from, by ids of the literature."),
      .required("examples", .record(.examples), "Its tests and its documentation."),
    ])

  static let decision = RecordType(
    "decision", "What there is to decide, as a question with its choices.",
    [
      .required("asks", .text, "The question, as the one who decides would put it."),
      .neverNone(
        "choices", .list(.record(.decisionChoice)),
        "What can be chosen; left out, the words that the field at `at` may hold."),
    ])

  static let decisionChoice = RecordType(
    "a choice", "What can be chosen, and what follows from it.",
    [
      .required("choose", .text, "What is chosen."),
      .required("follows", .text, "What follows from it."),
    ])

  static let severity = RecordType(
    "severity", "How grave a fail is.",
    shorthands: [Shorthand(.choice(.severities), fills: "base")],
    [
      .required("base", .choice(.severities), "The severity that weighs in the score."),
      Field("raise", .list(.record(.raise)), "When a fail is graver than that."),
    ])

  static let raise = RecordType(
    "raise", "When a fail is graver.",
    [
      .required("to", .choice(.severities), "How grave it is then."),
      .required("when", .text, "The condition."),
    ])

  static let examples = RecordType(
    "examples",
    "Parts of architecture files, completed by a minimal header; `---` stands between two of a kind.",
    RuleExample.Kind.allCases.map { kind in
      kind.isRequired
        ? .required(kind.rawValue, .text, kind.doc) : .neverNone(kind.rawValue, .text, kind.doc)
    })
}
