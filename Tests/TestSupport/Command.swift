internal import Foundation

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

  package static func run(
    _ arguments: [String], in folder: String, input: String = "", outputPath: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL =
      folder.hasPrefix("/") ? URL(filePath: folder) : TestFiles.root.appending(path: folder)
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
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
    process.waitUntilExit()
    return Outcome(
      output: try scratch.read("output"), errors: try scratch.read("errors"),
      exit: process.terminationStatus)
  }

  /// The program stands beside the test bundle.
  private static var binary: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = bundle.appending(path: "memaudit")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return TestFiles.root.appending(path: ".build/debug/memaudit")
  }
}
