import Foundation
import TestSupport
import Testing

/// A baseline of several files: each is compared with its own report.
@Suite struct BaselineReportsTests {
  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(["check", "--fail-on", "high"] + arguments, in: folder.path)
  }

  private func folderWithBaseline() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "a.arch.yaml": SmallSystem.worse, "b/arch.yaml": SmallSystem.sound,
      "c.arch.yaml": "memaudit: 1\n",
    ])
    #expect(try check(folder, ".", "--format", "json=baseline.json").exit == 3)
    return folder
  }

  @Test func whatWasThereIsKnownFileByFile() throws {
    let folder = try folderWithBaseline()
    #expect(try check(folder, "a.arch.yaml", "b").exit == 1)
    #expect(try check(folder, "a.arch.yaml", "b", "--baseline", "baseline.json").exit == 0)
    #expect(try check(folder, "./a.arch.yaml", "--baseline", "baseline.json").exit == 0)
    try folder.write(SmallSystem.worse, to: "b/arch.yaml")
    let outcome = try check(folder, "a.arch.yaml", "b", "--baseline", "baseline.json")
    #expect(outcome.exit == 1, "what one file had is known of another\n\(outcome.output)")
  }

  /// Two names that are equal to Unicode are those of two files.
  @Test func filesAreToldApartByTheBytesOfTheirNames() throws {
    let folder = try TemporaryFolder(["caf\u{E9}.arch.yaml": SmallSystem.worse])
    _ = try check(folder, ".", "--format", "baseline=baseline.json")
    try folder.write(SmallSystem.worse, to: "cafe\u{301}.arch.yaml")
    let outcome = try check(folder, "cafe\u{301}.arch.yaml", "--baseline", "baseline.json")
    #expect(outcome.exit == 1, "\(outcome.output)")

    _ = try check(folder, ".", "--format", "baseline=baseline.json")
    try FileManager.default.removeItem(atPath: folder.path + "/caf\u{E9}.arch.yaml")
    let rest = try check(folder, ".", "--baseline", "baseline.json")
    #expect(rest.output.contains("1 file of the baseline was not audited"), "\(rest.output)")
  }

  @Test func aFileThatIsNotInItIsNew() throws {
    let folder = try folderWithBaseline()
    try folder.write(SmallSystem.worse, to: "d.arch.yaml")
    let outcome = try check(folder, "d.arch.yaml", "--baseline", "baseline.json")
    #expect(outcome.exit == 1)
    #expect(!outcome.output.contains("other checklists"))
  }

  @Test func aListWithoutAReportIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallSystem.sound, to: "arch.yaml")
    for (json, message) in [("[]", "it holds no report"), ("[1]", "not a report of memaudit")] {
      try folder.write(json, to: "baseline.json")
      let outcome = try check(folder, "--baseline", "baseline.json")
      #expect(outcome.exit == 2)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  /// The path from the root of the repository counts, however the file is spelt and wherever the program runs.
  @Test(arguments: ["json", "baseline"])
  func theSameFileIsTheSameFromAnyFolder(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".git/HEAD")
    try folder.write(SmallSystem.worse, to: "deep/er/arch.yaml")
    try folder.write(SmallSystem.worse, to: "deep/arch.yaml")
    let baseline = folder.path + "/baseline.json"
    #expect(try check(folder, ".", "--format", "\(format)=\(baseline)").exit == 1)
    for (place, path) in [
      ("", "deep/er/arch.yaml"), ("/deep", "./er/arch.yaml"), ("/deep/er", "arch.yaml"),
      ("/deep/er", "../arch.yaml"), ("/deep", "er/../arch.yaml"),
      ("", folder.path + "/deep/arch.yaml"), ("/deep", "."),
    ] {
      let outcome = try Command.run(
        ["check", path, "--fail-on", "high", "--baseline", baseline], in: folder.path + place)
      #expect(outcome.exit == 0, "\(path) in \(place)\n\(outcome.output)")
    }
  }

  /// What one file had excuses no other, also where the baseline has one file only.
  @Test func aReportOfOneFileIsOfThatFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallSystem.worse, to: "a.arch.yaml")
    try folder.write(SmallSystem.worse, to: "b.arch.yaml")
    _ = try check(folder, "a.arch.yaml", "--format", "json=baseline.json")
    #expect(try check(folder, "./a.arch.yaml", "--baseline", "baseline.json").exit == 0)
    let other = try check(folder, "b.arch.yaml", "--baseline", "baseline.json")
    #expect(other.exit == 1)
    let text = inOneLine(other.output)
    #expect(text.contains("The baseline has no report of this file, so that everything counts"))
    // Nobody asked for the other one.
    #expect(!text.contains("not audited"))
  }

  @Test func standardInputIsWhatTheOnlyReportIsAbout() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallSystem.worse, to: "a.arch.yaml")
    _ = try check(folder, "a.arch.yaml", "--format", "baseline=baseline.json")
    let outcome = try Command.run(
      ["check", "-", "--fail-on", "high", "--baseline", "baseline.json"], in: folder.path,
      input: SmallSystem.worse)
    #expect(outcome.exit == 0)
  }

  @Test func whatIsNotAuditedAnyMoreIsTold() throws {
    let folder = try folderWithBaseline()
    try folder.remove("b/arch.yaml")
    try folder.remove("c.arch.yaml")
    let arguments = ["check", ".", "--fail-on", "high", "--baseline", "baseline.json"]
    let sentence = "1 file of the baseline was not audited: `b/arch.yaml`."
    for format in ["text", "markdown", "html", "github"] {
      let outcome = try Command.run(arguments + ["--format", format], in: folder.path)
      let text = outcome.output.replacing("<code>", with: "`").replacing("</code>", with: "`")
      #expect(inOneLine(text).contains(sentence), "\(format)")
    }
    try folder.write(SmallSystem.sound, to: "b/arch.yaml")
    let all = try check(folder, "a.arch.yaml", "b", "--baseline", "baseline.json")
    #expect(!inOneLine(all.output).contains("not audited:"))
  }

  @Test func whatNoLongerOccursIsTold() throws {
    let folder = try folderWithBaseline()
    try folder.write(SmallSystem.sound, to: "a.arch.yaml")
    let text = inOneLine(
      try check(folder, "a.arch.yaml", "--baseline", "baseline.json").output)
    #expect(text.contains("of the baseline no longer occur"))
    #expect(text.contains("`memory-store-without-persistence` on `cache`"))
    #expect(text.contains("`memaudit check PATH --format baseline=FILE --exit-zero`"))
    let part = try check(
      folder, "a.arch.yaml", "--only", "tradeoffs", "--baseline", "baseline.json")
    #expect(!inOneLine(part.output).contains("no longer occur"))
  }

  @Test func aFileThatWasBrokenThenIsNew() throws {
    let folder = try folderWithBaseline()
    try folder.write(SmallSystem.worse, to: "c.arch.yaml")
    let outcome = try check(folder, "c.arch.yaml", "--baseline", "baseline.json")
    #expect(outcome.exit == 1)
    #expect(
      inOneLine(outcome.output).contains(
        "could not be audited when the baseline was written, so that everything counts as new"))
  }

  /// It holds what a baseline is for, and is the same wherever it was written.
  @Test func theCompactFormIsReadAsTheWholeReportIs() throws {
    let folder = try folderWithBaseline()
    try folder.write("", to: ".git/HEAD")
    _ = try check(folder, ".", "--format", "baseline=small.json", "--format", "json=large.json")
    _ = try Command.run(
      ["check", "..", "--format", "baseline=../again.json"], in: folder.path + "/b")
    let small = try folder.read("small.json")
    #expect(small.utf8.count * 5 < (try folder.read("large.json")).utf8.count)
    #expect(small == (try folder.read("again.json")).replacing("\"../c.arch", with: "\"c.arch"))
    let outcomes = try ["small.json", "large.json"].map {
      try check(folder, "a.arch.yaml", "b", "--baseline", $0, "--format", "jsonl")
    }
    #expect(outcomes[0].exit == 0)
    #expect(outcomes[0] == outcomes[1])
  }

  /// A report of hundreds of files is larger than an architecture may be.
  @Test func aLargeBaselineIsReadToItsEnd() throws {
    let folder = try folderWithBaseline()
    let baseline = try folder.read("baseline.json")
    let padding = String(repeating: " ", count: 5 << 20)
    try folder.write("[" + padding + baseline.dropFirst(), to: "baseline.json")
    #expect(try check(folder, "a.arch.yaml", "--baseline", "baseline.json").exit == 0)
  }

  /// What is wrong with the configuration of many files is told once.
  @Test func aBrokenConfigurationIsToldOnce() throws {
    let folder = try folderWithBaseline()
    try folder.write("gate: {baseline: baseline.json}\n", to: ".memaudit.yaml")
    try folder.write("", to: ".git/HEAD")
    for arguments in [["check", "a.arch.yaml", "b"], ["diff", "a.arch.yaml", "b/arch.yaml"]] {
      let outcome = try Command.run(arguments, in: folder.path)
      #expect(outcome.exit == 2)
      #expect(
        outcome.errors.split(separator: "\n").count { $0.contains("no field `baseline`") } == 1,
        "\(outcome.errors)")
    }
  }
}
