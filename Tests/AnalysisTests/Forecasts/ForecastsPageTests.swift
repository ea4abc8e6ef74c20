import TestSupport
import Testing

@testable import Analysis
@testable import Architecture

@Suite struct ForecastsPageTests {
  @Test func thePageIsFresh() {
    Golden.expect(ForecastsPage.markdown, toBe: "docs/forecasts.md")
  }

  @Test func everyFactIsNamedOnceAndDescribedInASentence() {
    for owner in Fact.Owner.all {
      let names = Fact.all(of: owner).map(\.name)
      #expect(Set(names).count == names.count)
    }
    for fact in Fact.all {
      #expect(fact.doc.hasSuffix(".") && !fact.doc.contains(". "), "\(fact.name)")
    }
  }
}
