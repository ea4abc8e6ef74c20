import Foundation
import SourceText
import TestSupport
import Testing

@testable import memaudit

/// What README and docs/ tell somebody to type works, and shows what they say it shows.
///
/// A block runs in a folder of its own, with the files that its page shows (a `yaml` block after a line that ends in
/// "`name.yaml`:"), the examples, and an `arch.yaml` where the page shows none. Where it begins with `memaudit init`
/// there is no `arch.yaml` yet. `<!-- not run: why -->` before a block excepts it.
@Suite struct DocumentationCommandTests {
  @Test func everyCommandRuns() throws {
    var count = 0
    for page in try DocumentationPage.all {
      for block in page.blocks where !block.isMarkedNotRun {
        let commands = block.lines.compactMap { Self.command($0, in: block) }
        guard !commands.isEmpty else { continue }
        let folder = try Self.folder(for: page, startingWith: commands[0])
        for command in commands {
          let outcome = try command.run(in: folder)
          let line = command.words.joined(separator: " ")
          #expect([0, 1].contains(outcome.exit), "\(page.path): \(line)\n\(outcome.shown)")
          count += 1
        }
      }
    }
    #expect(count > 15)
  }

  /// The outputs in `console` blocks are those of the program; `make record` writes them anew.
  @Test func everyOutputIsThatOfTheProgram() throws {
    var count = 0
    for page in try DocumentationPage.all {
      var lines = page.lines
      for block in page.blocks.reversed() where block.language == "console" {
        lines.replaceSubrange(block.range, with: try Self.session(block, of: page))
        count += 1
      }
      Golden.expect(lines.joined(separator: "\n"), toBe: page.path)
    }
    #expect(count >= 3)
  }

  /// Commands in the middle of a sentence: options and operands exist.
  @Test func everyCommandThatIsNamedParses() throws {
    var count = 0
    let rules = DocumentationPage.names(in: "docs/rules")
    for page in try DocumentationPage.all + rules.map(DocumentationPage.init) {
      for match in page.prose.joined(separator: " ").matches(of: /`(memaudit [a-z][^`]*)`/) {
        let command = try #require(DocumentedCommand(String(match.1)))
        let spec = Memaudit.commands.first { $0.name == command.words.first }
        let found = try #require(spec, "\(page.path): \(match.1)")
        count += 1
        guard command.words.count > 1 else { continue }
        #expect(throws: Never.self, "\(page.path): \(match.1)") {
          _ = try ParsedArguments(command.words.dropFirst(), for: found)
        }
      }
    }
    #expect(count > 10)
  }

  /// Nothing escapes because its block is called something else.
  @Test func commandsStandInBlocksThatAreRun() throws {
    for page in try DocumentationPage.all {
      for block in page.blocks where !["sh", "console"].contains(block.language) {
        for line in block.lines {
          #expect(DocumentedCommand(line) == nil, "\(page.path): \(line)")
        }
      }
      for block in page.blocks where block.language == "console" {
        #expect(!block.isMarkedNotRun && block.lines.first?.hasPrefix("$ memaudit ") == true)
      }
    }
  }

  @Test func theExitCodesAreThoseOfTheProgram() throws {
    let page = try DocumentationPage("docs/exit-codes.md")
    let rows = page.prose.filter { $0.firstMatch(of: /^\| \d/) != nil }
    #expect(rows == ExitCode.allCases.map { "| \($0.rawValue) | \($0.meaning) |" })
  }

  @Test func theReadmeIsShort() throws {
    #expect(try DocumentationPage("README.md").lines.count < 250)
  }

  private static func command(_ line: String, in block: DocumentationPage.Block)
    -> DocumentedCommand?
  {
    switch block.language {
    case "sh": DocumentedCommand(line)
    case "yaml":
      line.firstMatch(of: /^ *(?:- )?(?:run|script): (memaudit .*)$/).flatMap {
        DocumentedCommand(String($0.1))
      }
    default: nil
    }
  }

  /// A `console` block as the program would have it.
  private static func session(_ block: DocumentationPage.Block, of page: DocumentationPage) throws
    -> [String]
  {
    let prompts = block.lines.filter { $0.hasPrefix("$ ") }
    let commands = prompts.compactMap { DocumentedCommand(String($0.dropFirst(2))) }
    let first = try #require(commands.first, "\(page.path): a session without a command")
    #expect(commands.count == prompts.count, "\(page.path): something else is called")
    let folder = try folder(for: page, startingWith: first)
    return try zip(prompts, commands).flatMap { prompt, command in
      let outcome = try command.run(in: folder)
      #expect(outcome.exit != 2, "\(page.path): \(prompt)")
      return [prompt] + outcome.shown
    }
  }

  private static func folder(
    for page: DocumentationPage, startingWith first: DocumentedCommand
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let examples = "examples/"
    for name in Golden.files(in: examples, withExtension: "yaml") {
      let text = String(decoding: try TestFiles.read("\(examples)\(name).yaml"), as: UTF8.self)
      try folder.write(text, to: "\(examples)\(name).yaml")
    }
    var files = page.files
    if files["arch.yaml"] == nil {
      files["arch.yaml"] = try folder.read("\(examples)careless.arch.yaml")
    }
    if first.words.first == "init" { files["arch.yaml"] = nil }
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }
}
