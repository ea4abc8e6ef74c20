internal import Architecture
internal import SourceText

extension Explainer {
  /// What to write for a word of another system; nil where it is none that is known.
  package func borrowedWord(_ word: String) -> Explanation? {
    let entries = BorrowedWords.named(word)
    guard !entries.isEmpty else { return nil }
    return Explanation(
      title: word, subtitle: "a word of other systems",
      blocks: [.heading("What to write here")]
        + entries.map { .item("\($0.fieldInWords): \($0.help)", nil) })
  }
}
