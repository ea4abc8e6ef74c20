internal import Auditing
internal import SourceText

/// Reads bytes as a checklist, and runs the examples of its rules.
enum ChecklistTrial {
  static func complaints(about bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: "input.yaml", bytes: bytes)
    let reading = ChecklistReading(file)
    let complaints = Expectations.hold(
      for: reading.diagnostics, in: file, isUsable: reading.checklist != nil)
    let run = ExampleRun(today: ArchitectureTrial.today)
    return complaints
      + (reading.checklist?.rules ?? []).flatMap { run.mismatches(of: $0) }.flatMap {
        Expectations.hold(forShown: printable($0.message))
      }
  }
}
