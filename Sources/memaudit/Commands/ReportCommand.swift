internal import Reporting
internal import SourceText

extension CommandSpec {
  static let report = CommandSpec(
    "report", "Write the review of an architecture, for those who have to decide something.",
    discussion:
      "Audits as `check` does and shows how the gate would decide, but does not let it decide the exit: that is 0 whenever the review could be written.",
    operands: .architectures,
    options: OptionSpec.auditing + [.format(reviews), .summary],
    exclusions: Exclusion.auditing,
    run: report)

  private static let reviews = ReportFormat.allCases.filter(\.isReview)

  private static func report(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    do throws(Complaint) {
      let options = try AuditOptions(invocation)
      let outputs = try ReportOutputs(
        invocation.values(of: "format"), among: reviews, isSummary: invocation.has("summary"),
        on: terminal)
      let files: [InputPath]
      do throws(Complaint) {
        files = try architectureFiles(at: invocation.architectures)
      } catch {
        return terminal.complain(error, exit: .unusableInput)
      }
      let run = CheckRun(
        auditor: Auditor(
          options, replacing: ReplacedFiles(by: outputs.targets), on: terminal), outputs: outputs,
        operands: invocation.architectures, isGated: false,
        terminal: terminal)
      return run.check(files)
    } catch {
      return terminal.complain(error, exit: .usage)
    }
  }
}
