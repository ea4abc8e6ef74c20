import Foundation
import SourceText
import TestSupport
import Testing

@testable import memaudit

/// `memaudit init`, as it is run.
@Suite struct InitTests {
  private func session() throws -> String {
    String(decoding: try TestFiles.read("Tests/Sessions/all-questions.txt"), as: UTF8.self)
  }

  @Test(arguments: ["generic", "support", "langgraph", "multi-agent", "coding", "research"])
  func aTemplateIsWrittenAsItIs(name: String) throws {
    let folder = try TemporaryFolder()
    let template = String(
      decoding: try TestFiles.read("checklists/templates/\(name).arch.yaml"), as: UTF8.self)
    let printed = try Command.run(["init", "-", "--template", name], in: folder.path)
    #expect(printed.output == template && printed.exit == 0 && printed.errors.isEmpty)
    let written = try Command.run(["init", "--template", name], in: folder.path)
    #expect(written.exit == 0 && written.output.isEmpty)
    #expect(try folder.read("arch.yaml") == template)
    #expect(try Command.run(["check", "--exit-zero"], in: folder.path).exit == 0)
    #expect(try contents(of: folder) == ["arch.yaml"])
  }

  @Test func whatIsToBeCopiedRuns() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(["init", "it's new.yaml"], in: folder.path)
    #expect(outcome.errors.contains(#"`memaudit check 'it'\''s new.yaml'`"#), "\(outcome.errors)")
  }

  @Test func withoutATemplateItIsTheGenericOne() throws {
    let plain = try Command.run(["init", "-"], in: ".")
    #expect(try plain == Command.run(["init", "-", "--template", "generic"], in: "."))
  }

  @Test func aConversation() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(["init", "--interactive"], in: folder.path, input: try session())
    #expect(outcome.exit == 0 && outcome.output.isEmpty)
    for said in [
      "\nsystem.name> Desk: the bot\n",
      "error: `deployment` cannot be `server`\n  help: write `service`",
      "\nstores, worth +", "\narch.yaml is written. ",
    ] {
      #expect(outcome.errors.contains(said), "\(said)")
    }
    #expect(try contents(of: folder) == ["arch.yaml"])
    let printed = try Command.run(
      ["init", "-", "--interactive"], in: folder.path, input: try session())
    #expect(printed.output == (try folder.read("arch.yaml")))
    #expect(try Command.run(["check", "--exit-zero"], in: folder.path).exit == 0)
  }

  @Test func anEndlessLineEndsTheInput() throws {
    let folder = try TemporaryFolder()
    let input = "Name\n" + String(repeating: "x", count: 1 << 20)
    let outcome = try Command.run(["init", "--interactive"], in: folder.path, input: input)
    #expect(outcome.exit == 0)
    #expect(try folder.read("arch.yaml").contains("name: Name\n"))
  }

  @Test(arguments: [[], ["--interactive"], ["--template", "coding"]])
  func whatIsThereStays(options: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "arch.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url("link.yaml").path, withDestinationPath: "nowhere.yaml")
    for (path, said) in [
      ("arch.yaml", "is there already, and stays as it is"), ("link.yaml", "is there already"),
      (".", "is a folder"),
    ] {
      let outcome = try Command.run(["init", path] + options, in: folder.path, input: "N\n")
      #expect(outcome.exit == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(said) && outcome.errors.contains("help:"))
    }
    #expect(try folder.read("arch.yaml") == "mine")
    #expect(try contents(of: folder) == ["arch.yaml", "link.yaml"])
  }

  @Test func whatCameMeanwhileStays() throws {
    let folder = try TemporaryFolder()
    let path = folder.url("arch.yaml").path
    let file = try OutputFile(path)
    try file.write("ours")
    try folder.write("mine", to: "arch.yaml")
    do throws(Complaint) {
      try file.finishAsNew()
      Issue.record("what was there is overwritten")
    } catch {
      #expect(error.message.hasPrefix("cannot write"))
    }
    #expect(try folder.read("arch.yaml") == "mine")
    #expect(try contents(of: folder) == ["arch.yaml"])
  }

  @Test(arguments: [[], ["--interactive"]])
  func whereNothingCanBeWrittenNothingIsAsked(options: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      ["init", "nowhere/arch.yaml"] + options, in: folder.path, input: "N\n")
    #expect(outcome.exit == 70 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: cannot write `nowhere/arch.yaml`"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func wrongCommandLines() throws {
    let folder = try TemporaryFolder()
    for wrong in [
      ["--template", "other"], ["--template", "coding", "--interactive"], ["a.yaml", "b.yaml"],
    ] {
      #expect(try Command.run(["init"] + wrong, in: folder.path).exit == 2)
    }
    #expect(try contents(of: folder) == [])
  }

  private func contents(of folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
