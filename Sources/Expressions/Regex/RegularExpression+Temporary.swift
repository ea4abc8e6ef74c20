/// Stands in until the engine is merged: plain substrings only.
package struct RegularExpression: Sendable {
  private let pattern: String
  package init(_ pattern: String) throws(RegularExpressionError) { self.pattern = pattern }
  package func matches(_ text: String) -> Bool { text.contains(pattern) }
  package func stepBound(forLength n: Int) -> Int { n }
}

package struct RegularExpressionError: Error {
  package let message: String
  package let offset: Int
}
