package import Analysis
package import Architecture
package import SourceText

/// A finding that somebody has accepted for a time. It stands beside the verdict and never changes it.
package struct Waiver: Sendable {
  package enum Status: Sendable, Equatable {
    case active
    /// Its last day has passed.
    case expired
    case orphaned(Missing)
    /// Its rule finds nothing there any more.
    case noLongerNeeded
    /// Its rule was left out.
    case notAsked
    /// Its rule cannot be evaluated there.
    case notEvaluated
  }

  /// What a waiver names and nobody has.
  package enum Missing: Sendable, Equatable {
    case rule
    case subject
    /// The rule is there, and the subject; but the rule is about others: about these, or the whole system.
    case relation(Collection?)
  }

  package let finding: FindingKey
  package let reason: String
  package let approvedBy: String
  package let ticket: String?
  /// The last day on which it holds.
  package let expires: CalendarDate
  package let path: String
  package let span: Span
  package let status: Status
  /// The name that was most likely meant, of an orphaned one.
  package let suggestion: String?
}

/// The waivers of an architecture, each with what has become of it.
package struct Waivers: Sendable {
  /// In the order of the file.
  package let all: [Waiver]
  /// The findings that active ones accept.
  package let waived: Set<FindingKey>

  /// - Parameters:
  ///   - rules: All rules that are loaded, also those that are disabled or left out.
  ///   - leftOut: The ids of those that are not asked.
  package init(
    of system: AnalyzedSystem, rules: @autoclosure () -> [Rule],
    leftOut: @autoclosure () -> Set<String> = [], judgements: [Judgement],
    silences: [Silence] = [], unevaluated: Set<FindingKey> = [], today: CalendarDate
  ) {
    let records = system.file.root.records("waivers")
    let rules = Dictionary(
      records.isEmpty ? [] : rules().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let leftOut = records.isEmpty ? [] : leftOut()
    let named = Set(records.compactMap { $0.finding })
    let found =
      named.isEmpty
      ? []
      : Set(
        (judgements.filter { $0.finding != nil }.map(\.key) + silences.map(\.finding))
          .filter(named.contains))
    lazy var known = rules.keys.sorted()
    var guesses = Guesses()
    all = records.compactMap { record in
      guard let finding = record.finding, case .date(let expires)? = record.entry("expires")?.value
      else { return nil }
      let status: Waiver.Status
      var suggestion: String?
      if let rule = rules[finding.rule] {
        if !system.has(finding.subject, for: rule) {
          let isThere =
            system.part(finding.subject) != nil || finding.subject == Subject.system.name
          status = .orphaned(isThere ? .relation(rule.subjects) : .subject)
          suggestion =
            isThere ? nil : guesses.next(for: finding.subject, among: system.subjects(of: rule))
        } else if today > expires {
          status = .expired
        } else if leftOut.contains(rule.id) {
          status = .notAsked
        } else if unevaluated.contains(finding) {
          status = .notEvaluated
        } else {
          status = found.contains(finding) ? .active : .noLongerNeeded
        }
      } else {
        status = .orphaned(.rule)
        suggestion = guesses.next(for: finding.rule, among: known)
      }
      return Waiver(
        finding: finding, reason: record.text("reason") ?? "",
        approvedBy: record.text("approved_by") ?? "", ticket: record.text("ticket"),
        expires: expires, path: record.path, span: record.span, status: status,
        suggestion: suggestion)
    }
    waived = Set(all.filter { $0.status == .active }.map(\.finding))
  }
}

extension Record {
  fileprivate var finding: FindingKey? {
    guard let rule = text("rule"), let subject = text("subject") else { return nil }
    return FindingKey(rule: rule, subject: subject)
  }
}
