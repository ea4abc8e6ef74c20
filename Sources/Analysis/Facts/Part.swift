package import Architecture

/// An agent, a component or a store of the system under review, with what is known of it beyond the file.
package final class Part: Sendable {
  package let id: String
  package let collection: Collection
  /// Its place in the list of its kind.
  package let index: Int
  /// What is declared of it, or known by its implementation.
  package let reading: Reading
  package let record: Record
  package let implementation: Implementation?
  /// Nil for what is not a component.
  package let mapping: Mapping?

  init(
    id: String, collection: Collection, index: Int, reading: Reading, record: Record,
    implementation: Implementation?, mapping: Mapping?
  ) {
    self.id = id
    self.collection = collection
    self.index = index
    self.reading = reading
    self.record = record
    self.implementation = implementation
    self.mapping = mapping
  }

  package var patterns: [ComponentKind] { mapping?.patterns ?? [] }

  /// What to declare where nothing says which patterns a component has.
  package var unknownPatterns: Reading? {
    if case .unknown? = mapping?.basis { reading.kind } else { nil }
  }

  /// Whether something is lost when its content is lost or overwritten: caches and indexes hold copies, and what is
  /// rebuildable can be computed again. An index that is said to hold conversations or facts is no copy. What only waits
  /// for its reader and is gone within a day is none either, nor what is of use to one turn, nor notes that may be lost.
  var holdsOriginals: Bool {
    let copies: [ComponentKind] = [
      .rag, .semanticCache, .promptCache, .toolResultCache, .systemPrompt,
    ]
    let isCopy = !patterns.isEmpty && patterns.allSatisfy(copies.contains)
    let isOnlyPlace =
      patterns.contains(.rag)
      && (reading.holds.texts ?? []).contains {
        ["conversation", "preferences", "facts", "workflow"].contains($0)
      }
    let isScratch = reading.holds.texts == ["scratch"]
    let isPassing =
      reading.scope.text == "turn"
      || isScratch && forgetsWithinADay
      || isScratch && patterns == [.scratchpad] && reading.durability.text == "ephemeral"
    return (!isCopy || isOnlyPlace) && !isPassing && reading.rebuildable_from.text == nil
  }

  /// Whether something is named that it can be made from again.
  var hasOriginal: Bool {
    let original = reading.rebuildable_from
    return (original.isUndeclared ? reading.source : original).value != nil
  }
}
