internal import Architecture

extension Fact {
  /// When a store is full.
  static let capacityForecasts: [Fact] = [
    .of(
      .stores, "months_until_full", .number,
      "Months until the store holds as much as it can; none where it does not grow or has no bound.",
      formula:
        "(capacity − size) / growth_per_month, or ln(capacity / size) / ln(1 + growth_per_month) for a growth in percent; the sooner of both"
    ) { _, store, inputs in
      let growth = store.reading.growth_per_month
      let size = inputs.number(store.reading.size, none: 0)
      let capacity = inputs.operand(store.reading.capacity)
      let rates = inputs.alternatives(growth.size, growth.share)
      guard let size, let capacity else { return nil }
      if size >= capacity { return .number(0) }
      guard let rates else { return nil }
      return .real(
        monthsUntilFull(size: size, capacity: capacity, bySize: rates.first, byShare: rates.second))
    },
    .of(
      .stores, "utilization", .percentage, "How much of its capacity the store holds.",
      formula: "size / capacity"
    ) { _, store, inputs in
      let size = inputs.number(store.reading.size, none: 0)
      let capacity = inputs.operand(store.reading.capacity)
      return .real(ratio(size, capacity))
    },
    .of(
      .stores, "fits_in_memory", .boolean,
      "Whether the store holds as little as most production deployments, which fits in memory.",
      formula: "size < \(Int(ArticleFigures.stateThatFitsInMemory / 1e9)) GB"
    ) { _, store, inputs in
      inputs.number(store.reading.size, none: 0).map {
        .boolean($0 < ArticleFigures.stateThatFitsInMemory)
      }
    },
  ]

  static func monthsUntilFull(
    size: Double, capacity: Double, bySize: Double?, byShare: Double?
  ) -> Double? {
    guard size < capacity else { return 0 }
    let linear = bySize.flatMap { $0 > 0 ? (capacity - size) / $0 : nil }
    let compound = byShare.flatMap { share in
      share > 0 && size > 0
        ? naturalLogarithm(capacity / size) / naturalLogarithm(1 + share) : nil
    }
    return [linear, compound].compactMap(\.self).min()
  }
}
