internal import Architecture

extension Fact {
  /// What a system or a component is.
  static let identity: [Fact] = [
    .ofSystem(
      "each_word_matters", .boolean,
      "Whether the system works where a word lost or changed does harm: in medicine, law, compliance or therapy."
    ) { system, inputs in
      inputs.text(system.root.system.domain).map {
        .boolean(["medical", "legal", "compliance", "therapy"].contains($0))
      }
    },
    .of(
      .components, "is_mapped", .boolean,
      "Whether the component is on the map, or names its equivalent in the literature."
    ) { _, part, _ in
      switch part.mapping?.basis {
      case .unmapped(equivalent: nil)?: .boolean(false)
      case .unknown?: nil
      case .kind?, .alias?, .implementation?, .structure?, .unmapped(equivalent: .some)?, nil:
        .boolean(true)
      }
    },
    .of(
      .components, "condenses_memory", .boolean,
      "Whether all that the component condenses is memory, and no conversation."
    ) { system, part, inputs in
      guard let sources = inputs.texts(part.reading.summarizes) else { return nil }
      for source in sources.compactMap({ system.part($0) }) {
        if let kind = source.unknownPatterns {
          inputs.miss(kind.path)
        } else if !source.patterns.contains(where: \.isMemory) {
          return .boolean(false)
        }
      }
      return inputs.isComplete ? .boolean(!sources.isEmpty) : nil
    },
    .of(
      .components, "contradicts_implementation", .boolean,
      "Whether the declared durability is not what the implementation is known to give."
    ) { _, part, inputs in
      guard part.implementation?.isDurable == false else { return .boolean(false) }
      return inputs.text(part.reading.durability, none: "ephemeral").map {
        .boolean($0 != "ephemeral")
      }
    },
    .of(
      .stores, "contradicts_implementation", .boolean,
      "Whether the store is declared to be shared, and its implementation is known not to be."
    ) { _, part, inputs in
      guard part.implementation?.isSharedAcrossProcesses == false else { return .boolean(false) }
      return inputs.flag(part.reading.shared_across_replicas, none: false).map(Value.boolean)
    },
  ]
}

extension ComponentKind {
  /// Whether it keeps what is known beyond a conversation.
  fileprivate var isMemory: Bool {
    self == .persistentMemory || self == .knowledgeGraph || self == .rag
  }
}
