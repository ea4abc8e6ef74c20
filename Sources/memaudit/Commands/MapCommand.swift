internal import Reporting
internal import SourceText

extension CommandSpec {
  static let map = CommandSpec(
    "map", "Show what each component is called in distributed systems, and what it gives up.",
    discussion:
      "Maps every component onto the Stateless Equivalence Map and says how it stands to consistency, availability and partition tolerance.",
    operands: .architectures,
    run: map)

  private static func map(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    let repositories = Repositories()
    let files: [InputPath]
    do throws(Complaint) {
      files = try architectureFiles(at: invocation.architectures)
    } catch {
      return terminal.complain(error, exit: .unusableInput)
    }
    return files.enumerated().reduce(.passed) { exit, input in
      do throws(Trouble) {
        let file = try AnalyzedFile(
          input.element, today: Clock.today, in: repositories, on: terminal)
        let text = MapText(
          SystemView(file.system), paint: terminal.paint, width: terminal.width)
        return exit | terminal.show((input.offset == 0 ? "" : "\n") + text.rendered)
      } catch {
        return exit | error.tell(on: terminal)
      }
    }
  }
}
