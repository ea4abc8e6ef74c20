internal import Auditing
internal import JSON
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let diff = CommandSpec(
    "diff", "Show what a change does to findings, score and forecasts.",
    discussion:
      "Each side is an architecture file or a folder of them, which are audited now, or a report that check --format json wrote. Two files are compared whatever they are called; of several, those with the same path from the root of the repository. The gate does not decide the exit.",
    operands: Operands(
      name: "OLD NEW", doc: "What there was and what there is.", count: 2...2,
      completes: .files),
    options: OptionSpec.auditing + [
      OptionSpec(
        "format", .choice(["markdown", "text"]),
        "markdown (the default, for a pull request) or text.")
    ],
    exclusions: Exclusion.auditing,
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
    var sides: [Comparisons.Side] = []
    var told: Set<String> = []
    var exit = ExitCode.passed
    for path in invocation.operands {
      let (side, troubles) = side(at: path, auditor, on: terminal)
      for trouble in troubles { exit = exit | trouble.tell(on: terminal, unless: &told) }
      if let side { sides.append(side) }
    }
    guard sides.count == 2, sides.allSatisfy({ !$0.snapshots.isEmpty }) else { return exit }
    let comparisons = Comparisons(old: sides[0], new: sides[1])
    let isText = invocation.values(of: "format").last == "text"
    return exit
      | terminal.show(
        isText
          ? ComparisonText.text(comparisons, paint: terminal.paint, width: terminal.width)
          : ComparisonMarkdown.text(comparisons))
  }

  /// A file that is called a JSON file is a report; everything else is an architecture, or a folder of them.
  private static func side(
    at path: String, _ auditor: Auditor, on terminal: Terminal
  ) -> (Comparisons.Side?, [Trouble]) {
    do throws(Complaint) {
      guard !path.hasSuffix(".json") else { return (try keptReports(at: path), []) }
      var side = Comparisons.Side()
      var troubles: [Trouble] = []
      for file in try architectureFiles(at: [path]) {
        do throws(Trouble) {
          let (audit, trouble) = try auditor.audit(file)
          side.snapshots.append(try snapshot(of: audit, on: terminal))
          troubles.append(trouble)
        } catch {
          side.refused.append(RepositoryFiles.path(of: file.path) ?? file.path)
          troubles.append(error)
        }
      }
      return (side, troubles)
    } catch {
      return (nil, [terminal.trouble(error, exit: .unusableInput)])
    }
  }

  private static func snapshot(
    of audit: Audit, on terminal: Terminal
  ) throws(Trouble) -> Snapshot {
    do throws(Complaint) {
      return try Snapshot(Report(audit))
    } catch {
      throw terminal.trouble(error, exit: .defect)
    }
  }

  private static func keptReports(at path: String) throws(Complaint) -> Comparisons.Side {
    let json = try readJSON(path, as: "report")
    do throws(Complaint) {
      return try Comparisons.Side(json)
    } catch {
      throw Complaint("the report `\(path)` cannot be used: \(error.message)", help: error.help)
    }
  }
}
