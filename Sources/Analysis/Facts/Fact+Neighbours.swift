internal import Architecture

extension Fact {
  /// How a component stands to the others.
  static let neighbours: [Fact] = [
    .of(
      .components, "is_summarized", .boolean,
      "Whether another component says that it condenses this one."
    ) { system, part, _ in .boolean(!system.relations.summaries[part.index].isEmpty) },
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
