import Foundation
import Glibc
import TestSupport
import Testing

/// What a repository holds leads nowhere else, and nothing in it can make the program wait or go on for ever.
@Suite struct HostilePathsTests {
  private static let secret = "secret: hunter2\n"
  private let scratch: TemporaryFolder
  private var repository: String { scratch.path + "/repository" }

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.write(Self.secret, to: "outside/secret.yaml")
    try scratch.write("", to: "repository/.git/HEAD")
    try scratch.write(Self.architecture(), to: "repository/sound.arch.yaml")
    try scratch.write("kept", to: "repository/kept/file.json")
  }

  private static func architecture(evidence: String = "") -> String {
    """
    memaudit: 1
    system: {name: N}
    components: [{id: a, kind: scratchpad, store: s}]
    stores: [{id: s, kind: redis, latency: {p95: 3ms}}]
    \(evidence)
    """
  }

  private func link(_ name: String, to target: String) throws {
    try #require(symlink(target, repository + "/" + name) == 0)
  }

  private func pipe(_ name: String) throws {
    try #require(mkfifo(repository + "/" + name, 0o600) == 0)
  }

  private func check(_ arguments: String...) throws -> Command.Outcome {
    let outcome = try Command.run(["check"] + arguments, in: repository)
    outcome.expectPresentable(arguments.joined(separator: " "), most: 400_000)
    #expect(!(outcome.output + outcome.errors).contains("hunter2"))
    return outcome
  }

  @Test func aFolderIsReadNoFurtherThanItsRepository() throws {
    try link("absolute.arch.yaml", to: scratch.path + "/outside/secret.yaml")
    try link("device.arch.yaml", to: "/dev/zero")
    try link("inside.arch.yaml", to: "sound.arch.yaml")
    try link("loop.arch.yaml", to: "loop.arch.yaml")
    try link("nothing.arch.yaml", to: "nowhere")
    try pipe("pipe.arch.yaml")
    try link("relative.arch.yaml", to: "../outside/secret.yaml")
    try link("up", to: "..")
    let outcome = try check(".", "--format", "github")
    #expect(outcome.exit == 3)
    for (name, reason) in [
      ("absolute", "leads out of the repository"), ("device", "leads out of the repository"),
      ("loop", "is a link that leads through too many others"),
      ("nothing", "cannot be read: No such file or directory"), ("pipe", "is no regular file"),
      ("relative", "leads out of the repository"),
    ] {
      #expect(outcome.errors.contains("error: `\(name).arch.yaml` \(reason)\n"), "\(name)")
    }
    #expect(outcome.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 6)
  }

  /// What a folder holds that cannot be read may be what would fail.
  @Test func aFolderThatCannotBeReadIsTold() throws {
    let long = String(repeating: "x", count: 250)
    let outcome = try Command.run(
      ["check", ".", "--exit-zero"], in: repository,
      through: """
        (for level in {1..20}; do mkdir \(long) && cd -P ./\(long) || exit; done) 2>mkdir
        "$@"; exit=$?; rm -r \(long); exit $exit
        """)
    #expect(outcome.exit == 3 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.errors.hasPrefix("error: cannot read the folder `\(long)/"))
    #expect(outcome.errors.contains("\n  help: let it be read"))
  }

  /// Root reads everything, unless it gives that up.
  private static let asSomebody =
    geteuid() == 0
    ? #"setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all "$@""# : #""$@""#

  private static var canBeKeptOut: Bool {
    (try? Command.run(["--version"], in: "/", through: asSomebody).exit == 0) == true
  }

  @Test(
    .enabled("without `setpriv`, root cannot be kept out of a folder") { canBeKeptOut },
    arguments: [
      (0o000, "the folder `closed`"), (0o100, "the folder `closed`"),
      (0o400, "the folder `closed/inner`"),
    ])
  func aFolderThatIsClosedIsTold(mode: Int, what: String) throws {
    try scratch.write(Self.architecture(), to: "repository/closed/inner/arch.yaml")
    try #require(chmod(repository + "/closed", mode_t(mode)) == 0)
    defer { chmod(repository + "/closed", 0o700) }
    for arguments in [["check", "."], ["report", "."], ["diff", ".", "sound.arch.yaml"]] {
      let outcome = try Command.run(arguments, in: repository, through: Self.asSomebody)
      #expect(outcome.exit == 3 && outcome.output.isEmpty, "\(arguments): \(outcome.output)")
      #expect(outcome.errors.hasPrefix("error: cannot read \(what): Permission denied\n"))
    }
  }

  // MARK: Names that look alike

  /// The same letters, written as one character and as two: Unicode takes them for equal, a file system does not.
  private static let alike = ["caf\u{E9}", "cafe\u{301}"]

  private func lines(_ arguments: String...) throws -> [String] {
    let outcome = try Command.run(
      ["check", "--exit-zero", "--format", "jsonl"] + arguments, in: repository)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func filesWhoseNamesLookAlikeAreAllAudited() throws {
    for name in Self.alike {
      try scratch.write(Self.architecture(), to: "repository/alike/\(name).arch.yaml")
    }
    #expect(try lines("alike").count == 2)
    #expect(try lines("alike", "sound.arch.yaml").count == 3)
  }

  @Test func foldersWhoseNamesLookAlikeHaveTheirOwnConfigurations() throws {
    for (name, score) in zip(Self.alike, ["0", "100"]) {
      try scratch.write(Self.architecture(), to: "repository/alike/\(name)/arch.yaml")
      try scratch.write(
        "gate: {fail_on: none, fail_on_undeclared: none, min_score: \(score)}\n",
        to: "repository/alike/\(name)/.memaudit.yaml")
    }
    let passed = try lines("alike").map { $0.contains(#""passed":true"#) }
    #expect(passed.sorted { !$0 && $1 } == [false, true])
  }

  @Test func aFileThatIsGivenTwiceIsAuditedOnce() throws {
    try scratch.write(Self.architecture(), to: "repository/deep/arch.yaml")
    try link("way", to: "deep")
    let once = try lines("deep/arch.yaml")
    #expect(
      try lines(
        "deep/arch.yaml", "./deep/arch.yaml", "deep/../deep//arch.yaml", "way/arch.yaml", "deep",
        repository + "/deep/arch.yaml", "way") == once)
    #expect(try lines(".", "deep").count == 2)
  }

  /// Who names a file may want one from elsewhere, or one that another program writes.
  @Test func whatIsNamedMayLieAnywhere() throws {
    try scratch.write(Self.architecture(), to: "outside/arch.yaml")
    try link("linked.yaml", to: "../outside/arch.yaml")
    #expect(try check("linked.yaml", "--exit-zero").exit == 0)
    let piped = try Command.run(
      ["check", "--exit-zero"], in: repository, through: #""$@" <(cat sound.arch.yaml)"#)
    #expect(piped.exit == 0)
  }

  /// What comes through a pipe is there once.
  @Test func bothSidesOfAComparisonMayBePipes() throws {
    let outcome = try Command.run(
      ["diff"], in: repository,
      through: #""$@" <(cat sound.arch.yaml) - <sound.arch.yaml"#)
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Neither the architecture nor the checklists changed."))
  }

  @Test(arguments: ["k6", "redis-benchmark", "document"])
  func evidenceStaysInside(format: String) throws {
    try link("link.json", to: "../outside/secret.yaml")
    try link("folder", to: "../outside")
    try link("loop.json", to: "loop.json")
    try link("device.json", to: "/dev/zero")
    try pipe("pipe.json")
    let paths = [
      "../outside/secret.yaml", scratch.path + "/outside/secret.yaml", "/dev/stdin", "/dev/zero",
      "/proc/self/environ", "link.json", "folder/secret.yaml", "loop.json", "device.json",
      "pipe.json", "kept", ".", "kept/file.json/x", "kept/../../outside/secret.yaml",
      "nowhere.json", String(repeating: "../", count: 3_000) + "etc/passwd", "a\\0b", "\\e[31m",
      "-",
    ]
    for (number, path) in paths.enumerated() {
      try scratch.write(
        Self.architecture(
          evidence:
            "evidence: [{for: stores.s.latency.p95, file: \"\(path)\", format: \(format), dated: 2026-10-01, valid_for: 90d}]"
        ), to: "repository/\(number).arch.yaml")
    }
    let outcome = try check(
      ".", "--format", "json", "--only", "leadership", "--today", "2026-11-01")
    let refused = outcome.output.split(separator: "\n").filter { $0.contains("does not count") }
    #expect(refused.count == paths.count)
  }

  @Test(arguments: [
    "../outside/secret.yaml", "/dev/zero", "link.yaml", "loop.yaml", "pipe.yaml", "kept", "",
  ])
  func checklistsOfAConfigurationStayInside(path: String) throws {
    try link("link.yaml", to: "../outside/secret.yaml")
    try link("loop.yaml", to: "loop.yaml")
    try pipe("pipe.yaml")
    try scratch.write("checklists: [\"\(path)\"]\n", to: "repository/.memaudit.yaml")
    let outcome = try check("sound.arch.yaml")
    #expect(outcome.exit == (path.isEmpty ? 2 : 4))
  }

  @Test func theConfigurationIsAFileOfTheRepository() throws {
    for target in ["../outside/secret.yaml", "/dev/zero", ".memaudit.yaml", "kept"] {
      try link(".memaudit.yaml", to: target)
      #expect(try check("sound.arch.yaml").exit == 2, "\(target)")
      try #require(unlink(repository + "/.memaudit.yaml") == 0)
    }
    try pipe(".memaudit.yaml")
    #expect(try check("sound.arch.yaml").exit == 2)
  }

  @Test func namesOfFilesAreOnlyNames() throws {
    let names = [
      "a\u{1B}[31m.arch.yaml", "a\nb.arch.yaml", "a\u{202E}b.arch.yaml", "-rf.arch.yaml",
      "--exit-zero.arch.yaml", "::error::.arch.yaml", "a b'\"`$(id).arch.yaml",
      "%0A##[error].arch.yaml",
    ]
    for name in names {
      try scratch.write(Self.architecture(), to: "repository/names/" + name)
      try scratch.write("broken: [", to: "repository/names/broken-" + name)
    }
    for format in [
      "text", "markdown", "html", "json", "jsonl", "sarif", "junit", "github", "gitlab",
    ] {
      let outcome = try Command.run(
        ["check", "names", "--format", format], in: repository,
        environment: ["GITHUB_ACTIONS": "true"])
      outcome.expectPresentable(format, most: 6_000_000)
      #expect(outcome.exit == 3)
    }
  }
}
