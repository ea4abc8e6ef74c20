/// What is wrong with something that has no place of its own, and what to write instead.
package struct Complaint: Error, Hashable, Sendable {
  package let message: String
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = shortened(message)
    self.help = help.map(shortened)
  }
}
