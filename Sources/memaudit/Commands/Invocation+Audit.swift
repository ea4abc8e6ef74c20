internal import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

extension Invocation {
  /// Audits a file as the options and its configuration want it, and hands the audit on; or tells what is wrong.
  func audit(_ path: String, _ setups: inout AuditSetups, _ use: (Audit) -> ExitCode) -> ExitCode {
    analyze(path, today: setups.options.today) { system, evidence, files in
      let setup: AuditSetup
      do throws(AuditSetup.Failure) {
        setup = try setups.setup(for: files)
      } catch {
        return tell(error)
      }
      let audit = Audit(
        system, library: setup.library, evidence: evidence, settings: setup.settings)
      return tell(audit.failures) | use(audit)
    }
  }

  private func tell(_ failure: AuditSetup.Failure) -> ExitCode {
    switch failure {
    case .complaint(let complaint, let exit): return terminal.complain(complaint, exit: exit)
    case .broken(let files, let exit):
      return files.reduce(exit) { $0 | tell($1.diagnostics, of: $1.file) }
    }
  }

  /// Rules that could not be evaluated: the other verdicts are reported all the same.
  private func tell(_ failures: [RuleFailure]) -> ExitCode {
    failures.reduce(.passed) { exit, failure in
      let diagnostic = Diagnostic(
        "\(failure.diagnostic.message) (about \(failure.subject.name))", at: failure.diagnostic.span
      )
      return exit | tell([diagnostic], of: failure.rule.origin.file) | .brokenChecklist
    }
  }

  /// Shows diagnostics in a file's frame.
  func tell(_ diagnostics: [Diagnostic], of file: SourceFile) -> ExitCode {
    let frame = CodeFrame(file, paint: terminal.errorPaint, width: terminal.width)
    return terminal.write(diagnostics.map { frame.rendered($0) + "\n" }.joined(), to: .error)
  }
}
