internal import Analysis
internal import Architecture
internal import Auditing
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let check = CommandSpec(
    "check", "Audit architecture files, and decide the gate.",
    discussion:
      "Maps each system, computes what its numbers imply, applies all checklists and decides whether the gate passes.",
    operands: .architectures,
    options: OptionSpec.auditing + [
      .format(ReportFormat.allCases), .summary,
      OptionSpec(
        "trace", .text(placeholder: "RULE@SUBJECT"),
        "Print a rule's expressions with the value of every part, and nothing else."),
      OptionSpec(
        "forecasts", .flag, "Print what the declared numbers imply, and nothing else."),
      OptionSpec("exit-zero", .flag, "Report only: the gate does not decide the exit."),
    ],
    exclusions: Exclusion.auditing + printsAlone,
    run: check)

  /// What is printed and nothing else leaves no report to be written.
  private static let printsAlone =
    [
      Exclusion(
        "trace", "forecasts",
        because: "`--trace` and `--forecasts` each print one thing, and nothing else")
    ]
    + ["trace", "forecasts"].flatMap { option in
      ["format", "summary"].map { other in
        Exclusion(
          option, other,
          because: "`--\(option)` prints one thing and no report, which `--\(other)` is about")
      }
    }

  private static func check(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    do throws(Trouble) {
      let run = try CheckRun(
        invocation, among: ReportFormat.allCases, isGated: !invocation.has("exit-zero"))
      if let trace = invocation.values(of: "trace").last.map(TraceRequest.init) {
        return show(trace, of: run)
      }
      if invocation.has("forecasts") {
        return show(run) { audit in
          ForecastText(SystemView(audit.system), paint: terminal.paint, width: terminal.width)
            .rendered
        }
      }
      if let trouble = run.auditor.refusal(of: run.files) { throw trouble }
      return run.check()
    } catch {
      return error.tell(on: terminal)
    }
  }

  /// Traces a rule in every file that has the subject. One of them has to.
  private static func show(_ trace: TraceRequest, of run: CheckRun) -> ExitCode {
    let terminal = run.terminal
    var isFound = false
    var missing: Complaint?
    let exit = show(run) { audit throws(Trouble) in
      do throws(Complaint) {
        guard let text = try trace.rendered(audit, on: terminal) else {
          missing = missing ?? trace.missing(audit)
          return ""
        }
        let heading = run.files.count > 1 ? "\(printable(audit.system.file.file.name)): " : ""
        defer { isFound = true }
        return (isFound ? "\n" : "") + heading + text
      } catch {
        var trouble = terminal.trouble(error, exit: .usage)
        trouble.isShared = true
        throw trouble
      }
    }
    guard let missing, !isFound else { return exit }
    return exit | terminal.complain(missing, exit: .usage)
  }

  /// Audits files one after the other, and prints something of each.
  private static func show(_ run: CheckRun, _ text: (Audit) throws(Trouble) -> String) -> ExitCode {
    let terminal = run.terminal
    var told: Set<String> = []
    return run.files.reduce(.passed) { exit, file in
      do throws(Trouble) {
        let (audit, trouble) = try run.auditor.audit(file)
        return exit | trouble.tell(on: terminal) | terminal.show(try text(audit))
      } catch {
        return exit | error.tell(on: terminal, unless: &told)
      }
    }
  }
}
