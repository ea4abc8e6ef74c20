import Documentation
import ExpressionSamples
import Expressions
import TestSupport
import Testing

@Suite struct ExpressionsPageTests {
  @Test func thePageIsFresh() {
    Golden.expect(ExpressionsPage.markdown, toBe: "docs/expressions.md")
  }

  @Test func examplesGiveWhatTheySay() {
    for (text, result) in Function.all.map(\.example) {
      #expect(Sample.outcome(of: text, options: Options(allowsDyn: true)) == result, "\(text)")
    }
  }
}
