package import SourceText

/// Where the ids of a file lead. A few are compared one by one, which is faster than hashing.
package struct Elements: Sendable {
  /// Where an id leads.
  package struct Element: Sendable {
    package let id: String
    package let collection: Collection
    package let index: Int
    package let idSpan: Span
  }

  private(set) var all: [Element] = []
  private var places: [String: Int] = [:]
  private static let few = 16

  subscript(id: String) -> Element? {
    if all.count > Self.few { return places[id].map { all[$0] } }
    for place in all.indices where all[place].id == id { return all[place] }
    return nil
  }

  mutating func append(_ element: Element) {
    all.append(element)
    if all.count == Self.few + 1 {
      for (place, element) in all.enumerated() { places[element.id] = place }
    } else if all.count > Self.few {
      places[element.id] = all.count - 1
    }
  }
}
