/// A text by its bytes: what is equal to Unicode may be two names, of two files or of two keys.
package struct ExactText: Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }
}
