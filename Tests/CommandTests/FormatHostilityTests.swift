import Foundation
import JSON
import Reporting
import SourceText
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names and texts that would break out of a report, were they written as they are: nothing in a file, in a checklist
/// or in a file's name becomes markup, a command or a link.
@Suite struct FormatHostilityTests {
  private let name =
    "a%0A::error file=x::b,c:d ]]>\"'<&\u{202E}\u{2028}\u{1B}[31m ##[error]x\n::error::y.arch.yaml"
  private let formats: [ReportFormat] = [.jsonl, .sarif, .junit, .github, .gitlab, .baseline]

  private func report(_ format: ReportFormat, broken: Bool = false) throws -> Command.Outcome {
    let folder = try TemporaryFolder()
    for file in ["names.arch.yaml", "house.yaml"] {
      let text = String(decoding: try TestFiles.read("Tests/Hostile/\(file)"), as: UTF8.self)
      try folder.write(
        broken
          ? text.replacingOccurrences(of: "kind: windowed_buffer", with: "kind: \"]]> \\e::\"")
          : text, to: file == "house.yaml" ? file : name)
    }
    let outcome = try Command.run(
      [
        "check", "./" + name, "--no-config", "--checklist", "house.yaml", "--only", "house",
        "--today", "2026-11-01", "--format", format.rawValue,
      ], in: folder.path, environment: ["GITHUB_ACTIONS": "true"])
    #expect(outcome.exit == (broken ? 3 : 1))
    return outcome
  }

  private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test func nothingUnseenIsWritten() throws {
    for format in formats {
      for broken in [false, true] {
        let outcome = try report(format, broken: broken)
        for scalar in outcome.output.unicodeScalars where scalar != "\n" {
          let isUnseen =
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
          #expect(!isUnseen, "\(format): \(scalar.escaped(asASCII: true))")
        }
      }
    }
  }

  @Test func gitHubSeesOurCommandsOnly() throws {
    let outcome = try report(.github)
    let lines = outcome.output.split(separator: "\n")
    let commands = lines.compactMap { RunnerCommand(String($0)) }
    #expect(commands.map(\.name) == ["error", "error", "notice", "notice"])
    #expect(lines.count == 5)
    #expect(lines.last?.hasPrefix("memaudit: ") == true)
    #expect(lines.last?.contains("##[") == false)
    for command in commands {
      #expect(command.properties["file"] == printable(name))
      #expect(
        Set(command.properties.keys).isSubset(of: [
          "file", "line", "endLine", "col", "endColumn", "title",
        ]))
      let title = command.properties["title"] ?? ""
      #expect(title == "the gate fails" || title.hasPrefix("windows-are-small: high "))
      #expect(!command.data.contains("\n::"))
    }
    #expect(commands.contains { $0.data.contains("%0A::error::owned") })
    let refused = try report(.github, broken: true)
    let problems = refused.output.split(separator: "\n").compactMap { RunnerCommand(String($0)) }
    #expect(problems.count == 3)
    #expect(problems.allSatisfy { $0.name == "error" && $0.properties["file"] == printable(name) })
  }

  @Test func theRunnerSeesNoCommandOnStandardError() throws {
    for format in formats + [.text] {
      let outcome = try report(format, broken: true)
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { RunnerCommand($0) == nil && !$0.contains("##[") })
    }
    let text = try report(.text).output.split(separator: "\n").map(String.init)
    #expect(text.allSatisfy { RunnerCommand($0) == nil && !$0.contains("##[") })
  }

  @Test func jUnitIsXML() throws {
    let document = try XMLDocument(data: Data(report(.junit).output.utf8))
    #expect(try document.nodes(forXPath: "//testcase").count == 4)
    #expect(try document.nodes(forXPath: "//testcase/failure").count == 2)
    #expect(try document.nodes(forXPath: "//testcase/skipped").count == 2)
    #expect(try document.nodes(forXPath: "//script").isEmpty)
    let refused = try XMLDocument(data: Data(report(.junit, broken: true).output.utf8))
    #expect(try refused.nodes(forXPath: "//testcase/error").count == 1)
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let line = try json(report(.jsonl).output)
    #expect(line["file"]?.text == "./" + name)
    #expect(line["system"]?.text?.hasPrefix("%0A::error::owned\r\n::error") == true)
    let issues = try #require(json(report(.gitlab).output).items)
    #expect(issues.count == 4)
    #expect(issues.allSatisfy { $0["location"]?["path"]?.text?.hasPrefix("a%0A::error") == true })
  }

  @Test func sarifHasNoLinksAndTheRightFile() throws {
    let run = try #require(json(report(.sarif).output)["runs"]?.items?.first)
    let result = try #require(run["results"]?.items?.first)
    #expect(result["message"]?["text"]?.text?.contains(#"\[link\]("#) == true)
    let location = result["locations"]?.items?.first?["physicalLocation"]?["artifactLocation"]
    #expect(location?["uri"]?.text?.removingPercentEncoding == name)
    #expect(location?["uri"]?.text?.contains(":") == false)
    let rule = try #require(run["tool"]?["driver"]?["rules"]?.items?.first)
    #expect(rule["help"]?["markdown"]?.text?.contains(#"\[link\]("#) == true)
    #expect(rule["helpUri"] == nil)
    let suppression = result["suppressions"]?.items?.first
    #expect(suppression?["status"]?.text == "accepted")
    let refused = try #require(json(report(.sarif, broken: true).output)["runs"]?.items?.first)
    let invocation = try #require(refused["invocations"]?.items?.first)
    #expect(invocation["executionSuccessful"] == .bool(false))
    #expect(invocation["toolExecutionNotifications"]?.items?.count == 3)
  }
}

/// A command as the runner of GitHub takes it out of a line.
private struct RunnerCommand {
  let name: String
  var properties: [String: String] = [:]
  let data: String

  init?(_ line: String) {
    let line = String(line.drop(while: \.isWhitespace))
    guard line.hasPrefix("::"), let end = line.dropFirst(2).range(of: "::") else { return nil }
    let command = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let words = command.split(separator: " ", maxSplits: 1)
    name = words.first.map(String.init) ?? ""
    for property in (words.dropFirst().first ?? "").split(separator: ",") {
      let pair = property.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      properties[String(pair[0])] = Self.unescaped(
        String(pair[1]), ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","])
    }
    data = Self.unescaped(String(line[end.upperBound...]), ["%0D": "\r", "%0A": "\n"])
  }

  private static func unescaped(_ text: String, _ escapes: [String: String]) -> String {
    escapes.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
      .replacingOccurrences(of: "%25", with: "%")
  }
}
