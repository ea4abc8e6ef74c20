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
    run: check)

  private static func check(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    do throws(Complaint) {
      let options = try AuditOptions(invocation)
      let outputs = try ReportOutputs(
        invocation.values(of: "format"), among: ReportFormat.allCases,
        isSummary: invocation.has("summary"), on: terminal)
      let files: [InputPath]
      do throws(Complaint) {
        files = try architectureFiles(at: invocation.architectures)
      } catch {
        return terminal.complain(error, exit: .unusableInput)
      }
      let auditor = Auditor(options, on: terminal)
      if let trace = invocation.values(of: "trace").last.map(TraceRequest.init) {
        return show(files, auditor, on: terminal) { audit throws(Trouble) in
          do throws(Complaint) {
            return try trace.rendered(audit, paint: terminal.paint)
          } catch {
            throw terminal.trouble(error, exit: .usage)
          }
        }
      }
      if invocation.has("forecasts") {
        return show(files, auditor, on: terminal) { audit in
          ForecastText(SystemView(audit.system), paint: terminal.paint, width: terminal.width)
            .rendered
        }
      }
      let run = CheckRun(
        auditor: auditor, outputs: outputs, isGated: !invocation.has("exit-zero"),
        terminal: terminal)
      return run.check(files)
    } catch {
      return terminal.complain(error, exit: .usage)
    }
  }

  /// Audits files one after the other, and prints something of each.
  private static func show(
    _ files: [InputPath], _ auditor: Auditor, on terminal: Terminal,
    _ text: (Audit) throws(Trouble) -> String
  ) -> ExitCode {
    var told: Set<String> = []
    return files.reduce(.passed) { exit, file in
      do throws(Trouble) {
        let (audit, trouble) = try auditor.audit(file)
        return exit | trouble.tell(on: terminal) | terminal.show(try text(audit))
      } catch {
        return exit | error.tell(on: terminal, unless: &told)
      }
    }
  }
}
