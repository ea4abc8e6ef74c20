package import Analysis
internal import Architecture
package import SourceText

extension SystemView {
  /// An implementation of which nothing is known: what it does by default is not judged.
  package struct UnknownImplementation: Sendable {
    /// The component or store that names it.
    package let subject: String
    package let name: String
    /// Known names that may have been meant, the nearest first; where none is like it, some of the same framework.
    package let near: [String]
    /// Whether the names are like what is written.
    private let isAlike: Bool
    package let span: Span
    fileprivate let isOfStore: Bool
    /// What it is, where it is known as something else than what was asked for.
    let otherwise: String?

    /// Whether nothing else says what the component is.
    let needsKind: Bool

    package var sentence: String {
      if let otherwise { return otherwise }
      let unknown = "nothing is known of `\(name)`"
      guard let nearest = near.first else {
        return unknown + (needsKind ? ": declare its `kind`." : ".")
      }
      guard isAlike else {
        let others = near.map { "`\($0)`" }.joined(separator: ", ")
        return "\(unknown), but of \(others)" + (needsKind ? ": declare its `kind`." : ".")
      }
      return "\(unknown); \(didYouMean(nearest))"
        + (needsKind ? " If not, declare its `kind`." : "")
    }
  }

  /// A store's kind says most of what an implementation would: one that is not known is worth a word only where a known
  /// one may have been meant.
  package var unknownImplementations: [UnknownImplementation] {
    let unknown = (system.components + system.stores).filter {
      $0.implementation == nil && $0.record.text("implementation") != nil
    }
    return unknown.enumerated().compactMap { index, part in
      UnknownImplementation(part, isGuessed: index < Guesses.most)
    }.filter { !$0.isOfStore || !$0.near.isEmpty || $0.otherwise != nil }
  }
}

extension SystemView.UnknownImplementation {
  /// - Parameter isGuessed: Whether to look for what may have been meant.
  package init?(_ part: Part, isGuessed: Bool = true) {
    guard part.implementation == nil, let name = part.record.text("implementation"),
      let entry = part.record.entry("implementation")
    else { return nil }
    subject = part.id
    self.name = name
    isOfStore = part.collection == .stores
    otherwise = isGuessed ? Self.otherwise(name, part) : nil
    let isSought = isGuessed && otherwise == nil
    let alike = isSought ? Knowledge.nearest(to: name, of: part.collection) : []
    let known =
      isSought && alike.isEmpty ? Knowledge.others(than: name, of: part.collection) : alike
    // A store's kind says what there is to know of a product that is no class.
    let isProduct = isOfStore && !known.isEmpty && BorrowedWords.lines(ofStore: name) != nil
    isAlike = !alike.isEmpty
    near = isProduct ? [] : known
    span = entry.span
    needsKind = part.unknownPatterns != nil
  }

  /// What a name stands for that is no class of a component, or no product that keeps a store.
  private static func otherwise(_ name: String, _ part: Part) -> String? {
    switch part.collection {
    case .agents: return nil
    case .components:
      guard let lines = linesOfStore(name) else { return nil }
      let kind =
        part.unknownPatterns == nil ? "" : ", and \(BorrowedWords.kindAdvice(forStore: name))"
      guard let store = part.reading.store.text else {
        return
          "`\(name)` is a store: declare it under `stores` (\(lines)), name it here in `store`\(kind)."
      }
      return "`\(name)` is a store: move it to `\(store)` (\(lines))\(kind)."
    case .stores:
      guard case .found(let component) = Knowledge.component(name) else { return nil }
      return
        "`\(name)` is the class of a component: write `implementation: \(component.fullName)` there, and here the `kind` of the store."
    }
  }

  private static func linesOfStore(_ name: String) -> String? {
    if let lines = BorrowedWords.lines(ofStore: name) { return lines }
    guard case .found(let store) = Knowledge.store(name) else { return nil }
    return "`implementation: \(store.fullName)`"
  }
}
