/// A text, and where it is written.
package struct WrittenText: Sendable, Equatable {
  package let text: String
  package let span: Span

  package init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}
