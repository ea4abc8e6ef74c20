import SourceText
import Testing

@testable import Analysis
@testable import Architecture

@Suite struct MappingTests {
  private func mapping(_ component: String) throws -> Mapping {
    let system = try analyzed("components:\n- {id: it, \(component)}\n")
    return try #require(system.components[0].mapping)
  }

  @Test(arguments: ComponentKind.allCases.filter { $0 != .custom })
  func everyRowIsReachedByItsKind(pattern: ComponentKind) throws {
    let mapping = try mapping("kind: \(pattern.rawValue)")
    #expect(mapping.patterns == [pattern])
    guard case .kind = mapping.basis else {
      Issue.record("\(mapping.basis)")
      return
    }
    #expect(Knowledge.row(of: pattern) != nil)
  }

  @Test(arguments: ComponentKind.allCases.filter { $0 != .custom })
  func everyRowIsReachedByEachOfItsAliases(pattern: ComponentKind) throws {
    for word in pattern.aliases {
      let mapping = try mapping("kind: \(word)")
      #expect(mapping.patterns == [pattern])
      guard case .alias(word) = mapping.basis else {
        Issue.record("\(word): \(mapping.basis)")
        return
      }
    }
  }

  @Test(arguments: ComponentKind.allCases.filter { ![.custom, .scratchpad].contains($0) })
  func rowsAreReachedByAnImplementation(pattern: ComponentKind) throws {
    let known = Knowledge.components
    let implementation = try #require(
      known.first { $0.patterns.contains(pattern) }, "no implementation is a \(pattern.rawValue)")
    let mapping = try mapping("implementation: \(implementation.fullName)")
    #expect(mapping.patterns == implementation.patterns)
    guard case .implementation(implementation.fullName) = mapping.basis else {
      Issue.record("\(mapping.basis)")
      return
    }
  }

  @Test(arguments: [
    ("window: {turns: 10}", [ComponentKind.windowedBuffer]),
    ("keeps_recent: 4, trigger: {tokens: 8k}", [.summarization]),
    ("window: {turns: 10}, trigger: {tokens: 8k}", [.windowedBuffer, .summarization]),
    ("managed_in: git", [.systemPrompt]),
    ("mode: sync, serialization: json", [.checkpoint]),
    ("similarity_threshold: 0.9", [.semanticCache]),
    ("store: s", []),
    ("ttl: 5m", []),
    ("embedding_model: e", []),
    ("coherence: {interval: 1h}, ingest: replace, misses: {detect: true}", []),
    ("limit: {tokens: 8k}", []),
  ])
  func structureDecidesWhereItIsPlain(fields: String, patterns: [ComponentKind]) throws {
    let system = try analyzed("components:\n- {id: it, \(fields)}\nstores: [{id: s}]\n")
    #expect(system.components[0].patterns == patterns)
  }

  @Test func aCompositeHasTwoRows() throws {
    #expect(
      try mapping("kind: [windowed_buffer, summarization]").patterns == [
        .windowedBuffer, .summarization,
      ])
  }

  @Test func whatIsNotOnTheMapIsTold() throws {
    guard case .unmapped(equivalent: nil) = try mapping("kind: custom").basis,
      case .unmapped(equivalent: "tuple space") = try mapping(
        "kind: custom, equivalent: tuple space"
      ).basis
    else {
      Issue.record("mapped")
      return
    }
  }

  @Test(arguments: ["description: something", "implementation: pgvector, store: s"])
  func whatMayBeAnythingIsNotNew(fields: String) throws {
    let system = try analyzed("components: [{id: it, \(fields)}]\nstores: [{id: s}]\n")
    #expect(system.components[0].unknownPatterns?.path == "components.it.kind")
    for fact in ["is_mapped", "compaction_leaves"] {
      #expect(try outcome(fact, of: "it", in: system) == "? components.it.kind", "\(fact)")
    }
    let holds = try outcome("holds_originals", of: "s", in: system)
    #expect(holds == (fields.contains("store") ? "? components.it.kind" : "false"))
  }

  @Test func theKindComesBeforeTheImplementation() throws {
    let mapping = try mapping("kind: scratchpad, implementation: langgraph.InMemorySaver")
    #expect(mapping.patterns == [.scratchpad])
    #expect(mapping.usualPatterns == [.checkpoint])
  }

  @Test func anImplementationIsFoundByEachOfItsNames() throws {
    for name in [
      "langgraph.MemorySaver", "langgraph.InMemorySaver", "langgraph.checkpoint.memory.MemorySaver",
      "MemorySaver",
    ] {
      let system = try analyzed("components: [{id: it, implementation: \(name)}]")
      #expect(system.components[0].implementation?.fullName == "langgraph.InMemorySaver", "\(name)")
    }
  }

  @Test func aNearNameIsSuggested() {
    #expect(
      Knowledge.nearest(to: "langgraph.MemorySavr", of: .components).first
        == "langgraph.MemorySaver")
  }

  @Test func whatElseIsKnownOfAFrameworkIsTold() {
    #expect(Knowledge.nearest(to: "crewai.Notebook", of: .components).isEmpty)
    let others = Knowledge.others(than: "crewai.Notebook", of: .components)
    #expect(!others.isEmpty && others.allSatisfy { $0.hasPrefix("crewai.") })
    #expect(Knowledge.others(than: "house.Notebook", of: .components).isEmpty)
    // A class of another framework that is called like that was not meant.
    #expect(Knowledge.nearest(to: "llama_index.ElasticsearchStore", of: .components).isEmpty)
  }

  @Test func anAmbiguousShortNameIsAnError() throws {
    let known = Knowledge.components
    let names = Dictionary(grouping: known.flatMap(\.names)) { $0 }
    let shared = try #require(names.filter { $0.value.count > 1 }.keys.min())
    let text = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: it, implementation: \(shared)}]\n"
    let architecture = try #require(
      ArchitectureReading(SourceFile(name: "f", text: text)).architecture)
    let analysis = AnalyzedSystem.analyze(
      architecture)
    #expect(analysis.system == nil)
    #expect(analysis.diagnostics.first?.help?.contains(".\(shared)`") == true)
  }

  @Test func knownBehaviourFillsWhatIsUndeclared() throws {
    let system = try analyzed(
      "components: [{id: it, implementation: langgraph.InMemorySaver}, {id: that, implementation: langgraph.InMemorySaver, durability: durable}]"
    )
    let filled = system.components[0].reading.durability
    #expect(filled.text == "ephemeral")
    #expect(filled.isKnownByImplementation)
    let declared = system.components[1].reading.durability
    #expect(declared.text == "durable")
    #expect(!declared.isKnownByImplementation)
    #expect(try outcome("contradicts_implementation", of: "it", in: system) == "false")
    #expect(try outcome("contradicts_implementation", of: "that", in: system) == "true")
  }

  @Test(arguments: [
    ("summarizes: facts", "true"), ("summarizes: [facts, graph, shelf]", "true"),
    ("summarizes: [facts, talk]", "false"), ("summarizes: none", "false"),
    ("keeps_source: true", "? components.digest.summarizes"),
    ("summarizes: [facts, foreign]", "? components.foreign.kind"),
    ("summarizes: [foreign, talk]", "false"),
  ])
  func whatIsCondensedIsMemoryOrNot(_ fields: String, _ expected: String) throws {
    let system = try analyzed(
      """
      components:
        - {id: digest, kind: summarization, \(fields)}
        - {id: facts, kind: persistent_memory}
        - {id: graph, kind: knowledge_graph}
        - {id: shelf, kind: rag}
        - {id: talk, kind: conversation_buffer}
        - {id: foreign, implementation: acme.Memory}
      """)
    #expect(try outcome("condenses_memory", of: "digest", in: system) == expected)
    #expect(try outcome("condenses_memory", of: "facts", in: system) == "false")
  }
}
