import Foundation
import TestSupport
import Testing

/// What the shells themselves make of the completions.
@Suite struct CompletionsTests {
  static func has(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
  }

  /// Runs a script in a shell that has read the completions.
  private func run(_ shell: String, _ script: String) throws -> String {
    let folder = try TemporaryFolder()
    let completions = try Command.run(["completions", shell], in: ".")
    #expect(completions.exit == 0)
    try folder.write(completions.output, to: "completions")
    try folder.write(script, to: "script")
    try folder.write("", to: "my file.yaml")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(shell)")
    process.arguments = (shell == "zsh" ? ["-f"] : []) + [folder.url("script").path]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: [
    ("memaudit ch", ["check"]), ("memaudit check --format sar", ["sarif"]),
    ("memaudit check --fail-on cri", ["critical"]),
    ("memaudit explain last-write-wins", ["last-write-wins"]),
    ("memaudit check compl", ["completions"]), ("memaudit check --min", ["--min-score"]),
    ("memaudit check my", ["my file.yaml"]),
  ])
  func bash(line: String, offered: [String]) throws {
    let words = line.split(separator: " ")
    let output = try run(
      "bash",
      """
      source completions
      COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
      _memaudit
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(output.split(separator: "\n").map(String.init) == offered)
  }

  @Test(
    .enabled(if: CompletionsTests.has("fish"), "fish is not installed"),
    arguments: [
      ("memaudit ch", "check"), ("memaudit check --form", "--format"),
      ("memaudit check --format sar", "sarif"),
      ("memaudit explain last-write-wins", "last-write-wins"),
      ("memaudit completions fi", "fish"),
    ])
  func fish(line: String, offered: String) throws {
    let output = try run("fish", "source completions\ncomplete -C '\(line)'\n")
    let names = output.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(names.contains { $0 == offered }, "\(output)")
  }

  @Test(.enabled(if: CompletionsTests.has("zsh"), "zsh is not installed"))
  func zsh() throws {
    let output = try run(
      "zsh",
      """
      autoload -Uz compinit && compinit -u -d dump
      source ./completions
      print -r -- ${_comps[memaudit]}
      """)
    #expect(output == "_memaudit\n")
  }

  @Test func everyCommandAndOptionIsThere() throws {
    let help = try Command.run(["--help"], in: ".").output
    for shell in ["bash", "zsh", "fish"] {
      let script = try Command.run(["completions", shell], in: ".").output
      for command in [
        "init", "check", "report", "map", "diff", "explain", "rules", "test", "schema",
      ] {
        #expect(help.contains("  \(command)") && script.contains(command), "\(shell) \(command)")
      }
      #expect(script.contains("fail-on-undeclared"))
    }
    #expect(try Command.run(["completions", "tcsh"], in: ".").exit == 2)
  }
}
