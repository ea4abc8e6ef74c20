internal import SourceText

extension RecordReader {
  /// Where each id leads; an id that two elements share is reported at the second.
  mutating func elements(of root: Record) -> Elements {
    var elements = Elements()
    for collection in Collection.allCases {
      for (index, record) in root.records(collection.rawValue).enumerated() {
        guard let id = record.text("id"), let entry = record.entry("id") else { continue }
        if let first = elements[id] {
          report(
            "the id `\(id)` is taken", at: entry.span,
            help: "ids are unique across agents, components and stores",
            notes: [
              Diagnostic.Note(
                "\(first.collection.article) \(first.collection.singular) has it", at: first.idSpan)
            ])
          continue
        }
        elements.append(
          Elements.Element(id: id, collection: collection, index: index, idSpan: entry.span))
      }
    }
    return elements
  }

  /// Every id and path that the file mentions must lead somewhere.
  mutating func checkMentions(_ elements: Elements) {
    for mention in mentions where !isFull {
      switch mention.meaning {
      case .element(let collections): checkReference(mention, collections, elements)
      case .path: checkPath(mention, elements)
      }
    }
  }

  /// The ids that can be written where an element of some collections must stand.
  private func ids(
    of collections: [Collection], in elements: Elements
  ) -> [String] {
    elements.all.filter { collections.contains($0.collection) }.map(\.id).sorted()
  }

  /// Whether what nobody finds may be described under a key that was misspelt, which is told.
  private func mayBeMisspelt(_ collections: [Collection]) -> Bool {
    collections.contains { misspeltSections.contains($0.rawValue) }
  }

  private mutating func checkReference(
    _ mention: Mention, _ collections: [Collection], _ elements: Elements
  ) {
    guard let element = elements[mention.text] else {
      if mayBeMisspelt(collections) { return }
      let candidates = ids(of: collections, in: elements)
      let help =
        didYouMean(mention.text, among: candidates) ?? oneOf(candidates)
        ?? "describe it first, under `\(collections.map(\.rawValue).joined(separator: "` or `"))`"
      report(
        "there is no \(collections.map(\.singular).joined(separator: " or ")) `\(mention.text)`",
        at: mention.span, help: help)
      return
    }
    guard collections.contains(element.collection) else {
      let wanted = collections.map { "\($0.article) \($0.singular)" }.joined(separator: " or ")
      report(
        "`\(mention.text)` is \(element.collection.article) \(element.collection.singular), and \(wanted) must stand here",
        at: mention.span, help: oneOf(ids(of: collections, in: elements)))
      return
    }
  }

  /// A path names a field by the ids on its way: `stores.redis.latency.p95`.
  private mutating func checkPath(_ mention: Mention, _ elements: Elements) {
    let walk = PathWalk(mention.text)
    for case .element(let id, let collection) in walk.steps
    where elements[id]?.collection != collection {
      if mayBeMisspelt([collection]) { return }
      return refuse(mention, for: id, among: ids(of: [collection], in: elements))
    }
    if let end = walk.end { refuse(mention, for: end.unknown, among: end.known) }
  }

  private mutating func refuse(_ path: Mention, for name: String, among known: [String]) {
    report(
      "the path `\(path.text)` leads nowhere: there is no `\(name)`", at: path.span,
      help: didYouMean(name, among: known) ?? oneOf(known))
  }

  /// Nil where there is nothing to choose from.
  private func oneOf(_ known: [String]) -> String? {
    guard !known.isEmpty else { return nil }
    let listed = known.prefix(8).joined(separator: ", ")
    return known.count == 1
      ? "write \(listed)" : "write one of \(listed)\(known.count > 8 ? ", …" : "")"
  }
}
