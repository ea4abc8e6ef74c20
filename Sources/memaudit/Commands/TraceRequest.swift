internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

/// `RULE@SUBJECT`: the rule whose expressions are to be shown with the value of every part.
struct TraceRequest: Sendable {
  private let rule: String
  /// Nil where none is named.
  private let subject: String?

  init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    rule = parts.first ?? ""
    subject = parts.count > 1 ? parts[1] : nil
  }

  /// Nil where the rule has no such subject here.
  func rendered(_ audit: Audit, on terminal: Terminal) throws(Complaint) -> String? {
    guard let known = audit.library.rule(rule) else {
      guard !audit.library.knownRules.contains(rule) else {
        throw Complaint(
          "the rule `\(rule)` was not asked", help: "name it with `--only`, or leave that out")
      }
      throw Complaint(
        unknownRule: rule, meant: suggestion(for: rule, among: audit.library.knownRules.sorted()))
    }
    return audit.trace(known, of: subject ?? Subject.system.name).map {
      TraceText($0, paint: terminal.paint, width: terminal.width).rendered
    }
  }

  /// What is to be said where no file has the subject.
  func missing(_ audit: Audit) -> Complaint {
    guard let subjects = audit.library.rule(rule)?.subjects?.rawValue else {
      return Complaint(
        "`\(rule)` is about the whole system", help: "write `\(rule)`, without a subject")
    }
    return Complaint(
      subject.map { "`\(rule)` has no subject `\($0)` here" }
        ?? "`\(rule)` is about each of the \(subjects)",
      help: "write `\(rule)@SUBJECT`, with the id of one of the \(subjects)")
  }
}
