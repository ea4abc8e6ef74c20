internal import Auditing

extension Report {
  /// How to read a report, and what it cannot say.
  package struct MethodNote: Sendable {
    package let title: String
    package let text: String
  }

  /// What stands behind a verdict, in a sentence.
  package static let caveat =
    "A description was read; no running system was observed."

  /// What the gate is, to somebody who has never seen one.
  static func gateExplained(isPassed: Bool) -> String {
    "The gate is the check that a change has to get through: it is closed while something fails, or cannot be told, "
      + "that is too grave to go on with. "
      + (isPassed ? "Nothing closes it now." : "What closes it now stands below.")
  }

  /// What the numbers of the headline count.
  package static let figuresExplained =
    "Undeclared: questions that the description does not answer. Described: the share of what is asked that it does. Assurance: the share of what passes that rests on more than a declaration."

  package static let method: [MethodNote] = [
    MethodNote(
      title: "What was looked at",
      text:
        "The architecture file, the evidence files that it names, and nothing else. No running system was observed. A pass says that the file declares what the rule asks for, not that what is declared is so."
    ),
    MethodNote(
      title: "The score",
      text:
        "An interval from 0 to 100. The low end counts everything undeclared as failed, the high end as passed. Rules weigh \(weight(.critical)), \(weight(.high)), \(weight(.medium)) or \(weight(.low)) by severity (critical, high, medium, low); a rule over several subjects counts by the share of them that pass, and a critical one only if all do. What is waived or disabled counts as failed. A critical finding that nobody has waived limits the score to \(limit(.critical)), a high one to \(limit(.high))."
    ),
    MethodNote(
      title: "Described, and assurance",
      text:
        "Described is the share of the applicable weight that the file decides; under \(ScoreWords.enoughDescribed) there is no grade. Assurance is the share of the passed weight that rests on more than a declaration: on what is known of an implementation, on a document, or on a measurement."
    ),
    MethodNote(
      title: "Forecasts",
      text:
        "Arithmetic on the declared numbers, by the formulas that stand beside them: averages, with independent arrivals. They say what the design implies, not what was measured, and are no better than the numbers they start from."
    ),
    MethodNote(
      title: "The trilemma",
      text:
        "Consistency, availability and partition tolerance are meant by analogy with the CAP theorem, as explained here; the theorem itself is narrower and says less."
    ),
    MethodNote(
      title: "What it cannot see",
      text:
        "What the file leaves out altogether: a component that nobody described, a path that data takes beside the described ones, code that does otherwise than its description."
    ),
  ]

  private static func weight(_ severity: Severity) -> Int { Int(severity.weight) }

  private static func limit(_ severity: Severity) -> Int { Int(severity.scoreLimit) }
}
