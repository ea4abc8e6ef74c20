import Testing

@testable import Analysis

@Suite struct LifetimeTests {
  private static let used =
    "components: [{id: it, kind: custom, store: s}]\nstores: [{id: s, kind: redis}]\n"

  private static let endings: [(given: String, expected: String)] = [
    ("components: [{id: it, kind: scratchpad, scope: turn}]", "true"),
    ("components: [{id: it, kind: scratchpad, durability: durable}]", "false"),
    ("agents: [{id: a, runtime: per-run, writes: [it]}]\n" + notes, "true"),
    ("agents: [{id: a, runtime: per-conversation, writes: [it]}]\n" + notes, "true"),
    ("agents: [{id: a, runtime: server, writes: [it]}]\n" + notes, "false"),
    (
      "agents: [{id: a, runtime: per-run, writes: [it]}, {id: b, runtime: server, writes: [it]}]\n"
        + notes, "false"
    ),
    ("agents: [{id: a, writes: [it]}]\n" + notes, "false"),
    ("agents: [{id: a, runtime: per-run, writes: []}]\n" + notes, "false"),
    (notes, "false"),
  ]

  @Test(arguments: endings)
  func endsWithItsRun(given: String, expected: String) throws {
    #expect(try outcome("ends_with_its_run", of: "it", in: analyzed(given)) == expected)
  }

  private static let notes =
    "components: [{id: it, kind: scratchpad, durability: ephemeral}]\n"

  private static let caches: [(given: String, expected: String)] = [
    ("components: [{id: c, kind: tool_result_cache, store: s}]\n", "true"),
    (
      "components: [{id: c, kind: tool_result_cache, store: s}, {id: h, kind: scratchpad, store: s}]\n",
      "false"
    ),
    ("components: [{id: c, kind: prompt_cache}]\n", "false"),
    (
      "components: [{id: c, kind: semantic_cache, store: s}, {id: u, store: s}]\n",
      "false"
    ),
  ]

  @Test(arguments: caches)
  func holdsOnlyCaches(given: String, expected: String) throws {
    let system = try analyzed(given + "stores: [{id: s, kind: redis}]")
    #expect(try outcome("holds_only_caches", of: "s", in: system) == expected)
  }

  private static let stores: [(given: String, expected: String)] = [
    ("agents: [{id: a, work_from: schedule, reads: [it], writes: []}]\n", "false"),
    ("agents: [{id: a, work_from: schedule, reads: [], writes: [it]}]\n", "false"),
    ("agents: [{id: a, work_from: queue, reads: [it], writes: []}]\n", "true"),
    (
      "agents: [{id: a, work_from: schedule, reads: [it], writes: []}, {id: b, work_from: request, reads: [], writes: []}]\n",
      "false"
    ),
    ("agents: [{id: a, reads: [it], writes: []}]\n", "true"),
    ("agents: [{id: a, work_from: schedule, reads: [it]}]\n", "true"),
    ("agents: [{id: a, work_from: schedule, reads: [], writes: []}]\n", "true"),
    ("", "true"),
  ]

  @Test(arguments: stores)
  func storesServeRequests(given: String, expected: String) throws {
    #expect(try outcome("serves_requests", of: "s", in: analyzed(given + Self.used)) == expected)
  }

  private static let systems: [(given: String, expected: String)] = [
    ("agents: [{id: a, work_from: schedule}]", "false"),
    ("agents: [{id: a, work_from: schedule}, {id: b, work_from: request}]", "true"),
    ("agents: [{id: a, work_from: schedule}, {id: b}]", "true"),
    ("agents: []", "true"), ("components: [{id: it}]", "true"),
  ]

  @Test(arguments: systems)
  func systemsServeRequests(given: String, expected: String) throws {
    #expect(try outcome("serves_requests", in: analyzed(given)) == expected)
  }

  private static let waits: [(given: String, expected: String)] = [
    ("agents: [{id: a, work_from: schedule, reads: [it]}]", "false"),
    ("agents: [{id: a, work_from: queue, results: async, reads: [it]}]", "false"),
    ("agents: [{id: a, work_from: queue, results: sync, reads: [it]}]", "true"),
    ("agents: [{id: a, work_from: queue, results: none, reads: [it]}]", "true"),
    ("agents: [{id: a, work_from: queue, reads: [it]}]", "true"),
    ("agents: [{id: a, work_from: request, reads: [it]}]", "true"),
    (
      "agents: [{id: a, work_from: schedule, reads: [it]}, {id: b, work_from: event, reads: [it]}]",
      "true"
    ),
    ("agents: [{id: a, reads: [it]}]", "true"),
    ("agents: [{id: a, reads: []}]", "false"), ("agents: [{id: a}]", "true"),
  ]

  @Test(arguments: waits)
  func isWaitedFor(given: String, expected: String) throws {
    let system = try analyzed(given + "\ncomponents: [{id: it, kind: rag}]")
    #expect(try outcome("is_waited_for", of: "it", in: system) == expected)
  }

  private static let sent: [(given: String, expected: String)] = [
    ("agents: [{id: a, sends_history: false, reads: [it]}]", "false"),
    ("agents: [{id: a, sends_history: true, reads: [it]}]", "true"),
    ("agents: [{id: a, reads: [it]}]", "true"),
    (
      "agents: [{id: a, sends_history: false, reads: [it]}, {id: b, sends_history: true, reads: [it]}]",
      "true"
    ),
    ("agents: [{id: a, sends_history: false, reads: [it]}, {id: b}]", "true"),
    ("agents: [{id: a, reads: []}]", "true"),
  ]

  @Test(arguments: sent)
  func isSent(given: String, expected: String) throws {
    let system = try analyzed(given + "\ncomponents: [{id: it, kind: conversation_buffer}]")
    #expect(try outcome("is_sent", of: "it", in: system) == expected)
  }

  private static let writers: [(given: String, never: String, onSchedule: String)] = [
    ("agents: [{id: a, work_from: schedule, writes: [it]}]", "false", "true"),
    ("agents: [{id: a, work_from: queue, writes: [it]}]", "false", "false"),
    ("agents: [{id: a, writes: [it]}]", "false", "false"),
    (
      "agents: [{id: a, work_from: schedule, writes: [it]}, {id: b, work_from: event, writes: [it]}]",
      "false", "false"
    ),
    ("agents: [{id: a, work_from: schedule, writes: [it]}, {id: b}]", "false", "false"),
    ("agents: [{id: a, work_from: schedule, writes: []}]", "true", "false"),
    ("agents: [{id: a, work_from: schedule}]", "false", "false"), ("agents: []", "false", "false"),
  ]

  @Test(arguments: writers)
  func isWritten(given: String, never: String, onSchedule: String) throws {
    let system = try analyzed(given + "\ncomponents: [{id: it, kind: rag}]")
    #expect(try outcome("is_never_written", of: "it", in: system) == never)
    #expect(try outcome("is_written_on_schedule", of: "it", in: system) == onSchedule)
  }

  private static let readOnly: [(given: String, expected: String)] = [
    ("agents: [{id: a, writes: []}]\n", "true"), ("agents: [{id: a, writes: [it]}]\n", "false"),
    ("agents: [{id: a}]\n", "false"), ("", "false"), ("agents: []\n", "false"),
  ]

  @Test(arguments: readOnly)
  func isReadOnly(given: String, expected: String) throws {
    #expect(try outcome("is_read_only", of: "s", in: analyzed(given + Self.used)) == expected)
  }
}
