package import Analysis
internal import Architecture
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
  }

  /// What a waiver names and nobody has.
  package enum Missing: Sendable, Equatable {
    case rule
    case subject
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

  /// - Parameter rules: The ids of all rules that are loaded, disabled ones too.
  package init(
    of system: AnalyzedSystem, rules: @autoclosure () -> Set<String>, judgements: [Judgement],
    silences: [Silence] = [], today: CalendarDate
  ) {
    let records = system.file.root.records("waivers")
    let rules = records.isEmpty ? [] : rules()
    let named = Set(records.compactMap { $0.finding })
    let found =
      named.isEmpty
      ? []
      : Set(
        (judgements.filter { $0.finding != nil }.map(\.key) + silences.map(\.finding))
          .filter(named.contains))
    all = records.compactMap { record in
      guard let finding = record.finding, case .date(let expires)? = record.entry("expires")?.value
      else { return nil }
      let status: Waiver.Status
      var suggestion: String?
      if !rules.contains(finding.rule) {
        status = .orphaned(.rule)
        suggestion = SourceText.suggestion(for: finding.rule, among: rules.sorted())
      } else if finding.subject != Subject.system.name, system.part(finding.subject) == nil {
        status = .orphaned(.subject)
        let names = system.file.ids + [Subject.system.name]
        suggestion = SourceText.suggestion(for: finding.subject, among: names)
      } else if today > expires {
        status = .expired
      } else {
        status = found.contains(finding) ? .active : .noLongerNeeded
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
