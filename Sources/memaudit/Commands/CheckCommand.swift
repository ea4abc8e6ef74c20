internal import Analysis
internal import Architecture
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
    run: check)

  private static func check(_ invocation: Invocation) -> ExitCode {
    let paths = invocation.operands.isEmpty ? ["."] : invocation.operands
    let files: [String]
    do {
      files = try architectureFiles(at: paths)
    } catch {
      return invocation.terminal.complain(error, exit: .unusableInput)
    }
    return files.reduce(.passed) { exit, path in
      exit
        | invocation.analyze(path) { system, terminal in
          terminal.write(summary(system.file, paint: terminal.paint))
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
