internal import SourceText

extension RecordReader {
  /// What is computed again from itself, by whatever way round, is computed from nothing: one of them holds the
  /// original, and a store brings back nothing that lies in it, unless that has a source elsewhere.
  mutating func checkRebuilding(_ root: Record) {
    let components = root.records(Collection.components.rawValue)
    let stores = root.records(Collection.stores.rawValue)
    var origins: [String: Origin] = [:]
    for record in components + stores {
      guard let id = record.text("id"), let origin = record.text("rebuildable_from"),
        let span = record.entry("rebuildable_from")?.span, origins[id] == nil
      else { continue }
      origins[id] = Origin(id: origin, span: span)
    }
    guard !origins.isEmpty else { return }
    checkCircles(of: (components + stores).compactMap { $0.text("id") }, origins)
    let onlyHere = components.filter { component in
      ["also_in", "source"].allSatisfy { component.entry($0)?.value == nil }
    }
    for component in onlyHere {
      guard let id = component.text("id"), let store = component.text("store"),
        origins[id] == nil, let origin = origins[store], origin.id == id
      else { continue }
      report(
        "`\(store)` is rebuilt from `\(id)`, which lies in it", at: origin.span,
        help: "name what is kept elsewhere, or leave `rebuildable_from` out")
    }
  }

  private struct Origin {
    let id: String
    let span: Span
  }

  private mutating func checkCircles(of ids: [String], _ origins: [String: Origin]) {
    var walked: Set<String> = []
    for start in ids {
      var way: [String] = []
      var place: [String: Int] = [:]
      var next: String? = start
      while let id = next, walked.insert(id).inserted {
        place[id] = way.count
        way.append(id)
        next = origins[id]?.id
      }
      guard let closing = next.flatMap({ place[$0] }), let span = origins[way[closing]]?.span else {
        continue
      }
      let circle = way[closing...].prefix(6).map { "`\($0)` from `\(origins[$0]?.id ?? "")`" }
      let isWhole = circle.count == way.count - closing
      report(
        "\(circle.joined(separator: ", "))\(isWhole ? "" : ", …"): what is rebuilt in a circle is rebuilt from nothing",
        at: span,
        help: "leave `rebuildable_from` out of the one that is written first: it holds the original"
      )
    }
  }
}
