import TestSupport
import Testing

@testable import Analysis
@testable import Architecture

/// An architecture as paths and what is written there, so that any part of it can be left out.
private struct Declarations {
  private(set) var values: [String: String] = [:]

  /// Each path with what may be written there.
  private static let choices: [String: [String]] = {
    let conversation = "components.talk"
    let memory = "components.memory"
    return [
      "workload.concurrent_conversations": ["0", "1", "40", "none"],
      "workload.concurrent_conversations_per_user": ["1", "3", "none"],
      "workload.turns_per_conversation.typical": ["0", "6", "none"],
      "workload.turns_per_conversation.max": ["6", "60"],
      "workload.tokens_per_turn": ["0", "500", "none"],
      "workload.tool_calls_per_turn": ["0", "0.5", "none"],
      "workload.tokens_per_tool_result": ["0", "300", "none"],
      "workload.lookups_per_turn": ["0", "3", "none"],
      "workload.turn_interval": ["0s", "30s", "none"],
      "model.context_window": ["2k", "8k", "none"],
      "model.reserve_for_output": ["0", "1k", "none"],
      "model.input_price_per_million_tokens": ["2.5", "none"],
      "model.cached_input_price_per_million_tokens": ["0.25", "none"],
      "objectives.lookup_p95": ["10ms", "200ms", "none"],
      "objectives.max_staleness": ["1h", "none"],
      "objectives.recovery_point": ["0s", "5m", "none"],
      "objectives.availability": ["99%", "none"],
      "agents.worker.replicas.max": ["1", "2", "200", "none"],
      "agents.worker.reads": ["[talk, memory]", "[]", "none"],
      "agents.worker.writes": ["[talk, memory, docs]", "[]", "none"],
      "agents.worker.delivery": ["at-most-once", "at-least-once", "none"],
      "agents.worker.redelivery.after": ["5m", "none"],
      "agents.worker.redelivery.probability": ["0%", "5%", "100%", "none"],
      "agents.worker.idempotency.retention": ["1m", "1d", "none"],
      "agents.worker.concurrent_runs_per_key": ["allow", "queue", "none"],
      "\(conversation).injected_tokens": ["100", "none"],
      "\(conversation).limit.tokens": ["0", "4k", "none"],
      "\(conversation).limit.turns": ["12", "none"],
      "\(conversation).on_overflow": ["error", "truncate", "none"],
      "\(conversation).window.type": ["sliding", "tumbling", "none"],
      "\(conversation).window.turns": ["0", "5", "none"],
      "\(conversation).window.tokens": ["0", "2k", "none"],
      "\(conversation).window.gap": ["1h", "none"],
      "\(conversation).trigger.tokens": ["0", "3k", "none"],
      "\(conversation).trigger.turns": ["0", "10", "none"],
      "\(conversation).trigger.idle": ["1h", "none"],
      "\(conversation).trigger.every": ["1d", "none"],
      "\(conversation).keeps_recent": ["0", "4", "none"],
      "\(conversation).target_tokens": ["0", "800", "none"],
      "\(conversation).summarizes_summaries": ["true", "false"],
      "\(memory).injected_tokens": ["0", "600", "none"],
      "\(memory).lag": ["0s", "20s", "none"],
      "\(memory).scope": ["turn", "thread", "user", "global"],
      "\(memory).writes_per_conversation": ["0", "3", "none"],
      "\(memory).write_control.strategy": ["last-write-wins", "optimistic", "lock", "none"],
      "\(memory).write_control.overlap": ["0s", "2s", "none"],
      "\(memory).write_control.retries": ["0", "3", "none"],
      "\(memory).extraction.capacity": ["0/s", "1/s", "none"],
      "components.docs.injected_tokens": ["2k", "90k", "none"],
      "components.docs.source.documents": ["0", "100", "none"],
      "components.docs.source.changes": ["0/day", "50/day", "none"],
      "components.docs.coherence.strategy": ["write-through", "write-behind", "ttl", "none"],
      "components.docs.coherence.interval": ["0s", "2h", "none"],
      "components.docs.lag": ["3s", "none"],
      "components.cache.ttl": ["0s", "10m", "none"],
      "stores.place.kind": ["redis", "sqlite", "in-process", "vector-database", "postgres"],
      "stores.place.embedded": ["true", "false"],
      "stores.place.volume": ["persistent", "temporary", "none"],
      "stores.place.persistence.mode": ["wal", "none"],
      "stores.place.persistence.every": ["0s", "10m", "none"],
      "stores.place.latency.p95": ["5ms", "150ms", "none"],
      "stores.place.latency.at_concurrency": ["0", "50", "none"],
      "stores.place.connection_pool.size": ["0", "4", "none"],
      "stores.place.size": ["0GB", "3GB", "none"],
      "stores.place.capacity": ["0GB", "10GB", "none"],
      "stores.place.growth_per_month.size": ["0GB", "1GB", "none"],
      "stores.place.growth_per_month.share": ["0%", "10%", "none"],
      "stores.place.high_availability.failover": ["manual", "automatic", "none"],
      "stores.place.high_availability.replication": ["synchronous", "asynchronous", "none"],
      "stores.place.backup.every": ["1h", "none"],
      "stores.place.backup.continuous": ["true", "false"],
      "stores.place.backup.lag": ["1m", "none"],
      "stores.place.availability": ["0%", "95%", "none"],
      "stores.place.on_unavailable": ["fail", "degrade", "none"],
      "stores.place.fallback_store": ["spare", "none"],
    ]
  }()

  private static let paths = choices.keys.sorted()

  /// Something for every path, or for some of them.
  static func random(everyPath: Bool, using generator: inout SeededGenerator) -> Declarations {
    var declarations = Declarations()
    let share = everyPath ? 1 : Double.random(in: 0.2...0.95, using: &generator)
    for path in paths where Double.random(in: 0...1, using: &generator) <= share {
      declarations.values[path] = choices[path]?.randomElement(using: &generator)
    }
    return declarations
  }

  /// These, and at other paths what others say.
  func completed(at paths: [String], by others: Declarations) -> Declarations {
    var completed = self
    for path in paths where values[path] == nil { completed.values[path] = others.values[path] }
    return completed
  }

  private func flow(_ path: String, first: String = "") -> String {
    let below = values.filter { $0.key.hasPrefix(path + ".") }
    let names = Set(below.keys.map { $0.dropFirst(path.count + 1).prefix { $0 != "." } }).sorted()
    let fields = names.map { name in
      let inner = "\(path).\(name)"
      return "\(name): \(values[inner] ?? flow(inner))"
    }
    return "{" + ([first].filter { !$0.isEmpty } + fields).joined(separator: ", ") + "}"
  }

  func text(kind: String) -> String {
    """
    workload: \(flow("workload"))
    model: \(flow("model"))
    objectives: \(flow("objectives"))
    agents: [\(flow("agents.worker", first: "id: worker"))]
    components:
      - \(flow("components.talk", first: "id: talk, kind: \(kind)"))
      - \(flow("components.memory", first: "id: memory, kind: persistent_memory, store: place"))
      - \(flow("components.docs", first: "id: docs, kind: rag"))
      - \(flow("components.cache", first: "id: cache, kind: semantic_cache"))
    stores:
      - \(flow("stores.place", first: "id: place"))
      - {id: spare, kind: redis, on_unavailable: degrade, latency: {p95: 1ms}}

    """
  }
}

/// What is known stays known: a forecast that has a value keeps it, whatever is declared besides of what it lacked.
@Suite struct DeclaringMoreTests {
  private static let kinds = [
    "conversation_buffer", "windowed_buffer", "summarization", "[windowed_buffer, summarization]",
  ]

  @Test(arguments: kinds) func changesNoForecast(kind: String) throws {
    var generator = SeededGenerator(seed: UInt64(kind.utf8.count))
    var decided = 0
    for _ in 0..<25 {
      let some = Declarations.random(everyPath: false, using: &generator).fitting(kind)
      let all = Declarations.random(everyPath: true, using: &generator).fitting(kind)
      let system = try analyzed(some.text(kind: kind))
      for (fact, part) in facts(of: system) {
        let outcome = fact.outcome(in: system, of: part)
        guard case .value(let value) = outcome.result, !outcome.missing.isEmpty else { continue }
        decided += 1
        let more = try analyzed(
          some.completed(at: outcome.missing, by: all).text(kind: kind))
        let later = fact.outcome(in: more, of: part.flatMap { more.part($0.id) })
        guard case .value(let same) = later.result, "\(same)" == "\(value)" else {
          Issue.record(
            "\(fact.name): \(value) became \(later.result) with \(outcome.missing)\n\(some.text(kind: kind))"
          )
          continue
        }
      }
    }
    #expect(decided > 50)
  }

  /// No declaration makes a forecast trap, or tell what is no number.
  @Test(arguments: kinds) func everyResultIsANumber(kind: String) throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<25 {
      let all = Declarations.random(everyPath: true, using: &generator).fitting(kind)
      let system = try analyzed(all.text(kind: kind))
      for (fact, part) in facts(of: system) {
        let result = fact.outcome(in: system, of: part).result
        if case .value(Value.number(let number)) = result {
          #expect(number.isFinite && number >= 0, "\(fact.name)")
        }
      }
    }
  }

  private func facts(of system: AnalyzedSystem) -> [(Fact, Part?)] {
    Fact.all.filter { $0.formula != nil }.flatMap { fact -> [(Fact, Part?)] in
      switch fact.owner {
      case .system: [(fact, nil)]
      case .part(let collection): system.parts(collection).map { (fact, $0) }
      }
    }
  }
}

extension Declarations {
  /// Without the fields that a kind of conversation does not have.
  fileprivate func fitting(_ kind: String) -> Declarations {
    var fitting = self
    let ofBuffers = ["limit", "on_overflow"]
    let ofWindows = ["window"]
    let ofSummaries = ["trigger", "keeps_recent", "target_tokens", "summarizes_summaries"]
    var foreign: [String] = []
    if !kind.contains("buffer") { foreign += ofBuffers }
    if !kind.contains("windowed") { foreign += ofWindows }
    if !kind.contains("summarization") { foreign += ofSummaries }
    fitting.values = values.filter { path, _ in
      !foreign.contains { path.hasPrefix("components.talk.\($0)") }
    }
    return fitting
  }
}
