/// Guesses at what is meant by unknown names, so many and no more.
package struct Guesses {
  /// To guess means to compare with all that is known. Where so much is unknown nobody misspelt a name.
  package static let most = 50

  private var left = Self.most

  package init() {}

  /// The name that was most likely meant, if one is near; nil where too much has been guessed before.
  package mutating func next(
    for name: String, among candidates: @autoclosure () -> [String]
  ) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return suggestion(for: name, among: candidates())
  }
}
