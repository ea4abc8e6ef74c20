package import Auditing

/// What a change does to an audit.
package struct Comparison: Sendable {
  /// What the difference comes from.
  package enum Cause: Sendable {
    case nothing
    case architecture
    case checklists
    case both
  }

  /// A finding that came, went or changed its verdict.
  package struct Change: Sendable {
    package enum Kind: Sendable {
      case new
      /// It failed and passes, or what it was about is still there and there is nothing left to fail.
      case fixed
      /// It could not be told and passes.
      case answered
      /// It failed and can no longer be told, or the other way round.
      case turned
      /// It is neither found nor passed any more.
      case gone
    }

    package let kind: Kind
    package let rule: String
    package let subject: String
    package let severity: Severity
    /// Nil where it was not found.
    package let before: FindingKind?
    package let after: FindingKind?
    let passes: Bool
    /// What it says now, or said before where it is found no more.
    package let message: String
    /// Whether the rule is asked on one side only, so that the checklists made the difference.
    package let isOfChecklists: Bool
    /// Whether what it was about is no longer there.
    package let isOfNothing: Bool
  }

  /// A forecast that moved.
  package struct Move: Sendable {
    package let subject: String
    package let name: String
    /// Nil where it could not be told.
    package let before: String?
    package let after: String?
  }

  package let old: Snapshot
  package let new: Snapshot
  package let cause: Cause
  /// Fails before what cannot be told, the gravest first.
  package let changes: [Change]
  /// What was decided and is not asked any more, because what would decide that is not declared.
  package let silences: [Silence]
  package let unchangedFails: Int
  package let unchangedUndeclared: Int
  package let moves: [Move]

  package init(old: Snapshot, new: Snapshot) {
    self.old = old
    self.new = new
    cause = Self.cause(old, new)
    let before = Dictionary(
      old.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      new.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    silences = new.audit?.silences(since: old.decided) ?? []
    let silent = Set(silences.map(\.finding))
    changes = Set(before.keys).union(after.keys).subtracting(silent)
      .compactMap { key in Self.change(of: key, before[key], after[key], old, new) }
      .sorted(by: Change.isBefore)
    let same = after.filter { before[$0.key]?.kind == $0.value.kind }.values
    unchangedFails = same.count { $0.kind == .fail }
    unchangedUndeclared = same.count { $0.kind == .undeclared }
    moves = Self.moves(from: old.forecasts, to: new.forecasts)
  }

  /// Whether nothing of it differs.
  package var isNothing: Bool {
    changes.isEmpty && silences.isEmpty && moves.isEmpty
      && old.unknownImplementations == new.unknownImplementations
      && headline.allSatisfy { $0.before == $0.after }
  }

  /// The changes of one kind, in their order.
  package func changes(_ kind: Change.Kind) -> [Change] { changes.filter { $0.kind == kind } }

  private static func cause(_ old: Snapshot, _ new: Snapshot) -> Cause {
    switch (
      old.architectureHash == new.architectureHash, old.checklistsHash == new.checklistsHash
    ) {
    case (true, true): .nothing
    case (false, true): .architecture
    case (true, false): .checklists
    case (false, false): .both
    }
  }

  private static func change(
    of key: FindingKey, _ before: Snapshot.Finding?, _ after: Snapshot.Finding?, _ old: Snapshot,
    _ new: Snapshot
  ) -> Change? {
    guard let shown = after ?? before, before?.kind != after?.kind else { return nil }
    let isOfChecklists = old.rules.contains(key.rule) != new.rules.contains(key.rule)
    let isOfNothing = after == nil && !new.subjects.contains(key.subject)
    return Change(
      kind: kind(
        before?.kind, after?.kind, passes: new.passes.contains(key),
        canBeAsked: !isOfChecklists && !isOfNothing),
      rule: key.rule, subject: key.subject, severity: shown.severity, before: before?.kind,
      after: after?.kind, passes: new.passes.contains(key), message: shown.message,
      isOfChecklists: isOfChecklists, isOfNothing: isOfNothing)
  }

  private static func kind(
    _ before: FindingKind?, _ after: FindingKind?, passes: Bool, canBeAsked: Bool
  ) -> Change.Kind {
    switch (before, after) {
    case (nil, _): .new
    case (.some, .some): .turned
    case (.fail, nil): passes || canBeAsked ? .fixed : .gone
    case (.undeclared, nil): passes ? .answered : .gone
    }
  }

  private static func moves(from old: [Snapshot.Forecast], to new: [Snapshot.Forecast]) -> [Move] {
    struct Name: Hashable {
      let subject: String
      let name: String
    }
    let name = { (forecast: Snapshot.Forecast) in
      Name(subject: forecast.subject, name: forecast.name)
    }
    let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let gone = old.filter { after[name($0)] == nil }
    return (new + gone).compactMap { forecast in
      let (was, becomes) = (before[name(forecast)], after[name(forecast)])
      guard was?.comparable != becomes?.comparable else { return nil }
      return Move(
        subject: forecast.subject, name: forecast.name, before: was?.text, after: becomes?.text)
    }
  }
}

extension Comparison.Change {
  fileprivate static func isBefore(_ left: Self, _ right: Self) -> Bool {
    let fails = { (change: Self) in change.before == .fail || change.after == .fail }
    if fails(left) != fails(right) { return fails(left) }
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.rule, left.subject) < (right.rule, right.subject)
  }
}
