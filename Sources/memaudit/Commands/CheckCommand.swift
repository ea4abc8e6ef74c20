internal import Analysis
internal import Auditing
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let check = CommandSpec(
    "check", "Audit architecture files, and decide the gate.",
    discussion:
      "Maps each system, computes what its numbers imply, applies all checklists and decides whether the gate passes.",
    operands: Operands(
      name: "PATH",
      doc:
        "A file, a folder (its arch.yaml, *.arch.yaml and .yml files), or - for standard input. Without one, the current folder.",
      count: 0...Int.max, completesFiles: true),
    options: OptionSpec.auditing + [
      OptionSpec(
        "format", .text(placeholder: "FORMAT[=PATH]"),
        "text (the default) or json, to standard output or a file; may be repeated."),
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
      let outputs = try ReportOutputs(invocation.values(of: "format"))
      var setups = AuditSetups(try AuditOptions(invocation))
      let paths = invocation.operands.isEmpty ? ["."] : invocation.operands
      let files: [String]
      do throws(Complaint) {
        files = try architectureFiles(at: paths)
      } catch {
        return terminal.complain(error, exit: .unusableInput)
      }
      var exit = ExitCode.passed
      var reports: [Report] = []
      for file in files {
        exit =
          exit
          | invocation.audit(file, &setups) { audit in
            if let wanted = invocation.values(of: "trace").last {
              return invocation.trace(wanted, in: audit)
            }
            if invocation.has("forecasts") {
              return terminal.write(
                ForecastText(
                  SystemView(audit.system), paint: terminal.paint, width: terminal.width
                ).rendered)
            }
            reports.append(Report(audit))
            return audit.gate.isPassed || invocation.has("exit-zero") ? .passed : .gateFailed
          }
      }
      return exit | outputs.write(reports, on: terminal)
    } catch {
      return terminal.complain(error, exit: .usage)
    }
  }
}
