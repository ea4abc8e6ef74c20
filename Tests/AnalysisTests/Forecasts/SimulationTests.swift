import Foundation
import TestSupport
import Testing

@testable import Analysis

extension SeededGenerator {
  /// The time until the next event of a Poisson process.
  fileprivate mutating func wait(rate: Double) -> Double {
    -log(1 - Double.random(in: 0..<1, using: &self)) / rate
  }
}

/// Every probability and expectation is what comes of playing it through, within the error that is stated.
@Suite struct SimulationTests {
  /// A document changes at random, its copy is refreshed at intervals, reads come at any time. Within 0.01.
  @Test(arguments: [0.05, 0.5, 3]) func staleReads(changesPerRefresh: Double) {
    var generator = SeededGenerator(seed: 3)
    var stale = 0
    let reads = 40_000
    for _ in 0..<reads {
      let readAt = Double.random(in: 0..<1, using: &generator)
      if generator.wait(rate: changesPerRefresh) < readAt { stale += 1 }
    }
    let share = Fact.staleShare(changesPerRefresh: changesPerRefresh)
    #expect(abs(share - Double(stale) / Double(reads)) < 0.01)
  }

  @Test func staleReadsAreContinuousWhereTheSeriesTakesOver() {
    let below = Fact.staleShare(changesPerRefresh: 0.999_99e-4)
    let above = Fact.staleShare(changesPerRefresh: 1.000_01e-4)
    #expect(below < above && above - below < 1e-8)
    #expect(Fact.staleShare(changesPerRefresh: 0) == 0)
  }

  /// A write becomes visible after a lag; the next turn comes after a random time. Within 0.01.
  @Test func readsBeforeTheWriteIsVisible() throws {
    var generator = SeededGenerator(seed: 4)
    let turns = 40_000
    let early = (0..<turns).count { _ in generator.wait(rate: 1 / 40.0) < 15 }
    let system = try analyzed(
      "workload: {turn_interval: 40s}\ncomponents: [{id: m, kind: persistent_memory, lag: 15s}]")
    let share = try #require(Double(try outcome("lag_read_share", of: "m", in: system)))
    #expect(abs(share - Double(early) / Double(turns)) < 0.01)
  }

  /// Several conversations read an entry, and write it back some time later without looking. A write is lost if another
  /// that had read before it writes after it. Within 5 % of the closed form.
  @Test(arguments: [2, 3, 8]) func lostUpdates(conversations: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let rate = 0.05
    let overlap = 1.0
    var writes: [(read: Double, commit: Double, writer: Int)] = []
    for writer in 0..<conversations {
      var now = 0.0
      for _ in 0..<(40_000 / conversations) {
        now += generator.wait(rate: rate)
        writes.append((now, now + overlap, writer))
      }
    }
    writes.sort { $0.commit < $1.commit }
    var lost = 0
    for (index, write) in writes.enumerated() {
      let later = writes[(index + 1)...].prefix { $0.read < write.commit }
      if later.contains(where: { $0.writer != write.writer }) { lost += 1 }
    }
    let expected = try share("collision_share", of: conversations)
    let simulated = Double(lost) / Double(writes.count)
    #expect(abs(simulated - expected) < 0.05 * expected)
    #expect(try abs(share("lost_per_thousand_writes", of: conversations) - expected * 1_000) < 1e-9)
  }

  /// Several conversations read a version, and write only if it is still the same, else read again at once, and give up
  /// when they are refused a second time; a write that comes while another of the same conversation is under way waits
  /// for it. Within 10 % of the closed form; with a single competitor, what waits behind its write is committed next,
  /// and giving up is within 60 %.
  @Test(arguments: [2, 8]) func optimisticRetries(conversations: Int) throws {
    var generator = SeededGenerator(seed: 6)
    var writers = (0..<conversations).map { _ in Writer(arrival: generator.wait(rate: 0.05)) }
    var version = 0
    var triedAgain = 0
    var givenUp = 0
    while version < 30_000 {
      var next = 0
      for index in 1..<conversations where writers[index].at < writers[next].at { next = index }
      let now = writers[next].at
      let isCommitted = writers[next].version == version
      let isRefused = !isCommitted && writers[next].version != nil
      if isCommitted || isRefused && writers[next].isTriedAgain {
        if isCommitted { version += 1 } else { givenUp += 1 }
        let arrival = writers[next].arrival + generator.wait(rate: 0.05)
        writers[next] = Writer(arrival: arrival, at: max(arrival, now))
      } else {
        if isRefused {
          triedAgain += 1
          writers[next].isTriedAgain = true
        }
        writers[next].version = version
        writers[next].at = now + 1
      }
    }
    let expected = try share("expected_retries", of: conversations)
    let writes = Double(version + givenUp)
    #expect(abs(Double(triedAgain) / writes - expected) < 0.10 * expected)
    let refused = try share("give_up_share", of: conversations)
    let error = conversations == 2 ? 0.6 : 0.1
    #expect(abs(Double(givenUp) / writes - refused) < error * refused)
  }

  /// A conversation that writes under optimistic locking, and the version that it has read.
  private struct Writer {
    var arrival: Double
    var at: Double
    var version: Int?
    var isTriedAgain = false

    init(arrival: Double, at: Double? = nil) {
      self.arrival = arrival
      self.at = at ?? arrival
    }
  }

  /// The write control of a user's memory, with one write in 20 s for each conversation and a second from read to write.
  private func share(_ fact: String, of conversations: Int) throws -> Double {
    let strategy = fact.hasPrefix("lost") ? "read-modify-write" : "optimistic"
    let system = try analyzed(
      """
      workload: {concurrent_conversations_per_user: \(conversations), turns_per_conversation: 10, turn_interval: 10s}
      components:
        - {id: m, kind: persistent_memory, scope: user, writes_per_conversation: 5, write_control: {strategy: \(strategy), overlap: 1s, retries: 1}}
      """)
    return try #require(Double(try outcome(fact, of: "m", in: system)))
  }

  /// Each delivery is repeated with the same probability, also a repeated one. Within 5 %.
  @Test func duplicates() throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = 40_000
    var deliveries = 0
    for _ in 0..<pieces {
      repeat { deliveries += 1 } while Double.random(in: 0..<1, using: &generator) < 0.1
    }
    let system = try analyzed(
      "agents: [{id: a, delivery: at-least-once, redelivery: {probability: 10%}}]")
    let expected = try #require(
      Double(try outcome("duplicates_per_thousand", of: "a", in: system)))
    #expect(abs(Double(deliveries - pieces) * 1_000 / Double(pieces) - expected) < 0.05 * expected)
  }

  /// Lookups come at random and each holds a connection for a random time; how many are held at a time, on average, is
  /// what Little's law says. Within 3 %, before rounding up.
  @Test func busyConnections() throws {
    var generator = SeededGenerator(seed: 8)
    var now = 0.0
    var held = 0.0
    for _ in 0..<40_000 {
      now += generator.wait(rate: 30)
      held += generator.wait(rate: 1 / 0.2)
    }
    let system = try analyzed(
      "workload: {concurrent_conversations: 100, turn_interval: 10s, lookups_per_turn: 3}\nstores: [{id: s, latency: {p95: 200ms}}]"
    )
    #expect(abs(held / now - 6) < 0.03 * 6)
    #expect(try outcome("connections_needed", of: "s", in: system) == "6")
  }

  /// Conversations begin at random and last as long as they do; so many are active at the same time. Within 3 %.
  @Test func conversationsThatBegin() throws {
    var generator = SeededGenerator(seed: 9)
    var now = 0.0
    var active = 0.0
    for _ in 0..<20_000 {
      now += generator.wait(rate: 0.5)
      for _ in 0..<6 { active += generator.wait(rate: 1 / 40.0) }
    }
    let system = try analyzed(
      "workload: {concurrent_conversations: 120, turn_interval: 40s, turns_per_conversation: 6}")
    #expect(abs(active / now - 120) < 0.03 * 120)
    #expect(try outcome("conversation_rate", in: system) == "0.5")
  }

  /// Two stores that a request cannot do without fail independently. Within 0.01.
  @Test func hardFailures() throws {
    var generator = SeededGenerator(seed: 10)
    let moments = 40_000
    let up = (0..<moments).count { _ in
      let both = [0.9, 0.8].map { Double.random(in: 0..<1, using: &generator) < $0 }
      return both.allSatisfy(\.self)
    }
    let system = try analyzed(
      """
      stores:
        - {id: s, on_unavailable: fail, fallback_store: none, availability: 90%}
        - {id: t, on_unavailable: fail, fallback_store: none, availability: 80%}
      """)
    let expected = try #require(Double(try outcome("hard_failure_availability", in: system)))
    #expect(abs(Double(up) / Double(moments) - expected) < 0.01)
  }
}
