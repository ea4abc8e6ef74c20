import Foundation
import JSON
import TestSupport
import Testing

/// What a review says to those who decide: questions with choices, what opens the gate, what was accepted.
@Suite struct DecisionTests {
  private static let file = "order-desk.arch.yaml"

  private static let architecture = """
    memaudit: 1
    system: {name: Order desk, stage: production, deployment: service, owners: {product: Ines Falk}}
    workload: {concurrent_conversations: 40, turn_interval: 40s, turns_per_conversation: 12, users: 9000}
    objectives: {max_staleness: 1h, concede: none}
    agents:
      - id: bot
        delivery: at-least-once
        redelivery: {after: 5m, probability: 1%}
        idempotency: none
        side_effects: true
        writes: [history]
    components:
      - {id: history, kind: conversation_buffer, store: db, erasure: none, contains_pii: true}
      - {id: profile, kind: persistent_memory, store: db, erasure: none}
      - id: manuals
        kind: rag
        store: vectors
        source: {id: wiki, documents: 900, changes: 60/day}
        coherence: {strategy: ttl, interval: 6h}
        erasure: none
        contains_pii: true
    stores:
      - {id: db, kind: postgres, on_unavailable: none}
      - {id: vectors, kind: vector-database, on_unavailable: none}
    waivers:
      - rule: nothing-can-be-erased
        subject: manuals
        reason: Manuals hold nothing about persons.
        approved_by: Ines Falk
        expires: 2027-01-31

    """

  private func report(_ format: String, of text: String = architecture) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(text, to: Self.file)
    return try Command.run(
      ["check", Self.file, "--today", "2026-11-01", "--exit-zero", "--format", format],
      in: folder.path
    ).output
  }

  /// The words of a page or a document, without what marks them up.
  private func words(_ text: String) -> String {
    var text = text.replacing(/<[^>]*>/, with: "")
    for (entity, character) in [("&#39;", "'"), ("&quot;", "\""), ("&gt;", ">"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text.replacing(/[\\`*]/, with: "")
  }

  private func matters() throws -> [JSONValue] {
    let json = try JSONValue(parsing: Array(report("json").utf8))
    return try #require(json["decisions"]?.items).flatMap { $0["matters"]?.items ?? [] }
  }

  private func offset(of part: String, in text: String) throws -> Int {
    let range = try #require(text.firstRange(of: part), "\(part)")
    return text.distance(from: text.startIndex, to: range.lowerBound)
  }

  @Test(arguments: ["html", "markdown"])
  func questionsAndChoicesAreTheSameInEveryReview(format: String) throws {
    let review = try words(report(format))
    let matters = try matters()
    #expect(matters.contains { $0["asks"]?.text == "How old may an answer be?" })
    var told = 0
    for matter in matters {
      let choices = matter["choices"]?.items ?? []
      let parts =
        (choices.isEmpty ? [] : [matter["asks"]?.text])
        + choices.flatMap { [$0["choose"]?.text, $0["follows"]?.text] }
      for part in parts {
        let part = try words(#require(part))
        #expect(review.contains(part), "\(part)")
        told += 1
      }
    }
    #expect(told > 12)
  }

  @Test func aQuestionIsAskedOnceForAllThatItConcerns() throws {
    let forgetting = try matters().filter { $0["rule"]?.text == "nothing-can-be-erased" }
    #expect(forgetting.count == 1)
    #expect(
      forgetting.first?["subjects"]?.items?.compactMap(\.text) == ["history", "profile"])
  }

  @Test func choicesOfAFieldAreItsWords() throws {
    let outage = try matters().first { $0["rule"]?.text == "store-outage-undecided" }
    let choices = try #require(outage?["choices"]?.items)
    #expect(
      choices.compactMap { $0["choose"]?.text }
        == ["`fail`", "`degrade`", "`queue`", "`retry`", "`ignore`", "Leave it as it is"])
    #expect(choices.first?["follows"]?.text == "The request fails.")
  }

  @Test(arguments: ["html", "markdown"])
  func whatBlocksAndWhatWasAcceptedStandsFirst(format: String) throws {
    let review = try words(report(format))
    let decisions = try offset(
      of: format == "html" ? "What must be decided" : "What has to be decided", in: review)
    for part in [
      "fails of severity high or above", "To open the gate, mend what fails",
      "To open the gate, declare what is asked", "bot can be given the same work twice",
      "Manuals hold nothing about persons.", "Ines Falk", "2027-01-31",
    ] {
      #expect(try offset(of: part, in: review) < decisions, "\(part)")
    }
  }

  @Test(arguments: ["html", "markdown"])
  func aReviewSaysWhatItWasAuditedFor(format: String) throws {
    let declared = try words(report(format))
    #expect(declared.contains("audited for production, as declared by stage"))
    let unsaid = Self.architecture.replacing("stage: production, ", with: "")
    #expect(
      try words(report(format, of: unsaid)).contains(
        "audited as for pre-production, since stage is not declared"))
  }

  @Test(arguments: ["html", "markdown", "text"])
  func aFindingQuotesItsFigures(format: String) throws {
    let duplicates = "873: Deliveries beyond the first in a day at the peak"
    #expect(try words(report(format)).contains(duplicates))
    let uncounted = Self.architecture.replacing("turn_interval: 40s, ", with: "")
    #expect(
      try !words(report(format, of: uncounted)).contains("Deliveries beyond the first in a day"))
  }

  @Test func drawingsShowTheTargetAndWhatIsUndeclared() throws {
    let page = try report("html")
    #expect(page.contains(">allowed 1 h</text>"))
    #expect(page.contains("<strong>That is too old: the product allows 1 h.</strong>"))
    #expect(page.contains(/<g class="place [a-z-]+ open">/))
    let untargeted = Self.architecture.replacing("max_staleness: 1h, ", with: "")
    let open = try report("html", of: untargeted)
    #expect(!open.contains(">allowed "))
    #expect(open.contains("The product does not say how far behind an answer may be."))
  }

  @Test func whatIsForLookingUpStartsFolded() throws {
    let page = try report("html")
    let folded = page.matches(of: /<section class="folded" id="[^"]*:([a-z-]+)">\n<details>/).map {
      String($0.1)
    }
    #expect(
      folded == ["findings", "next", "map", "forecasts", "checklists", "evidence", "method"])
    for section in folded + ["decisions", "architecture", "tradeoffs", "curves", "waivers"] {
      #expect(page.contains("<li><a href=\"#\(Self.file):\(section)\">"), "\(section)")
    }
  }

  @Test func aFigureThatIsNoForecastIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      checklist: mine
      title: Mine
      about: Mine.
      rules:
        - id: named
          title: Is it named?
          severity: low
          for_each: agents
          require: size(subject.id) > 1
          at: subject.id
          message: "{subject.id}"
          why: Why.
          fix: Fix.
          figures: [duplicate_per_day]
          examples: {pass: "agents: [{id: it}]", fail: "agents: [{id: i}]"}

      """, to: "mine.yaml")
    let outcome = try Command.run(["test", "mine.yaml"], in: folder.path)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains("there is no forecast `duplicate_per_day` here"))
    #expect(outcome.errors.contains("did you mean `duplicates_per_day`?"))
  }
}
