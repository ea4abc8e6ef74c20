import Auditing
import TestSupport
import Testing

@testable import Documentation

@Suite struct RulePagesTests {
  @Test func everyRuleHasItsPage() throws {
    let pages = RulePages.all(try #require(Library.load().library))
    for (name, text) in pages.sorted(by: { $0.key < $1.key }) {
      Golden.expect(text, toBe: "docs/rules/\(name)")
    }
    let files = Golden.files(in: "docs/rules", withExtension: "md").map { $0 + ".md" }
    #expect(Set(files) == Set(pages.keys), "pages of rules that are gone")
  }
}
