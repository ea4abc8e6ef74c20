package import Analysis
internal import Architecture
package import SourceText

extension SystemView {
  /// An implementation of which nothing is known: what it does by default is not judged.
  package struct UnknownImplementation: Sendable {
    /// The component or store that names it.
    package let subject: String
    package let name: String
    /// Known names that may have been meant, the nearest first.
    package let near: [String]
    package let span: Span

    package var sentence: String {
      "nothing is known of `\(name)`" + (near.first.map { "; did you mean `\($0)`?" } ?? ".")
    }
  }

  /// A store's kind says most of what an implementation would: one that is not known is worth a word only where a known
  /// one may have been meant.
  package var unknownImplementations: [UnknownImplementation] {
    system.components.compactMap(UnknownImplementation.init)
      + system.stores.compactMap(UnknownImplementation.init).filter { !$0.near.isEmpty }
  }
}

extension SystemView.UnknownImplementation {
  package init?(_ part: Part) {
    guard part.implementation == nil, let name = part.record.text("implementation"),
      let entry = part.record.entry("implementation")
    else { return nil }
    subject = part.id
    self.name = name
    near = Knowledge.nearest(to: name, of: part.collection)
    span = entry.span
  }
}
