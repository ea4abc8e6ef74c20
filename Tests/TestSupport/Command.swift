internal import Foundation
internal import Glibc

/// The program, run as a user runs it: as a process, with an environment of its own.
package enum Command {
  package struct Outcome: Equatable, Sendable {
    package let output: String
    package let errors: String
    package let exit: Int32

    /// Everything that the user sees, as goldens keep it.
    package var transcript: String {
      var text = output
      if !errors.isEmpty { text += "--- standard error\n" + errors }
      return text + "--- exit \(exit)\n"
    }
  }

  /// - Parameter shell: What a shell does before the program, whose arguments are `"$@"`: `ulimit -f 1; "$@" | head -1`.
  package static func run(
    _ arguments: [String], in folder: String, input: String = "", outputPath: String? = nil,
    environment: [String: String] = [:], through shell: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = shell == nil ? binary : URL(filePath: "/bin/bash")
    process.arguments =
      shell.map { ["-o", "pipefail", "-c", $0, "memaudit", binary.path] + arguments } ?? arguments
    process.currentDirectoryURL =
      folder.hasPrefix("/") ? URL(filePath: folder) : TestFiles.root.appending(path: folder)
    // What a sanitizer is told, which is built into both.
    let sanitizer = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = ["PATH": "/usr/bin:/bin"].merging(sanitizer) { $1 }
      .merging(environment) { $1 }
    let scratch = try TemporaryFolder()
    try scratch.write(input, to: "input")
    try scratch.write("", to: "output")
    try scratch.write("", to: "errors")
    let inputFile = try FileHandle(forReadingFrom: scratch.url("input"))
    let outputFile = try FileHandle(
      forWritingTo: outputPath.map { URL(filePath: $0) } ?? scratch.url("output"))
    let errorFile = try FileHandle(forWritingTo: scratch.url("errors"))
    process.standardInput = inputFile
    process.standardOutput = outputFile
    process.standardError = errorFile
    try process.run()
    let identifier = process.processIdentifier
    let end = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + longest, execute: end)
    process.waitUntilExit()
    end.cancel()
    // As a shell has it: a program that was killed by the signal 4 has not exited with 4.
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      output: try scratch.read("output"), errors: try scratch.read("errors"),
      exit: process.terminationStatus + (wasKilled ? 128 : 0))
  }

  /// In seconds: what takes longer, in a debug build on a busy machine, would go on for ever.
  private static let longest = 120.0

  /// The program stands beside the test bundle.
  private static var binary: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = bundle.appending(path: "memaudit")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return TestFiles.root.appending(path: ".build/debug/memaudit")
  }
}
