import Foundation
import TestSupport
import Testing

/// The review as a page; what it does in a browser is held by `.ci/html-in-chromium`.
@Suite struct HTMLTests {
  private func page(_ arguments: String...) throws -> String {
    let command = ["check", "--today", "2026-11-01", "--exit-zero", "--format", "html"]
    return try Command.run(command + arguments, in: ".").output
  }

  @Test(arguments: ["support", "careless", "multi-agent"])
  func example(name: String) throws {
    let page = try page("examples/\(name).arch.yaml")
    Golden.expect(page, toBe: "Tests/Goldens/html/\(name).arch.html")
  }

  @Test func severalFilesAreOnePage() throws {
    let page = try page(
      "examples/support.arch.yaml", "examples/careless.arch.yaml",
      "Tests/Cases/alias-undefined.yaml")
    #expect(page.components(separatedBy: "<h1>").count == 2)
    #expect(page.components(separatedBy: "<article class=\"review").count == 4)
    #expect(page.contains("<caption>Scores of 3 files</caption>"))
    #expect(page.contains("not audited"))
    #expect(page.components(separatedBy: "<script>").count == 2)
  }

  @Test func nothingOfAHostileFileIsMarkup() throws {
    let page = try page(
      "Tests/Hostile/scripts.arch.yaml", "--checklist", "Tests/Hostile/scripts.checklist.yaml")
    let body = try #require(page.components(separatedBy: "</style>").last)
    let tags = body.components(separatedBy: "<").dropFirst().map { $0.prefix { $0.isLetter } }
    let foreign: Set<Substring> = ["img", "iframe", "base", "meta", "object", "style"]
    #expect(tags.filter { foreign.contains($0) } == [])
    #expect(tags.filter { $0 == "script" }.count == 1)
    #expect(!body.contains("href=\"javascript:"))
    #expect(!body.contains(" style="))
    #expect(body.firstMatch(of: /<[a-z]+(?: [a-z-]+(?:="[^"]*")?)* on[a-z]+=/) == nil)
  }

  @Test func whatAPageNeedsIsInIt() throws {
    let page = try page("examples/support.arch.yaml")
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("&#39;unsafe-"))
    for loading in ["src=", "@import", "url(", "fetch(", "<link rel=\"stylesheet\""] {
      #expect(!page.contains(loading))
    }
  }
}
