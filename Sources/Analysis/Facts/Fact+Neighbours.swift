internal import Architecture

extension Fact {
  /// How a component stands to the others.
  static let neighbours: [Fact] = [
    .of(
      .components, "is_summarized", .boolean,
      "Whether another component says that it condenses this one."
    ) { system, part, _ in .boolean(!system.relations.summaries[part.index].isEmpty) },
    .of(
      .components, "is_source", .boolean,
      "Whether another component says that it holds what came from this one."
    ) { system, part, _ in .boolean(!system.relations.derived[part.index].isEmpty) },
    .of(
      .components, "copies", .list(.text),
      "Where what is deleted from the component can still be found: its second store, its own chunks or edges, entries that are only marked, what was derived from it, and memories and caches that are filled by an agent which reads it, but for those whose entries live a day at most."
    ) { system, part, inputs in
      var places = [part.reading.also_in.store.text].compactMap(\.self)
      if part.reading.erasure.reach.text == "marked" { places.append("its marked entries") }
      if part.patterns.contains(.rag) { places.append("its chunks") }
      if part.patterns.contains(.knowledgeGraph) { places.append("its nodes and edges") }
      let relations = system.relations
      let derived = Set(relations.derived[part.index])
      let isOther = { (index: Int) in index != part.index && !derived.contains(index) }
      let filled = Set(relations.readers[part.index].flatMap { relations.written[$0] })
        .filter(isOther).sorted().map { system.components[$0] }.filter(\.canHoldCopies)
      let copies = derived.union(filled.filter(\.isMadeOfOthers).map(\.index)).sorted()
        .map { system.components[$0] }.filter { !$0.forgetsWithinADay }
      places += copies.map(\.id)
      guard places.isEmpty else { return .texts(places) }
      inputs.miss(([part] + filled).compactMap { $0.unknownPatterns?.path })
      if system.copyists.contains(where: isOther) {
        inputs.miss(relations.unknownReaders + relations.unknownWriters)
      }
      return inputs.missing.isEmpty ? .texts([]) : nil
    },
    .of(
      .components, "is_ranked_against_memory", .boolean,
      "Whether it is said which counts where the component and a persistent memory disagree."
    ) { system, part, inputs in
      let isMemory = { (index: Int) in
        system.components[index].patterns.contains(.persistentMemory)
      }
      if system.relations.winners[part.index].contains(where: isMemory) { return .boolean(true) }
      let losers = inputs.texts(part.reading.wins_over)
      let beats = (losers ?? []).compactMap { system.part($0)?.patterns }
        .contains { $0.contains(.persistentMemory) }
      if beats { return .boolean(true) }
      guard losers != nil else { return nil }
      for other in system.components where isMemory(other.index) {
        _ = inputs.texts(other.reading.wins_over)
      }
      return inputs.isComplete ? .boolean(false) : nil
    },
  ]
}

extension Part {
  /// Whether it is made of others, or may be, and keeps that for longer than a day.
  var canHoldCopies: Bool { (isMadeOfOthers || unknownPatterns != nil) && !forgetsWithinADay }

  /// Whether its content is made of what other components hold.
  fileprivate var isMadeOfOthers: Bool {
    let kinds: [ComponentKind] = [
      .summarization, .rag, .persistentMemory, .knowledgeGraph, .semanticCache,
    ]
    let isWrittenAsItIs = patterns == [.persistentMemory] && reading.extraction.isNone
    // What says of which component it is a summary is made of no other.
    let isOfAnother = !(reading.summarizes.texts ?? []).isEmpty
    return !isWrittenAsItIs && !isOfAnother && patterns.contains(where: kinds.contains)
  }

  /// Whether nothing in it lives for longer.
  var forgetsWithinADay: Bool { reading.ttl.number.map { $0 <= 86_400 } ?? false }
}
