import Analysis
import TestSupport
import Testing

@testable import Documentation

@Suite struct MapPageTests {
  @Test func thePageIsFresh() {
    Golden.expect(
      MapPage.markdown(), toBe: "docs/equivalence-map.md")
  }
}
