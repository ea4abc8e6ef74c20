internal import Reporting

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
    do throws(Trouble) {
      return try CheckRun(invocation, among: reviews, isGated: false).check()
    } catch {
      return error.tell(on: invocation.terminal)
    }
  }
}
