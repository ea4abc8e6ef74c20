internal import SourceText

extension RecordReader {
  /// Where each id leads; an id that two elements share is reported at the second.
  mutating func elements(of root: Record) -> [String: ArchitectureFile.Element] {
    var elements: [String: ArchitectureFile.Element] = [:]
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
        elements[id] = ArchitectureFile.Element(
          collection: collection, index: index, idSpan: entry.span)
      }
    }
    return elements
  }

  /// Every id and path that the file mentions must lead somewhere.
  mutating func checkMentions(in root: Record, _ elements: [String: ArchitectureFile.Element]) {
    for mention in mentions {
      switch mention.meaning {
      case .element(let collections): checkReference(mention, collections, elements)
      case .path: checkPath(mention, in: root)
      }
    }
  }

  private mutating func checkReference(
    _ mention: Mention, _ collections: [Collection], _ elements: [String: ArchitectureFile.Element]
  ) {
    let wanted = collections.map { "\($0.article) \($0.singular)" }.joined(separator: " or ")
    guard let element = elements[mention.text] else {
      let candidates = elements.filter { collections.contains($0.value.collection) }.keys.sorted()
      let near = suggestion(for: mention.text, among: candidates)
      let listed = candidates.prefix(8).joined(separator: ", ")
      let help =
        near.map { "did you mean `\($0)`?" }
        ?? (candidates.isEmpty
          ? "describe it first, under `\(collections.map(\.rawValue).joined(separator: "` or `"))`"
          : "write one of \(listed)\(candidates.count > 8 ? ", …" : "")")
      report(
        "there is no \(collections.map(\.singular).joined(separator: " or ")) `\(mention.text)`",
        at: mention.span, help: help)
      return
    }
    guard collections.contains(element.collection) else {
      report(
        "`\(mention.text)` is \(element.collection.article) \(element.collection.singular), and \(wanted) must stand here",
        at: mention.span)
      return
    }
  }

  /// A path names a field by the ids on its way: `stores.redis.latency.p95`.
  private mutating func checkPath(_ mention: Mention, in root: Record) {
    var fields = RecordType.architecture.fields
    var ids: [String]?
    for part in mention.text.split(separator: ".", omittingEmptySubsequences: false) {
      let name = String(part.prefix { $0 != "[" })
      let candidates = ids ?? fields.map(\.name)
      guard candidates.contains(name) else {
        let near = suggestion(for: name, among: candidates)
        let listed = candidates.prefix(8).joined(separator: ", ")
        report(
          "the path `\(mention.text)` leads nowhere: there is no `\(name)`", at: mention.span,
          help: near.map { "did you mean `\($0)`?" }
            ?? (candidates.isEmpty ? nil : "write one of \(listed), …"))
        return
      }
      let isId = ids != nil
      ids = nil
      if isId { continue }
      switch fields.first(where: { $0.name == name })?.type {
      case .record(let type): fields = type.fields
      case .list(.record(let type)):
        fields = type.fields
        ids = type.isElement ? root.records(name).compactMap { $0.text("id") } : nil
      default: fields = []
      }
    }
  }
}
