import Testing

/// How a component stands to the others.
@Suite struct NeighbourTests {
  @Test(arguments: [
    ("{id: c}, {id: d, summarizes: [c]}", "true"), ("{id: c}, {id: d, summarizes: [d]}", "false"),
    ("{id: c, summarizes: [d]}, {id: d}", "false"), ("{id: c}", "false"),
  ])
  func itIsSummarizedWhereAnotherSaysSo(components: String, expected: String) throws {
    let system = try analyzed("components: [\(components)]")
    #expect(try outcome("is_summarized", of: "c", in: system) == expected)
  }

  @Test(arguments: [
    ("{id: c}, {id: d, summarizes: [c]}", "true"),
    ("{id: c}, {id: d, rebuildable_from: c}", "true"),
    ("{id: c, flushes_to: d, kind: summarization}, {id: d}", "true"),
    ("{id: c, rebuildable_from: d}, {id: d}", "false"),
  ])
  func itIsASourceWhereAnotherIsMadeOfIt(components: String, expected: String) throws {
    let system = try analyzed("components: [\(components)]")
    #expect(try outcome("is_source", of: "c", in: system) == expected)
  }

  @Test(arguments: [
    ("{id: c, kind: rag}", "reads: [c], writes: []", "its chunks"),
    ("{id: c, kind: scratchpad}, {id: d, kind: summarization, summarizes: c}", "", "d"),
    (
      "{id: c, kind: scratchpad, also_in: {store: s}}, {id: d, kind: semantic_cache}",
      "reads: [c], writes: [d]", "s d"
    ),
    ("{id: c, kind: scratchpad}, {id: d, kind: semantic_cache, ttl: 24h}", "", ""),
    ("{id: c, kind: scratchpad}, {id: d, kind: rag}", "reads: [c], writes: []", ""),
    ("{id: c, kind: scratchpad}, {id: d, kind: rag}", "reads: [c]", "? agents.a.writes"),
    ("{id: c, kind: scratchpad}, {id: d, kind: checkpoint}", "", ""),
    (
      "{id: c, kind: scratchpad}, {id: d, kind: summarization, summarizes: e, flushes_to: c}, {id: e}",
      "reads: [c, d], writes: [c, d]", ""
    ),
    ("{id: c, kind: scratchpad}, {id: d}", "reads: [c], writes: [d]", "? components.d.kind"),
    (
      "{id: c, kind: scratchpad}, {id: d, kind: persistent_memory, extraction: none}",
      "reads: [c], writes: [d]", ""
    ),
    ("{id: c}", "", "? components.c.kind"),
    ("{id: c, kind: scratchpad, erasure: {reach: marked}}", "", "its marked entries"),
  ])
  func copiesAreWhatIsMadeOfIt(components: String, agent: String, expected: String) throws {
    let system = try analyzed(
      """
      agents: [{id: a\(agent.isEmpty ? "" : ", " + agent)}]
      components: [\(components)]
      stores: [{id: s, kind: postgres}]
      """)
    #expect(try outcome("copies", of: "c", in: system) == expected)
  }

  @Test(arguments: [
    ("{id: c, wins_over: [m]}, {id: m, kind: persistent_memory}", "true"),
    ("{id: c}, {id: m, kind: persistent_memory, wins_over: [c]}", "true"),
    ("{id: c, wins_over: [d]}, {id: d, kind: rag}", "false"),
    ("{id: c}, {id: d, kind: rag, wins_over: [c]}", "? components.c.wins_over"),
    ("{id: c, wins_over: none}, {id: m, kind: persistent_memory}", "? components.m.wins_over"),
    ("{id: c, wins_over: none}, {id: m, kind: persistent_memory, wins_over: none}", "false"),
  ])
  func aRankIsSaidOnEitherSide(components: String, expected: String) throws {
    let system = try analyzed("components: [\(components)]")
    #expect(try outcome("is_ranked_against_memory", of: "c", in: system) == expected)
  }
}
