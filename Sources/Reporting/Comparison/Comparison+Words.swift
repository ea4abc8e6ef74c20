internal import Auditing
internal import SourceText

extension Comparison {
  /// What the difference comes from, in a sentence.
  var causeSentence: String {
    switch cause {
    case .nothing: "Neither the architecture nor the checklists changed."
    case .architecture: "The architecture changed; the checklists are the same."
    case .checklists:
      "The checklists changed, the architecture did not: the scores do not compare."
    case .both: "Both the architecture and the checklists changed: the scores do not compare."
    }
  }

  /// Before and after, for what has both.
  package var headline: [(name: String, before: String, after: String)] {
    [
      ("score", Self.score(old), Self.score(new)),
      ("grade", old.score?.grade?.rawValue ?? "–", new.score?.grade?.rawValue ?? "–"),
      ("described", ScoreWords.percent(old.described), ScoreWords.percent(new.described)),
      ("fails", Self.count(.fail, old), Self.count(.fail, new)),
      ("undeclared", Self.count(.undeclared, old), Self.count(.undeclared, new)),
      ("gate", Self.gate(old), Self.gate(new)),
    ]
  }

  private static func score(_ snapshot: Snapshot) -> String {
    snapshot.score.map { ScoreWords.interval($0.low, $0.high) } ?? "none"
  }

  private static func count(_ kind: FindingKind, _ snapshot: Snapshot) -> String {
    "\(snapshot.findings.count { $0.kind == kind })"
  }

  private static func gate(_ snapshot: Snapshot) -> String {
    snapshot.isGatePassed ? "passes" : "fails"
  }

  /// The sections that list changes.
  package var sections: [(title: String, changes: [Change])] {
    [
      ("New", changes(.new)), ("Turned", changes(.turned)), ("Fixed", changes(.fixed)),
      ("Answered", changes(.answered)), ("No longer asked", changes(.gone)),
    ].filter { !$0.1.isEmpty }
  }

  package static let silenced = "Not asked any more, for want of a declaration"

  package var unchanged: String {
    "Unchanged: \(counted(unchangedFails, "fail")) and \(unchangedUndeclared) undeclared."
  }
}

extension Comparison.Change {
  /// `fail`, or what it was and is.
  package var verdict: String {
    switch (before, after) {
    case (let before?, let after?): "\(before.rawValue), now \(after.rawValue)"
    case (let kind?, nil), (nil, let kind?): kind.rawValue
    case (nil, nil): ""
    }
  }

  /// What a list says of it.
  package var sentence: String {
    // What is said of a verdict that cannot be told holds no longer.
    if before == .undeclared, after == nil, let outcome { return outcome }
    let reason =
      isOfChecklists
      ? " (the rule itself is new or gone)"
      : isOfNothing
        ? " (\(subject) is no longer there)"
        : after == nil && !passes ? " (\(Self.doesNotApply))" : ""
    return message + reason
  }

  /// What became of a question that was open; nil where it went with its rule.
  private var outcome: String? {
    if isOfChecklists { return nil }
    if isOfNothing { return "\(subject) is no longer there" }
    return kind == .answered ? "it can be told now, and passes" : Self.doesNotApply
  }

  private static let doesNotApply = "it does not apply, or passes if it does"
}

extension Silence {
  /// What to do about it.
  var sentence: String {
    "declare " + paths.map { "`\($0)`" }.joined(separator: ", ")
      + ", so that it is asked again or surely not"
  }
}
