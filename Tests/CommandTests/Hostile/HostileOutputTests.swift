import Foundation
import Glibc
import TestSupport
import Testing

/// Where a report cannot be written it is said, nothing half-written is left, and what else is written stands.
@Suite struct HostileOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\n", to: "arch.yaml")
  }

  private func check(
    _ arguments: String..., through shell: String? = nil
  ) throws -> Command.Outcome {
    try Command.run(["check", "arch.yaml"] + arguments, in: folder.path, through: shell)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test(arguments: ["text", "json", "jsonl", "html"])
  func aFullDiskIsTold(format: String) throws {
    let outcome = try check("--format", format, through: #""$@" >/dev/full"#)
    #expect(outcome.exit == 70)
    #expect(
      outcome.errors == "error: standard output could not be written: No space left on device\n")
  }

  @Test(arguments: ["text", "json", "jsonl", "html"])
  func aFileThatCannotGrowIsNotLeft(format: String) throws {
    try folder.write("before", to: "report")
    let outcome = try check("--format", format + "=report", through: #"ulimit -f 1; "$@""#)
    #expect(outcome.exit == 70)
    #expect(outcome.errors.hasPrefix("error: cannot write `report`: File too large\n"))
    #expect(!outcome.errors.contains("is written"))
    #expect(try names == ["arch.yaml", "report"])
    #expect(try folder.read("report") == "before")
  }

  /// The program waits for its second file, a pipe that nobody writes to, and has opened its report by then.
  @Test func whoEndsItFindsNothingOfAReport() throws {
    try folder.write("before", to: "report")
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let outcome = try check(
      "pipe", "--format", "html=report", "--format", "json=new",
      through: """
        "$@" & for try in {1..900}; do
          if [ $(ls -l /proc/$!/fd | grep -c "$PWD/") = 2 ]; then touch opened; break; fi
          sleep 0.05
        done
        kill -KILL $!; wait $!
        """)
    #expect(outcome.exit == 137, "\(outcome.errors)")
    #expect(try names == ["arch.yaml", "opened", "pipe", "report"])
    #expect(try folder.read("report") == "before")
  }

  @Test func aReaderWhoGoesAwayChangesNothingElse() throws {
    let whole = try check(
      "--format", "json=whole.json", "--format", "text", "--today", "2026-11-01")
    let outcome = try check(
      "--format", "text", "--format", "json=report.json", "--today", "2026-11-01",
      through: #"{ "$@"; echo $? >exit; } | true"#)
    #expect(outcome.errors.isEmpty)
    #expect(try folder.read("exit") == "\(whole.exit)\n")
    #expect(try folder.read("report.json") == folder.read("whole.json"))
    #expect(try names == ["arch.yaml", "exit", "report.json", "whole.json"])
  }

  @Test func closedStreamsAreNotTakenForFiles() throws {
    let closed = try check(
      "nowhere.yaml", "--format", "json=report.json", through: #""$@" 2>&-"#)
    #expect(closed.exit == 3)
    #expect(try folder.read("report.json").hasPrefix("["))
    #expect(try !folder.read("report.json").contains("error:"))
    let silent = try check(through: #""$@" >&-"#)
    #expect(silent.exit == 70)
    #expect(silent.errors.hasPrefix("error: standard output could not be written"))
    let deaf = try Command.run(["check", "-"], in: folder.path, through: #""$@" <&-"#)
    #expect(deaf.exit == 3)
  }

  @Test func whatIsNoFileIsNotReplaced() throws {
    try folder.write("", to: "folder/x")
    try folder.write("mine", to: "elsewhere")
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    try #require(symlink("elsewhere", folder.path + "/link") == 0)
    let before = try names
    for (path, reason) in [
      ("folder", "it is a folder"), ("pipe", "it is no regular file"),
      ("link", "it is no regular file"), ("/dev/null", "it is no regular file"),
      ("/sys/report", ""), ("nowhere/report", "No such file or directory"),
      ("elsewhere/report", "Not a directory"),
      (String(repeating: "x", count: 300), "File name too long"),
    ] {
      let outcome = try check("--format", "json=" + path)
      outcome.expectNothing(with: 70, "cannot write `\(path)`: \(reason)")
    }
    #expect(try names == before)
    #expect(try folder.read("elsewhere") == "mine")
    let device = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(device[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  // MARK: What is read

  private static let checklist = """
    checklist: house
    title: House
    about: Ours.
    rules: []

    """

  /// Everything that an audit may be made of, in one folder.
  private func everything() throws -> TemporaryFolder {
    let evidence = "[{for: components.a, file: proof.json, format: document, dated: 2026-10-01}]"
    let folder = try TemporaryFolder([
      ".git/HEAD": "", "own.yaml": Self.checklist, "proof.json": "{}",
      "named.yaml": Self.checklist.replacing("house", with: "named"),
      ".memaudit.yaml": "checklists: [own.yaml]\n", "other.yaml": "checklists: [own.yaml]\n",
      "arch.yaml":
        "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\nevidence: \(evidence)\n",
    ])
    let written = try Command.run(
      ["check", "--exit-zero", "--format", "baseline=baseline.json"], in: folder.path)
    #expect(written.exit == 0, "\(written.errors)")
    return folder
  }

  @Test(arguments: [
    ("arch.yaml", [], "an architecture that is audited"),
    ("arch.yaml", ["arch.yaml"], "an architecture that is audited"),
    (".memaudit.yaml", [], "the configuration"), ("own.yaml", [], "a checklist"),
    ("other.yaml", ["--config", "other.yaml"], "the configuration"),
    ("own.yaml", ["--config", "other.yaml"], "a checklist"),
    ("named.yaml", ["--checklist", "named.yaml"], "a checklist"),
    ("proof.json", [], "evidence"),
    ("baseline.json", ["--baseline", "baseline.json"], "the baseline"),
  ])
  func noReportTakesThePlaceOfWhatIsRead(name: String, arguments: [String], role: String) throws {
    let folder = try everything()
    let before = try folder.read(name)
    for command in ["check", "report"] {
      for place in [name, "./" + name, folder.path + "/" + name] {
        let outcome = try Command.run(
          [command, "--format", "html=" + place] + arguments, in: folder.path)
        #expect(outcome.exit == 2, "\(outcome.errors)")
        #expect(
          outcome.errors.hasPrefix("error: cannot write `\(place)`: it is \(role)\n"),
          "\(outcome.errors)")
        #expect(!outcome.errors.contains("is written"))
        #expect(try folder.read(name) == before)
      }
    }
  }

  @Test(arguments: [".memaudit.yaml", "own.yaml", "arch.yaml"])
  func whatABrokenFileIsReadWithStaysToo(name: String) throws {
    let folder = try everything()
    try folder.write("broken: [", to: "arch.yaml")
    let before = try folder.read(name)
    let outcome = try Command.run(
      ["check", "--format", "json=" + name, "--format", "html=new.html"], in: folder.path)
    outcome.expectNothing(with: 2, "cannot write `\(name)`: it is ")
    #expect(try folder.read(name) == before)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.html"))
  }

  @Test func whatWasWrittenBeforeIsReplaced() throws {
    let folder = try everything()
    try folder.write("before", to: "report.json")
    let outcome = try Command.run(
      [
        "check", "--exit-zero", "--baseline", "baseline.json", "--format", "json=report.json",
        "--format", "baseline=baseline.json",
      ], in: folder.path)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(try folder.read("report.json").hasPrefix("{"))
    #expect(try folder.read("baseline.json").contains("baseline/v1"))
  }

  @Test func twoReportsDoNotShareAPlace() throws {
    try folder.write("", to: "folder/x")
    try #require(symlink("folder", folder.path + "/link") == 0)
    for (first, second) in [
      ("o.x", "o.x"), ("o.x", "./o.x"), ("folder/o.x", "link/o.x"),
      ("folder/../o.x", folder.path + "/o.x"),
    ] {
      let outcome = try check("--format", "json=" + first, "--format", "sarif=" + second)
      outcome.expectNothing(with: 2, "`\(second)` cannot hold both `json` and `sarif`\n")
      let told = outcome.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(told.contains("`--format json=FILE --format sarif=OTHER`"))
    }
    #expect(try names == ["arch.yaml", "folder", "link"])
    let summary = try Command.run(
      ["check", "--format", "github", "--format", "json=page"], in: folder.path,
      environment: ["GITHUB_STEP_SUMMARY": folder.path + "/page"])
    summary.expectNothing(with: 2, "`\(folder.path)/page` cannot hold both `json` and `markdown`")
  }

  @Test func aTargetOfInitIsWrittenWholeOrNotAtAll() throws {
    let full = try Command.run(
      ["init", "new.yaml"], in: folder.path, through: #"ulimit -f 1; "$@""#)
    #expect(full.exit == 70)
    #expect(try names == ["arch.yaml"])
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    try #require(symlink("nowhere", folder.path + "/link") == 0)
    for place in ["arch.yaml", "pipe", "link", ".", "/dev/null"] {
      #expect(try Command.run(["init", place], in: folder.path).exit == 2, "\(place)")
    }
    for place in ["nowhere/x.yaml", "arch.yaml/x.yaml", String(repeating: "x", count: 300)] {
      #expect(try Command.run(["init", place], in: folder.path).exit == 70, "\(place)")
    }
    let printed = try Command.run(["init", "-"], in: folder.path, through: #""$@" >/dev/full"#)
    #expect(printed.exit == 70)
    #expect(try names == ["arch.yaml", "link", "pipe"])
  }
}

extension Command.Outcome {
  fileprivate func expectNothing(
    with exit: Int32, _ complaint: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.exit == exit, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    #expect(errors.hasPrefix("error: \(complaint)"), "\(errors)", sourceLocation: sourceLocation)
  }
}
