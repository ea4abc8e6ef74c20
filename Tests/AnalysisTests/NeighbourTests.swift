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
