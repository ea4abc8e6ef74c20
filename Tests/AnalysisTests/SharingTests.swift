import Testing

@testable import Analysis

/// Who writes what at the same time: what is declared decides, and what is missing is named.
@Suite struct SharingTests {
  struct Case: CustomTestStringConvertible {
    let agents: String
    let component: String
    var workload = "{}"
    let writers: String
    let isContended: String

    var testDescription: String { "\(agents) | \(component)" }
  }

  static let cases = [
    Case(
      agents: "[{id: a, replicas: 4, writes: [c]}]", component: "scope: user", writers: "4",
      isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 1, writes: [c]}]", component: "scope: user", writers: "1",
      isContended: "false"),
    Case(
      agents:
        "[{id: a, replicas: 1, writes: [c]}, {id: b, replicas: {min: 1, max: 2}, writes: [c]}]",
      component: "scope: user", writers: "3", isContended: "true"),
    Case(
      agents: "[{id: a, writes: [c]}]", component: "scope: user",
      writers: "? agents.a.replicas.max", isContended: "? agents.a.replicas.max"),
    Case(
      agents: "[{id: a, writes: [c]}, {id: b, writes: [c]}]", component: "scope: user",
      writers: "? agents.a.replicas.max, agents.b.replicas.max", isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 4, writes: []}]", component: "scope: user", writers: "0",
      isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 4}]", component: "scope: user", writers: "? agents.a.writes",
      isContended: "? agents.a.writes"),
    Case(
      agents: "[{id: a, replicas: 4, routing: by-conversation, writes: [c]}]",
      component: "scope: thread", writers: "1", isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 4, routing: by-conversation, writes: [c]}]",
      component: "scope: user", writers: "4", isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 4, routing: by-user, writes: [c]}]", component: "scope: user",
      writers: "1", isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 4, routing: by-user, writes: [c]}]",
      component: "durability: durable", writers: "? components.c.scope",
      isContended: "? components.c.scope"),
    Case(
      agents: "[{id: a, replicas: 4, routing: single-owner, writes: [c]}]",
      component: "scope: global", writers: "1",
      isContended: "? workload.concurrent_conversations"),
    Case(
      agents: "[{id: a, replicas: 1, writes: [c]}]", component: "scope: agent",
      workload: "{concurrent_conversations: 1}", writers: "1", isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 1, concurrent_runs_per_key: allow, writes: [c]}]",
      component: "scope: thread", writers: "1", isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 1, writes: [c]}]", component: "scope: user",
      workload: "{concurrent_conversations_per_user: 2}", writers: "1", isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 1, work_from: schedule, writes: [c]}]",
      component: "scope: global", workload: "{concurrent_conversations: 60}", writers: "1",
      isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 2, work_from: schedule, writes: [c]}]",
      component: "scope: global", workload: "{concurrent_conversations: 60}", writers: "2",
      isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 1, work_from: queue, reads: [c], writes: [c]}]",
      component: "kind: rag, scope: global", workload: "{concurrent_conversations: 60}",
      writers: "1", isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 1, work_from: queue, reads: [c], writes: [c]}]",
      component: "kind: persistent_memory, scope: global",
      workload: "{concurrent_conversations: 60}", writers: "1", isContended: "true"),
    Case(
      agents: "[{id: a, replicas: 1, writes: [c]}]",
      component: "scope: global, writes_per_conversation: 0",
      workload: "{concurrent_conversations: 60}", writers: "1", isContended: "false"),
    Case(
      agents: "[{id: a, runtime: local, writes: [c]}]", component: "scope: global", writers: "1",
      isContended: "false"),
    Case(
      agents: "[{id: a, replicas: 2, checkpoint: c, writes: []}]", component: "kind: checkpoint",
      writers: "2", isContended: "true"),
  ]

  @Test(arguments: cases)
  func writersAtTheSameTime(test: Case) throws {
    let system = try analyzed(
      "workload: \(test.workload)\nagents: \(test.agents)\ncomponents: [{id: c, \(test.component)}]\n"
    )
    #expect(try outcome("concurrent_writers", of: "c", in: system) == test.writers)
    #expect(try outcome("has_concurrent_writers", of: "c", in: system) == test.isContended)
  }

  @Test func withoutAgentsNothingIsKnown() throws {
    let system = try analyzed("components: [{id: c}]\nstores: [{id: s}]")
    for fact in [
      "writers", "readers", "concurrent_writers", "has_concurrent_writers", "writes_may_overlap",
      "has_several_agents", "is_used_by_replicas",
    ] {
      #expect(try outcome(fact, of: "c", in: system) == "? agents", "\(fact)")
    }
  }

  @Test(arguments: [
    ("{id: a, writes: [c]}, {id: b, writes: [c]}", "true"),
    (
      "{id: a, process: p, replicas: 1, writes: [c]}, {id: b, process: p, replicas: 1, writes: [c]}",
      "false"
    ),
    ("{id: a, process: p, replicas: 1, writes: [c]}, {id: b, replicas: 1, writes: [c]}", "true"),
    ("{id: a, process: p, writes: [c]}, {id: b, process: q, writes: [c]}", "true"),
    ("{id: a, process: p, replicas: 2, writes: [c]}, {id: b, process: p, writes: [c]}", "true"),
  ])
  func agentsOfOneProcessAreOneWriterOfAStore(agents: String, isContended: String) throws {
    let system = try analyzed(
      "agents: [\(agents)]\ncomponents: [{id: c, store: s}]\nstores: [{id: s}]\n")
    #expect(try outcome("has_concurrent_writers", of: "s", in: system) == isContended)
  }

  @Test(arguments: [
    ("scope: turn", "true"), ("scope: thread, kind: persistent_memory", "true"),
    ("scope: user, kind: conversation_buffer", "false"), ("kind: checkpoint", "true"),
    ("kind: windowed_buffer", "true"), ("kind: summarization", "true"),
    ("kind: persistent_memory", "false"), ("holds: [facts, workflow]", "true"),
    ("holds: [conversation]", "true"), ("holds: [facts]", "false"),
  ])
  func whatBelongsToARun(fields: String, belongs: String) throws {
    let system = try analyzed("components: [{id: c, \(fields)}]")
    #expect(try outcome("belongs_to_run", of: "c", in: system) == belongs)
  }

  @Test(arguments: [
    ("[{id: a, writes: [c], concurrent_runs_per_key: queue}]", "true"),
    ("[{id: a, concurrent_runs_per_key: reject}, {id: b, writes: []}]", "true"),
    (
      "[{id: a, writes: [c], concurrent_runs_per_key: queue}, {id: b}]",
      "? agents.b.concurrent_runs_per_key"
    ),
    ("[{id: a, writes: [c], concurrent_runs_per_key: allow}, {id: b}]", "false"),
    ("[{id: a, writes: [c], concurrent_runs_per_key: allow}]", "false"), ("none", "true"),
  ])
  func runsTakeTurnsIfAllWritersSeeToIt(agents: String, takeTurns: String) throws {
    let system = try analyzed(
      "agents: \(agents)\ncomponents: [{id: c, scope: thread}, {id: d, scope: user}]")
    #expect(try outcome("runs_take_turns", of: "c", in: system) == takeTurns)
    #expect(try outcome("runs_take_turns", of: "d", in: system) == "false")
  }

  @Test(arguments: [
    ("[{id: a, replicas: 2}]", "", "true"), ("[{id: a, replicas: 1}]", "", "? agents.a.writes"),
    ("[{id: a, replicas: 1, writes: [c]}]", "", "false"),
    ("[{id: a, replicas: 2, writes: []}, {id: b}]", "", "? agents.b.writes"),
    ("[{id: a, concurrent_runs_per_key: allow}]", "", "true"),
    ("[{id: a}]", "kind: persistent_memory", "true"),
    ("[{id: a}]", "kind: knowledge_graph, scope: tenant", "true"),
    ("[{id: a}]", "kind: persistent_memory, scope: thread", "? agents.a.writes"),
    ("[{id: a}]", "kind: scratchpad", "? agents.a.writes"),
    ("[{id: a, work_from: schedule}]", "kind: persistent_memory", "? agents.a.writes"),
    ("[{id: a}]", "kind: persistent_memory, writes_per_conversation: 0", "? agents.a.writes"),
  ])
  func whoDoesNotSayWhatItWritesMayWriteAll(agents: String, fields: String, mayOverlap: String)
    throws
  {
    let system = try analyzed(
      "workload: {concurrent_conversations_per_user: 2}\nagents: \(agents)\ncomponents: [{id: c, \(fields)}]"
    )
    #expect(try outcome("writes_may_overlap", of: "c", in: system) == mayOverlap)
  }

  @Test func chainsAreFollowed() throws {
    let system = try analyzed(
      """
      components:
        - {id: history, kind: conversation_buffer}
        - {id: window, kind: windowed_buffer, evicted_to: archive}
        - {id: digest, kind: summarization, summarizes: [history, window], flushes_to: facts}
        - {id: facts, kind: persistent_memory}
        - {id: archive, rebuildable_from: history}
      """)
    #expect(try outcome("derived", of: "history", in: system) == "digest archive")
    #expect(try outcome("derived", of: "window", in: system) == "digest archive")
    #expect(try outcome("derived", of: "digest", in: system) == "facts")
    #expect(try outcome("derived", of: "facts", in: system) == "")
  }

  @Test(arguments: [
    ("[{id: a, replicas: 1, writes: [c]}, {id: b, replicas: 1, writes: [c]}]", "2"),
    ("[{id: a, writes: [c]}, {id: b, writes: [c]}]", "2"),
    (
      "[{id: a, process: p, replicas: 1, writes: [c]}, {id: b, process: p, replicas: 1, writes: [c]}]",
      "1"
    ),
    ("[{id: a, process: p, writes: [c]}, {id: b, process: q, writes: [c]}]", "2"),
    (
      "[{id: a, process: p, replicas: 3, writes: [c]}, {id: b, process: p, replicas: 3, writes: [c]}]",
      "3"
    ),
    ("[{id: a, writes: [c]}]", "? agents.a.replicas.max"),
  ])
  func agentsOfOneProcessCountOnce(agents: String, processes: String) throws {
    let system = try analyzed("agents: \(agents)\ncomponents: [{id: c, scope: user}]")
    #expect(try outcome("writing_processes", of: "c", in: system) == processes)
  }

  @Test(arguments: [
    ("kind: redis", "true"), ("kind: in-process", "false"), ("kind: statefulset", "false"),
    ("kind: file", "? stores.s.shared_across_replicas"),
    ("kind: file, shared_across_replicas: true", "true"),
    ("kind: file, volume: persistent", "? stores.s.shared_across_replicas"),
    ("kind: sqlite, volume: temporary", "false"),
    ("kind: postgres, volume: temporary", "true"),
    ("kind: file, volume: temporary, shared_across_replicas: true", "true"),
    ("kind: redis, shared_across_replicas: false", "false"),
    ("kind: vector-database, embedded: true", "false"),
    ("embedded: false", "? stores.s.shared_across_replicas"),
  ])
  func storesAreSharedAsTheirKindTells(fields: String, shared: String) throws {
    let system = try analyzed("stores: [{id: s, \(fields)}]")
    #expect(try outcome("is_shared", of: "s", in: system) == shared)
  }
}
