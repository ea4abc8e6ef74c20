import TestSupport
import Testing

/// Whatever bytes a file holds, every door through which it can come ends with a short and clean answer.
@Suite struct HostileBytesTests {
  private static let sound = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\n"

  private func folder(_ hostile: HostileBytes) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["hostile.yaml", "hostile.json"] { try folder.write(hostile.bytes, to: name) }
    return folder
  }

  @Test(arguments: HostileBytes.all)
  func asAnArchitecture(hostile: HostileBytes) throws {
    let folder = try folder(hostile)
    let outcome = try Command.run(
      ["check", "hostile.yaml", "--only", "leadership"], in: folder.path)
    outcome.expectPresentable(hostile.name)
    #expect([0, 3].contains(outcome.exit))
  }

  @Test(arguments: HostileBytes.all)
  func asABaselineAndASideOfAComparison(hostile: HostileBytes) throws {
    let folder = try folder(hostile)
    let baseline = try Command.run(["check", "--baseline", "hostile.json"], in: folder.path)
    baseline.expectPresentable("a baseline of \(hostile.name)")
    #expect(baseline.exit == 2)
    let sides = try Command.run(["diff", "hostile.json", "hostile.json"], in: folder.path)
    sides.expectPresentable("a comparison of \(hostile.name)")
    #expect(sides.exit == 3 && sides.output.isEmpty)
  }

  /// Each in a folder of its own, all in one run: the built-in checklists are read once for it.
  private func folders(_ files: (HostileBytes) -> [String: [UInt8]]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".git/HEAD")
    for (number, hostile) in HostileBytes.all.enumerated() {
      for (name, bytes) in files(hostile) { try folder.write(bytes, to: "\(number)/\(name)") }
    }
    return folder
  }

  @Test func asAConfiguration() throws {
    let folder = try folders { hostile in
      [".memaudit.yaml": hostile.bytes, "arch.yaml": Array(Self.sound.utf8)]
    }
    let outcome = try Command.run(
      ["check", "--only", "leadership", "--format", "jsonl"], in: folder.path)
    outcome.expectPresentable("every configuration", most: 1_000_000)
    #expect(outcome.output.split(separator: "\n").count == HostileBytes.all.count)
  }

  @Test func asAChecklist() throws {
    let folder = try folders { ["checklist.yaml": $0.bytes] }
    let files = HostileBytes.all.indices.map { "\($0)/checklist.yaml" }
    let outcome = try Command.run(["test"] + files, in: folder.path)
    outcome.expectPresentable("every checklist", most: 1_000_000)
    #expect(outcome.exit == 4)
    for file in files { #expect(outcome.errors.contains("\(file):"), "\(file)") }
  }

  @Test(arguments: ["k6", "redis-benchmark", "document"])
  func asEvidence(format: String) throws {
    let architecture =
      Self.sound + "stores: [{id: s, kind: redis, latency: {p95: 3ms}}]\nevidence: "
      + "[{for: stores.s.latency.p95, file: hostile, format: \(format), dated: 2026-10-01}]\n"
    let folder = try folders { ["hostile": $0.bytes, "arch.yaml": Array(architecture.utf8)] }
    let outcome = try Command.run(
      ["check", "--only", "leadership", "--format", "json"], in: folder.path)
    outcome.expectPresentable(format, most: 2_000_000)
    let refused = outcome.output.split(separator: "\n").filter { $0.contains("does not count") }
    #expect(refused.count == (format == "document" ? 0 : HostileBytes.all.count))
  }

  @Test func asAnswers() throws {
    let folder = try TemporaryFolder()
    let short = HostileBytes.all.filter { $0.bytes.count < 10_000 }
    for (number, hostile) in short.enumerated() {
      try folder.write(hostile.bytes, to: "answers")
      let outcome = try Command.run(
        ["init", "\(number).arch.yaml", "--interactive"], in: folder.path,
        through: #""$@" <answers"#)
      outcome.expectPresentable("answers of \(hostile.name)", most: 200_000)
      #expect(outcome.exit == 0)
    }
    // What is written can be read, whatever was answered.
    let outcome = try Command.run(["check", "--only", "leadership"], in: folder.path)
    #expect([0, 1].contains(outcome.exit), "\(outcome.errors)")
  }
}
