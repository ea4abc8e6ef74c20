import SourceText
import Testing

@testable import YAML

@Suite struct ScalarMapTests {
  /// The word `HERE` of a value is found where the file writes it, whatever the style.
  @Test(arguments: [
    "k: some HERE text\n",
    "k: 'it''s HERE'\n",
    "k: \"a\\tb \\u00e9 HERE\"\n",
    "k: |\n  one\n\n  two HERE\n",
    "k: |2-\n    one\n  two HERE\n\n",
    "k: |5\n        one\n     two HERE\n",
    "k:\n  - >2+\n\n         \n       one\n\n     two HERE\n\n  - x\n",
    "k: |\n  one\n   \t\n  HERE\n \n# why\n",
    "k: >\n  folded\n  over HERE lines\n\n  more\n",
    "k: >+\n  a\n   b HERE\n  c\n\n\n",
    "k: plain\n  goes on\n\n  HERE\n",
    "k: \"double\n  folded \\\n  HERE\"\n",
    "k: &anchor # why\n  'single\n\n  HERE'\n",
    "- k:\n    - x\n    - |-\n      deep\n        HERE\n",
    "k: |\r\n  one\r\n  HERE\r\n",
    "k: 'é😀 HERE'\n",
  ])
  func everyStyleIsFollowed(text: String) throws {
    let file = SourceFile(name: "f", text: text)
    let node = try #require(Document(file).root)
    let (scalar, span) = try #require(find("HERE", in: node))
    let bytes = Array(scalar.text.utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("HERE".utf8)) })
    let map = ScalarMap(scalar, at: span, in: file)
    #expect(file.text(map.span(of: Span(place, place + 4))) == "HERE")
  }

  /// Blank lines are of the scalar to the next line that is not, whatever is indented how.
  @Test(arguments: [
    "- |+\n\n   \n- x\n", "- |2+\n\n      \n- x\n", "- >2-\n      \n\n- x\n", "- |2\n",
    "- |+\n\n  \n",
  ])
  func blankLinesAreFollowed(text: String) throws {
    let file = SourceFile(name: "f", text: text)
    let item = try #require(Document(file).root?.sequence?.first)
    let scalar = try #require(item.scalar)
    #expect(ScalarMap(scalar, at: item.span, in: file).isExact, "\(scalar)")
  }

  @Test func textThatCannotBeFollowedHasThePlaceOfItsScalar() {
    let file = SourceFile(name: "f", text: "k: abc\n")
    let map = ScalarMap(Scalar("something else"), at: Span(3, 6), in: file)
    #expect(!map.isExact)
    #expect(map.span(of: Span(2, 4)) == Span(3, 6))
  }

  private func find(_ word: String, in node: Node) -> (Scalar, Span)? {
    switch node.content {
    case .scalar(let scalar): scalar.text.contains(word) ? (scalar, node.span) : nil
    case .sequence(let items):
      items.lazy.compactMap { find(word, in: $0) }.first
    case .mapping(let entries):
      entries.lazy.compactMap { find(word, in: $0.value) }.first
    case .invalid: nil
    }
  }
}
