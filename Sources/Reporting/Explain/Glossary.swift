/// What the words of a report mean, and where more is said of them.
struct Glossary: Sendable {
  let words: [String]
  let meaning: String
  /// The page of the documentation.
  let page: String

  var explanation: Explanation {
    Explanation(
      title: words.first ?? "", subtitle: "a word of reports",
      blocks: [
        .paragraph(meaning), .heading("More"), .paragraph(Project.page(page)),
      ])
  }

  static let table: [Glossary] = [
    .init(
      words: ["none"],
      meaning:
        "Written as a value: there is no such thing, no backup, no limit, no expiry. It is an answer like any other, and often the one that fails. What you do not know you leave out: it is undeclared then. A field that is true or false is never `none`.",
      page: "README.md#a-first-file-in-five-minutes"),
    .init(
      words: ["undeclared", "declared"],
      meaning:
        "Undeclared is what the file does not say. It never passes and never fails: the score counts it as failed at its low end and as passed at its high end, and the report tells which declarations are worth most.",
      page: "README.md#a-first-file-in-five-minutes"),
    .init(
      words: ["verdict", "finding"],
      meaning:
        "What a rule says of one subject: pass, fail, undeclared or not applicable. The fails and the undeclared verdicts are findings.",
      page: "docs/score.md"),
    .init(
      words: ["score", "grade", "described", "worth"],
      meaning:
        "The score is an interval of a hundred points: its low end counts every undeclared verdict as failed, its high end as passed. `worth` is by how many points the low end would rise. `described` is the share that is decided; under \(ScoreWords.enoughDescribed) there is no grade.",
      page: "docs/score.md"),
    .init(
      words: ["gate"],
      meaning:
        "What decides the exit of `memaudit check`: 0 where it passes, 1 where it fails. How strict it is follows from the system's `stage`, the command line or a `.memaudit.yaml`.",
      page: "docs/configuration.md"),
    .init(
      words: ["waiver"],
      meaning:
        "A finding that somebody accepts for a time, written under `waivers` with a reason, a name and a last day. It opens the gate until then; the score still counts the finding. `memaudit explain RULE` has the lines.",
      page: "docs/configuration.md#a-finding-that-you-accept"),
    .init(
      words: ["baseline"],
      meaning:
        "What was found at one time, kept in a file, so that the gate fails only on what is new. `--format baseline=FILE` writes it, `--baseline FILE` compares with it.",
      page: "docs/ci.md#adopting-it-where-much-is-open"),
  ]
}
