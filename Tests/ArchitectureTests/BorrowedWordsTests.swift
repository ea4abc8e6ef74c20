import SourceText
import Testing
import YAML

@testable import Architecture

/// Operators write the words of the systems that they run; the reader tells them ours.
@Suite struct BorrowedWordsTests {
  private func help(_ text: String) -> [String] {
    let file = """
      memaudit: 1
      system: {name: Desk}
      \(text)
      """
    return ArchitectureReading(SourceFile(name: "arch.yaml", text: file)).diagnostics.map {
      $0.help ?? ""
    }
  }

  @Test func everyEntrySpeaksOfAFieldAndOneOfItsWords() throws {
    for entry in BorrowedWords.table {
      let choice = try #require(entry.target?.choice, "\(entry.field)")
      if let means = entry.means {
        #expect(choice.names.contains(means), "\(entry.field): \(means)")
      } else {
        #expect(entry.note != nil, "\(entry.field): \(entry.words)")
      }
      #expect(entry.implementation == nil || entry.note == nil, "\(entry.field): \(entry.words)")
      #expect(!entry.words.isEmpty, "\(entry.field)")
      for word in entry.words {
        #expect(
          !choice.words.contains { isSameWord($0, word) }, "\(entry.field) has \(word) itself")
      }
    }
  }

  @Test func noWordMeansTwoThingsInOneField() {
    var seen: [String: [String]] = [:]
    for entry in BorrowedWords.table { seen[entry.field, default: []] += entry.words }
    for (field, words) in seen {
      for (index, word) in words.enumerated() {
        #expect(
          !words[..<index].contains { isSameWord($0, word) }, "\(field) has \(word) twice")
      }
    }
  }

  @Test(
    arguments: [
      (
        "components: [{id: a}]\nstores: [{id: s, eviction: allkeys-lru}]",
        "write `lru` (the least used entries go)"
      ),
      (
        "components: [{id: a}]\nstores: [{id: s, kind: pgvector}]",
        "write `kind: postgres` and `implementation: pgvector`"
      ),
      (
        "components: [{id: a, kind: rag, coherence: {strategy: nightly}}]",
        "write `scheduled-reindex` (built anew on a schedule). How often is `interval`."
      ),
      (
        "components: [{id: a, write_control: {strategy: UPSERT}}]",
        "write `last-write-wins` (the later write replaces the earlier)"
      ),
      (
        "components: [{id: a, kind: system_prompt, rollout: Deployment}]",
        "write `rolling` (a share of traffic at a time)"
      ),
      (
        "components: [{id: a, isolation: [namespace]}]",
        "say by whose key it separates: `tenant`, `user`, `agent`, `thread`"
      ),
      (
        "components: [{id: a}]\nagents: [{id: b, work_from: cron}]", "write `schedule` (a clock)"
      ),
      (
        "components: [{id: a}]\nagents: [{id: b, routing: load-balancer}]",
        "write `any` (any replica takes any request)"
      ),
      (
        "components: [{id: a}]\nagents: [{id: b, schedule: '0 3 * * *'}]",
        "write `work_from: schedule`"
      ),
      (
        "components: [{id: a}]\nagents: [{id: b, role: cronjob}]",
        "write `worker` (does background work)"
      ),
      (
        "components: [{id: a, kind: vector_index}]",
        "write `rag` (documents found by search and put into the context). Where its vectors lie is a store, named in `store`."
      ),
      (
        "components: [{id: a, kind: chroma}]",
        "`chroma` is a store: declare it under `stores` (`kind: vector-database`), name it here in `store`, and say by `kind` what is kept there"
      ),
      ("components: [{id: a, kind: rag, coherence: {interval: nightly}}]", "write `24h`"),
    ])
  func aWordOfAnotherSystemIsTranslated(text: String, told: String) {
    #expect(help(text) == [told])
  }

  @Test(arguments: [
    (
      "write_control: upsert",
      "write `{strategy: last-write-wins}` (the later write replaces the earlier)"
    ),
    (
      "kind: rag, coherence: nightly",
      "write `{strategy: scheduled-reindex}` (built anew on a schedule). How often is `interval`."
    ),
    ("retention: 30d", "write `{max_age: 30d}`"), ("retention: weekly", "write `{max_age: 7d}`"),
    ("kind: conversation_buffer, limit: 50", "write `{tokens: 50}` or `{turns: 50}`"),
    ("write_control: anything", "write `{strategy: …, versioned: …}`, or the fields below it"),
  ])
  func oneValueForARecordIsPutWhereItBelongs(field: String, told: String) {
    #expect(help("components: [{id: a, \(field)}]") == [told])
  }

  @Test(arguments: [
    "persistence: off", "backup: false", "eviction: off", "timeout: disabled",
    "backup: {retained: no}",
  ])
  func whatIsSwitchedOffIsNone(field: String) {
    #expect(
      help("components: [{id: a}]\nstores: [{id: s, \(field)}]") == [
        "write `none` where there is none"
      ])
  }

  @Test func durationsThatWordsStandForAreDurations() throws {
    for (words, means) in BorrowedTimes.table {
      _ = try readScalar(Scalar(means), as: .duration)
      for word in words { #expect(BorrowedTimes.duration(named: word) == means) }
    }
  }

  @Test(arguments: [
    ("components: [{id: a}]\nstores: [{id: s, maxmemory-policy: noeviction}]", "eviction"),
    (
      "components: [{id: a}]\nagents: [{id: b, multitask_strategy: reject}]",
      "concurrent_runs_per_key"
    ),
    ("components: [{id: a, checkpointer: PostgresSaver}]", "implementation"),
  ])
  func aNameOfAnotherSystemIsTranslated(text: String, field: String) {
    #expect(help(text) == ["did you mean `\(field)`?"])
  }

  @Test func aFieldOfARecordBelowIsPutThere() {
    #expect(
      help("components: [{id: a, turns: 40}]") == [
        "write `limit: {turns: …}` or `window: {turns: …}`"
      ])
    #expect(
      help("components: [{id: a}]\nstores: [{id: s, p95: 4ms}]") == ["write `latency: {p95: …}`"])
  }

  @Test(arguments: [
    ("replicas: 4-12", "write `{min: 4, max: 12}`"),
    ("routing: none", "write `any` (any replica takes any request)"),
    ("state: none", "write `stateless` (keeps nothing between requests)"),
    (
      "redelivery: {dlq: dead}",
      "did you mean `attempts`? It says after how many deliveries work that fails is set aside."
    ),
  ])
  func whatIsMeantOfAnAgentIsTold(field: String, expected: String) {
    #expect(help("components: [{id: a}]\nagents: [{id: b, \(field)}]") == [expected])
  }

  @Test(arguments: [
    ("high_availability: multi-az", "write `{mode: primary-replica, failover: automatic}`"),
    (
      "backup: {pitr: true}",
      "write `continuous: true`. How far the copied log can be behind is `lag`."
    ),
    (
      "consistency: async-replication",
      "that is `replication: asynchronous` in `high_availability`. Here, `strong` where all reads go to the primary, `eventual` where some go to such a replica"
    ),
  ])
  func whatIsMeantOfAStoreIsTold(field: String, expected: String) {
    #expect(help("components: [{id: a}]\nstores: [{id: s, \(field)}]") == [expected])
  }

  @Test func theMostTokensOfAWindowAreItsSize() {
    let said = help(
      "components: [{id: a, implementation: langchain.trim_messages, max_tokens: 100k}]")
    #expect(said.count == 1 && said[0].hasPrefix("write `window: {tokens: …}`. That"))
  }

  @Test func everyNameLeadsToAField() throws {
    for (key, entries) in BorrowedNames.table {
      let type = try #require(RecordType.architecture.family.first { $0.key == key })
      for entry in entries {
        let index = try #require(type.index(of: entry.field), "\(key).\(entry.field)")
        let choice = type.fields[index].type.choice
        if let choice, let value = entry.value {
          #expect(choice.names.contains(value), "\(entry.field)")
        }
        for name in entry.names {
          #expect(type.index(of: name) == nil, "\(key) has \(name) itself")
        }
      }
    }
  }

  @Test func aMisspeltWordOfOursIsStillMended() {
    #expect(
      help("components: [{id: a}]\nstores: [{id: s, eviction: lur}]") == ["did you mean `lru`?"])
  }
}
