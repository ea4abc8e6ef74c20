import Documentation
import TestSupport
import Testing

@Suite struct ForecastsPageTests {
  @Test func thePageIsFresh() {
    Golden.expect(ForecastsPage.markdown, toBe: "docs/forecasts.md")
  }
}
