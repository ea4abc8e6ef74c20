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

  @Test func namesInThePageAreUnique() throws {
    let folder = try TemporaryFolder([
      "content": """
      memaudit: 1
      system: {name: Desk, deployment: service}
      components: [{id: nobody, kind: persistent_memory, store: c}]
      stores:
        - {id: c, kind: redis, persistence: none}
        - {id: c-title, kind: redis, persistence: none}
      """
    ])
    let page = try Command.run(
      ["check", "content", "--exit-zero", "--format", "html"], in: folder.path
    ).output
    let names = page.matches(of: /\bid="([^"]*)"/).map(\.1)
    #expect(names.count > 20)
    #expect(Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys.sorted() == [])
    // A part may be called like a word with which messages begin.
    #expect(!page.contains("<h5 id=\"content:") || !page.contains("<code>nobody</code> counts"))
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

  /// What a section holds.
  private func section(_ name: String, of page: String) throws -> Substring {
    let parts = page.components(separatedBy: ":\(name)\">\n<")
    return try #require(
      parts.count == 2 ? parts[1].components(separatedBy: "</section>").first : nil)[...]
  }

  @Test(arguments: ["careless", "multi-agent"])
  func everythingThatProductDecidesIsAmongTheDecisions(name: String) throws {
    let page = try page("examples/\(name).arch.yaml")
    let decisions = try section("decisions", of: page)
    let findings = try section("findings", of: page)
    var told = 0
    for finding in findings.split(separator: "class=\"finding\"").dropFirst()
    where finding.contains(/<dt>Decided by<\/dt>\n<dd>product/)
      && !finding.contains("class=\"waiver\"")
    {
      let id = try #require(finding.firstMatch(of: /id="([^"]+)"/)).1
      #expect(decisions.contains("href=\"#\(id)\""), "\(id)")
      told += 1
    }
    #expect(told >= 5)
    #expect(decisions.contains("smaller questions that the file leaves open"))
  }

  /// Five memories of which the same is wrong, so that a row tells of several findings.
  @Test func whatIsFoldedAddsUpToWhatIsClaimed() throws {
    let folder = try TemporaryFolder()
    let parts = (1...5).map {
      "  - {id: m\($0), kind: persistent_memory, store: db, isolation: none, erasure: none, retention: none, contains_pii: true}\n"
    }
    try folder.write(
      """
      memaudit: 1
      system: {name: Many, stage: production, deployment: service}
      workload: {users: 900, concurrent_conversations: 40}
      agents: [{id: bot, reads: [m1, m2, m3, m4, m5], writes: [m1, m2, m3, m4, m5], delivery: at-least-once, idempotency: none, side_effects: true}]
      components:
      \(parts.joined())stores: [{id: db, kind: postgres, on_unavailable: none, backup: none}]

      """, to: "many.arch.yaml")
    let page = try Command.run(
      ["check", "many.arch.yaml", "--exit-zero", "--format", "html"], in: folder.path
    ).output
    var told = 0
    for obstacle in page.components(separatedBy: "<div class=\"obstacle\">").dropFirst() {
      let obstacle = try #require(obstacle.components(separatedBy: "</div>\n\n").first)
      guard let claim = obstacle.firstMatch(of: /<strong>([0-9]+) (?:fails|undeclared)/),
        let more = obstacle.firstMatch(of: /<summary>([0-9]+) more(?:, in ([0-9]+) rows)?</)
      else { continue }
      let shown = try #require(obstacle.components(separatedBy: "<details>").first)
      let links = { (text: String) in Set(text.matches(of: /href="#([^"]+)"/).map(\.1)).count }
      #expect(links(shown) + (Int(more.1) ?? 0) == Int(claim.1))
      let rows = try #require(
        obstacle.components(separatedBy: "<details>")[1].components(separatedBy: "</details>").first
      )
      #expect(rows.components(separatedBy: "<li>").count - 1 == Int(more.2 ?? more.1))
      told += more.2 == nil ? 0 : 1
    }
    #expect(told > 0)
  }

  @Test func whatNoVerdictWaitsForIsNotCalledUndeclared() throws {
    let sound = try section("tradeoffs", of: page("examples/support.arch.yaml"))
    #expect(!sound.contains(">undeclared<"))
    #expect(sound.contains(">not asked<") && sound.contains("Not asked: no rule waits"))
    let open = try section("tradeoffs", of: page("examples/multi-agent.arch.yaml"))
    #expect(open.contains(">undeclared<"))
  }

  @Test func aPageSaysHowMuchIsVerified() throws {
    #expect(
      try page("examples/support.arch.yaml").contains(/<dt>Assurance<\/dt><dd>under 1 %<\/dd>/))
    #expect(
      try page("examples/careless.arch.yaml").contains("Nothing here has been verified yet:"))
    #expect(
      try !page("examples/multi-agent.arch.yaml").contains("has been verified yet:"))
  }

  @Test func theVerdictLeadsToWhatProductDecides() throws {
    let page = try page("examples/careless.arch.yaml")
    let link = /<a href="#([^"]+)">3 decisions and 3 smaller questions for product ↓<\/a>/
    let target = try #require(page.firstMatch(of: link)).1
    #expect(page.contains("<h4 id=\"\(target)\">Product"))
  }
}
