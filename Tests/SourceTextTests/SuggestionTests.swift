import Testing

@testable import SourceText

@Suite struct SuggestionTests {
  private let names = [
    "retention", "max_age", "max_items", "coherence", "kind", "id", "windowed_buffer",
  ]

  @Test(arguments: [
    ("retnetion", "retention"), ("maxAge", "max_age"), ("Kind", "kind"), ("coherance", "coherence"),
    ("windowedBuffer", "windowed_buffer"), ("iid", "id"), ("window", "windowed_buffer"),
    ("coherence_policy", "coherence"),
  ])
  func near(written: String, meant: String) {
    #expect(suggestion(for: written, among: names) == meant)
  }

  @Test(arguments: ["", "zzz", "max", "colour", String(repeating: "a", count: 5000)])
  func far(written: String) {
    #expect(suggestion(for: written, among: names) == nil)
  }

  @Test func wordsAreFoundInsideNames() {
    #expect(suggestions(for: "max", among: names) == ["max_age", "max_items"])
    #expect(suggestions(for: "retentoin", among: names) == ["retention"])
  }

  /// Else a megabyte would be compared with every word there is.
  @Test func whatIsTooLongForANameIsNoWord() {
    #expect(isSameWord("rag", "RAG" + String(repeating: "-", count: 100)))
    #expect(!isSameWord("rag", "RAG" + String(repeating: "-", count: 1_000)))
  }
}
