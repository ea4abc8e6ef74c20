internal import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

extension CommandSpec {
  static let check = CommandSpec(
    "check", "Audit architecture files.",
    discussion: "Reads each file and reports everything that is wrong with it.",
    operands: Operands(
      name: "PATH",
      doc:
        "A file, a folder (its arch.yaml, *.arch.yaml and .yml files), or - for standard input. Without one, the current folder.",
      count: 0...Int.max, completesFiles: true),
    options: [
      OptionSpec(
        "checklist", .text(placeholder: "FILE"),
        "Another checklist, beside the built-in ones; may be repeated.")
    ],
    run: check)

  private static func check(_ invocation: Invocation) -> ExitCode {
    let paths = invocation.operands.isEmpty ? ["."] : invocation.operands
    let files: [String]
    do {
      files = try architectureFiles(at: paths)
    } catch {
      return invocation.terminal.complain(error, exit: .unusableInput)
    }
    var checklists: [SourceFile] = []
    do {
      for path in invocation.values(of: "checklist") { checklists.append(try readFile(path)) }
    } catch {
      return invocation.terminal.complain(error, exit: .brokenChecklist)
    }
    guard let library = invocation.library(checklists, builtIn: true) else {
      return .brokenChecklist
    }
    let auditor = Auditor(library, today: Clock.today)
    return files.reduce(.passed) { exit, path in
      exit
        | invocation.analyze(path) { system, terminal in
          var text = summary(system.file, paint: terminal.paint)
          let (judgements, failures) = auditor.judgements(of: system)
          for judgement in judgements {
            switch judgement.verdict {
            case .fail:
              text +=
                "FAIL \(judgement.severity.rawValue) \(judgement.rule.id)@\(judgement.subject.name): \(judgement.message)\n"
            case .undeclared(let paths):
              text +=
                "UNDECLARED \(judgement.rule.id)@\(judgement.subject.name): \(paths.joined(separator: ", "))\n"
            case .passOrNotApplicable(let paths):
              text +=
                "PASS? \(judgement.rule.id)@\(judgement.subject.name): \(paths.joined(separator: ", "))\n"
            case .pass, .notApplicable: break
            }
          }
          for failure in failures {
            text += "ERROR \(failure.rule.id): \(failure.diagnostic.message)\n"
          }
          return terminal.write(text)
        }
    }
  }

  private static func summary(_ architecture: ArchitectureFile, paint: Paint) -> String {
    var text =
      paint(printable(architecture.name), .bold) + " (\(printable(architecture.file.name)))\n"
    for (title, records) in [
      ("agents", architecture.agents), ("components", architecture.components),
      ("stores", architecture.stores),
    ] where !records.isEmpty {
      text += "  \(title)\n"
      let width = records.map { $0.text("id")?.count ?? 0 }.max() ?? 0
      for record in records {
        let id = record.text("id") ?? ""
        let description = description(of: record)
        let padding = String(repeating: " ", count: width - id.count + 2)
        text +=
          "    " + paint(id, .cyan) + (description.isEmpty ? "" : padding + description) + "\n"
      }
    }
    return text
  }

  private static func description(of record: Record) -> String {
    let what = record.texts("kind") + [record.text("kind"), record.text("role")].compactMap(\.self)
    let store = record.text("store").map { "in \($0)" }
    return (what + [record.text("implementation"), store].compactMap(\.self)).map { printable($0) }
      .joined(separator: ", ")
  }
}
