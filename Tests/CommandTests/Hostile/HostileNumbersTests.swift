import Foundation
import TestSupport
import Testing

/// Numbers at and beyond the end of what can be counted with: refused where they are none, and computed with otherwise.
@Suite struct HostileNumbersTests {
  private struct Numbers {
    var count = "9223372036854775807"
    var duration = "9000d"
    var percentage = "100%"
    var share = "100%"
    var price = "179769313486231570000000"
    var size = "9000TB"
    var positive: String { count == "0" ? "1" : count }

    var architecture: String {
      """
      memaudit: 1
      system: {name: N, stage: production}
      workload: {concurrent_conversations: \(count), concurrent_conversations_per_user: \(count), turns_per_conversation: {typical: \(count), max: \(count)}, tokens_per_turn: \(count), turn_interval: \(duration), users: \(count), growth_per_month: \(percentage), lookups_per_turn: \(count), tool_calls_per_turn: \(count), tokens_per_tool_result: \(count)}
      model: {context_window: \(positive), reserve_for_output: 0, input_price_per_million_tokens: \(price), cached_input_price_per_million_tokens: \(price), currency: EUR}
      objectives: {lookup_p95: \(duration), max_staleness: \(duration), recovery_point: \(duration), recovery_time: \(duration), availability: \(share), cost_per_conversation: \(price)}
      agents:
        - {id: g, state: stateful, model: {context_window: 1, input_price_per_million_tokens: \(price)}, replicas: {min: \(count), max: \(positive)}, reads: [a, b, c, d], writes: [a, b, c, d], redelivery: {after: \(duration), probability: \(share)}, retries: {max: \(count)}}
        - {id: h, replicas: \(positive), reads: [a, b], writes: [a, b]}
      components:
        - {id: a, kind: rag, injected_tokens: \(count), store: s, writes_per_conversation: \(count), lag: \(duration), coherence: {strategy: scheduled-reindex, interval: \(duration), last_refreshed: 2026-01-01}, source: {id: x, documents: \(count), changes: \(count)/s}}
        - {id: b, kind: conversation_buffer, injected_tokens: \(count), token_budget: \(count), limit: {tokens: \(count), turns: \(count)}, store: s, writes_per_conversation: \(count), write_control: {strategy: optimistic, overlap: \(duration), lock_ttl: \(duration), retries: \(count)}}
        - {id: c, kind: summarization, summarizes: b, trigger: {tokens: \(count), turns: \(count), idle: \(duration)}, keeps_recent: \(count), target_tokens: \(count), model: {context_window: \(count), input_price_per_million_tokens: \(price)}, store: s, max_attempts: \(count)}
        - {id: d, kind: windowed_buffer, window: {type: sliding, turns: \(count), tokens: \(count), gap: \(duration)}, store: s}
      stores:
        - {id: s, kind: redis, latency: {p50: \(duration), p95: \(duration), p99: \(duration), at_concurrency: \(count)}, size: \(size), capacity: \(size), growth_per_month: \(percentage), connection_pool: {size: \(count)}, backup: {every: \(duration), retained: \(duration)}, timeout: \(duration), availability: \(share), persistence: {mode: snapshot, every: \(duration)}}
      validation: {load_test: {concurrency: \(count), p95: \(duration)}, consistency_test: {replicas: \(count)}, growth_projection: {horizon: \(duration)}}
      """
    }
  }

  private static let ends: [(String, Numbers)] = [
    ("the largest", Numbers()),
    (
      "none",
      Numbers(count: "0", duration: "0ms", percentage: "0%", share: "0%", price: "0", size: "0B")
    ),
    (
      "the smallest",
      Numbers(
        count: "1", duration: "1ms", percentage: "0.0000000001%", share: "0.0000000001%",
        price: "0." + String(repeating: "0", count: 300) + "1", size: "1B")
    ),
    (
      "many in no time",
      Numbers(
        count: "1000000000000", duration: "1ms", percentage: "99999999999999999999%",
        price: String(repeating: "9", count: 300), size: "1B")
    ),
  ]

  @Test(arguments: ends.indices)
  func whatCanBeWrittenIsComputedWith(end: Int) throws {
    let (name, numbers) = Self.ends[end]
    let folder = try TemporaryFolder()
    try folder.write(numbers.architecture, to: "arch.yaml")
    for arguments in [
      ["check", "--forecasts"], ["check", "--format", "json"], ["check", "--format", "text"],
      ["report", "--format", "html"], ["report"], ["map"],
    ] {
      let outcome = try Command.run(arguments + ["arch.yaml"], in: folder.path)
      outcome.expectPresentable("\(arguments) of \(name)", most: 1_000_000)
      #expect([0, 1].contains(outcome.exit), "\(arguments) of \(name): \(outcome.errors)")
      let strange = outcome.output.firstMatch(of: /\b(nan|NaN|inf|Infinity|infinity)\b/)
      #expect(strange == nil, "\(arguments) of \(name)")
    }
  }

  @Test(arguments: [
    "9223372036854775808", "99999999999999999999999999", "-1", "-0", "1e400",
    "0x7fffffffffffffffff",
    ".inf", "-.inf", ".nan", "1.5", "1_000", "010", "1:30:00", "9007199254740993M",
    "9223372036854775807k", "٣", "1\u{2009}000", "0b1", "1e-320",
  ])
  func whatIsNoCountIsRefusedAtItsPlace(number: String) throws {
    var numbers = Numbers()
    numbers.count = number
    let folder = try TemporaryFolder()
    try folder.write(numbers.architecture, to: "arch.yaml")
    let outcome = try Command.run(["check"], in: folder.path)
    outcome.expectPresentable(number)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("arch.yaml:3:38: error: `concurrent_conversations` "))
  }

  private static let endless = String(repeating: "9", count: 400)

  private static let tooLarge = [
    Numbers(count: endless), Numbers(duration: endless + "d"), Numbers(percentage: endless + "%"),
    Numbers(share: endless + "%"), Numbers(price: endless), Numbers(price: endless + ".5"),
    Numbers(price: "$" + endless), Numbers(size: endless + "TB"), Numbers(count: endless + "k"),
  ]

  @Test(arguments: tooLarge.indices) func whatIsTooLargeIsToldSo(place: Int) throws {
    let numbers = Self.tooLarge[place]
    let folder = try TemporaryFolder()
    try folder.write(numbers.architecture, to: "arch.yaml")
    let outcome = try Command.run(["check"], in: folder.path)
    outcome.expectPresentable("an endless number")
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("is too large a number\n"), "\(outcome.errors.prefix(400))")
  }

  @Test func aRateCanBeTooLargeToo() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Numbers().architecture.replacing("/s}", with: "\(Self.endless)/s}"), to: "arch.yaml")
    let outcome = try Command.run(["check"], in: folder.path)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("error: `changes` is too large a number\n"))
  }

  @Test(arguments: [
    "0x10", "1e1", "+5", "-1", "100.1", "nan", "inf", "", ".", "5.", ".5", "5 ", "٥", endless,
    "1_0", "5%",
  ])
  func aScoreIsAPlainNumber(score: String) throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.sound])
    let outcome = try Command.run(["check", "--min-score", score], in: folder.path)
    outcome.expectPresentable(score)
    #expect(outcome.exit == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix("error: `--min-score` needs a number from 0 to 100, not `"))
  }
}
