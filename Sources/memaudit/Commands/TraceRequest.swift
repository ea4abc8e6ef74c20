internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

/// `RULE@SUBJECT`: the rule whose expressions are to be shown with the value of every part.
struct TraceRequest: Sendable {
  private let rule: String
  private let subject: String

  init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    rule = parts.first ?? ""
    subject = parts.count > 1 ? parts[1] : Subject.system.name
  }

  /// Nil where the rule has no such subject here.
  func rendered(_ audit: Audit, paint: Paint) throws(Complaint) -> String? {
    guard let known = audit.library.rule(rule) else {
      guard !audit.library.knownRules.contains(rule) else {
        throw Complaint(
          "the rule `\(rule)` was not asked", help: "name it with `--only`, or leave that out")
      }
      let near = suggestion(for: rule, among: audit.library.knownRules.sorted())
      throw Complaint("there is no rule `\(rule)`", help: near.map { "did you mean `\($0)`?" })
    }
    return audit.trace(known, of: subject).map { TraceText($0, paint: paint).rendered }
  }

  /// What is to be said where no file has the subject.
  func missing(_ audit: Audit) -> Complaint {
    let subjects = audit.library.rule(rule)?.subjects?.rawValue ?? "system"
    return Complaint(
      "`\(rule)` has no subject `\(subject)` here",
      help: "write RULE@SUBJECT, with the id of one of the \(subjects)")
  }
}
