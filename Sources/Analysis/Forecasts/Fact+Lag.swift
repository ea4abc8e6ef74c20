internal import Architecture

extension Fact {
  /// How far a read model falls behind what it is built from.
  static let lagForecasts: [Fact] = [
    .of(
      .components, "lag_read_share", .share,
      "The probability that the next turn reads before the latest write is visible, if the time between turns is exponentially distributed.",
      formula: "1 − e^(−lag / turn_interval)"
    ) { system, part, inputs in
      guard part.isReadModel else { return nil }
      let lag = inputs.number(part.reading.lag, none: 0)
      if lag == 0 { return .number(0) }
      let interval = inputs.operand(system.root.workload.turn_interval)
      return .real(ratio(lag, interval).map { probabilityOfAny(expected: $0) })
    },
    .of(
      .components, "extraction_utilization", .percentage,
      "How much of the extractor's capacity the conversations of the peak take.",
      formula: "conversation_rate / extraction.capacity"
    ) { system, part, inputs in
      guard part.isReadModel else { return nil }
      let capacity = inputs.operand(part.reading.extraction.capacity)
      let arrivals = conversationRate(in: system, &inputs)
      return .real(ratio(arrivals, capacity))
    },
    .of(
      .components, "extraction_keeps_up", .boolean,
      "Whether the extractor works off more conversations than the peak brings, so that its queue stays bounded.",
      formula: "extraction_utilization < 1"
    ) { system, part, inputs in
      guard part.isReadModel else { return nil }
      let capacity = inputs.operand(part.reading.extraction.capacity)
      let arrivals = conversationRate(in: system, &inputs)
      guard let arrivals, let capacity else { return nil }
      return .boolean(arrivals < capacity)
    },
  ]
}

extension Part {
  fileprivate var isReadModel: Bool {
    patterns.contains(.persistentMemory) || patterns.contains(.knowledgeGraph)
  }
}
