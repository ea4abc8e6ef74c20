import SourceText
import Testing

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
        "components: [{id: a}]\nagents: [{id: b, work_from: cron}]", "write `schedule`"
      ),
    ])
  func aWordOfAnotherSystemIsTranslated(text: String, told: String) {
    #expect(help(text) == [told])
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

  @Test func everyNameLeadsToAField() throws {
    for (key, entries) in BorrowedNames.table {
      let type = try #require(RecordType.architecture.family.first { $0.key == key })
      for (field, names) in entries {
        #expect(type.index(of: field) != nil, "\(key).\(field)")
        for name in names { #expect(type.index(of: name) == nil, "\(key) has \(name) itself") }
      }
    }
  }

  @Test func aMisspeltWordOfOursIsStillMended() {
    #expect(
      help("components: [{id: a}]\nstores: [{id: s, eviction: lur}]") == ["did you mean `lru`?"])
  }
}
