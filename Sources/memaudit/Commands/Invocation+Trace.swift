internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

extension Invocation {
  /// Prints the expressions of `RULE@SUBJECT` with the value of every part.
  func trace(_ wanted: String, in audit: Audit) -> ExitCode {
    let parts = wanted.split(separator: "@", maxSplits: 1).map(String.init)
    guard let name = parts.first, let rule = audit.library.rule(name) else {
      let near = suggestion(for: parts.first ?? "", among: audit.library.knownRules.sorted())
      return terminal.complain(
        Complaint(
          "there is no rule `\(parts.first ?? "")`", help: near.map { "did you mean `\($0)`?" }),
        exit: .usage)
    }
    let subject = parts.count > 1 ? parts[1] : Subject.system.name
    guard let trace = audit.trace(rule, of: subject) else {
      return terminal.complain(
        Complaint(
          "`\(name)` has no subject `\(subject)` here",
          help:
            "write RULE@SUBJECT, with the id of one of the \(rule.subjects?.rawValue ?? "system")"),
        exit: .usage)
    }
    return terminal.write(TraceText(trace, paint: terminal.paint).rendered)
  }
}
