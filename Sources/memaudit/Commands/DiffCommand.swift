internal import JSON
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let diff = CommandSpec(
    "diff", "Show what a change does to findings, score and forecasts.",
    discussion:
      "Each side is an architecture file, which is audited now, or a report that check --format json wrote. The gate does not decide the exit.",
    operands: Operands(
      name: "OLD NEW", doc: "What there was and what there is.", count: 2...2,
      completes: .files),
    options: OptionSpec.auditing + [
      OptionSpec(
        "format", .choice(["markdown", "text"]),
        "markdown (the default, for a pull request) or text.")
    ],
    run: diff)

  private static func diff(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    let options: AuditOptions
    do throws(Complaint) {
      options = try AuditOptions(invocation)
    } catch {
      return terminal.complain(error, exit: .usage)
    }
    let auditor = Auditor(options, on: terminal)
    let sides = invocation.operands.map { path in
      Result { () throws(Trouble) in try snapshot(of: path, auditor, on: terminal) }
    }
    var trouble = Trouble()
    var snapshots: [Snapshot] = []
    for side in sides {
      switch side {
      case .success(let (snapshot, own)):
        snapshots.append(snapshot)
        trouble.add(own)
      case .failure(let own): trouble.add(own)
      }
    }
    let exit = trouble.tell(on: terminal)
    guard snapshots.count == 2 else { return exit }
    let comparison = Comparison(old: snapshots[0], new: snapshots[1])
    let isText = invocation.values(of: "format").last == "text"
    return exit
      | terminal.show(
        isText
          ? ComparisonText(comparison, paint: terminal.paint, width: terminal.width).rendered
          : ComparisonMarkdown.text(comparison))
  }

  /// A file whose name ends as that of a JSON report is one; everything else is an architecture. Each is read once: what
  /// comes through a pipe is gone then.
  private static func snapshot(
    of path: String, _ auditor: Auditor, on terminal: Terminal
  ) throws(Trouble) -> (Snapshot, Trouble) {
    if path.hasSuffix(".json") {
      do throws(Complaint) {
        return (try report(at: path), Trouble())
      } catch {
        throw terminal.trouble(error, exit: .unusableInput)
      }
    }
    let (audit, trouble) = try auditor.audit(.named(path))
    do throws(Complaint) {
      return (try Snapshot(Report(audit)), trouble)
    } catch {
      throw terminal.trouble(error, exit: .defect)
    }
  }

  private static func report(at path: String) throws(Complaint) -> Snapshot {
    let json = try readJSON(path, as: "report")
    do throws(Complaint) {
      return try Snapshot(json)
    } catch {
      throw Complaint("the report `\(path)` cannot be used: \(error.message)", help: error.help)
    }
  }
}
