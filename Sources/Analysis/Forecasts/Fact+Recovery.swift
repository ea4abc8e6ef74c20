internal import Architecture

extension Fact {
  /// What a crash, or the loss of a store, takes with it.
  static let recoveryForecasts: [Fact] = [
    .of(
      .stores, "loses_everything_on_crash", .boolean,
      "Whether a crash leaves nothing: no persistence, or files that go with the container.",
      formula: "persistence is none, or volume is temporary; without a word of it, by kind"
    ) { _, store, inputs in
      losesEverything(store, &inputs).map(Value.boolean)
    },
    .of(
      .stores, "data_loss_on_crash", .duration,
      "How much of the latest state a crash of the store loses; none where it loses everything.",
      formula: "persistence.every"
    ) { _, store, inputs in
      .seconds(dataLoss(store, &inputs))
    },
    .of(
      .stores, "meets_recovery_point", .boolean,
      "Whether a crash of the store loses no more than the objective allows.",
      formula: "data_loss_on_crash ≤ objectives.recovery_point; false where it loses everything"
    ) { system, store, inputs in
      let most = inputs.operand(system.root.objectives.recovery_point)
      let loss = dataLoss(store, &inputs)
      guard let most else { return nil }
      if losesEverything(store, &inputs) == true { return .boolean(false) }
      return loss.map { .boolean($0 <= most) }
    },
    .of(
      .stores, "data_loss_on_restore", .duration,
      "How much of the latest state is lost when the store is lost and its last backup restored; none where there is no backup.",
      formula: "backup.every"
    ) { _, store, inputs in
      .seconds(inputs.operand(store.reading.backup.every))
    },
    .of(
      .stores, "restore_meets_recovery_point", .boolean,
      "Whether restoring the last backup loses no more than the objective allows.",
      formula: "backup.every ≤ objectives.recovery_point; false where there is no backup"
    ) { system, store, inputs in
      let most = inputs.operand(system.root.objectives.recovery_point)
      let every = inputs.number(store.reading.backup.every, none: .infinity)
      guard let most, let every else { return nil }
      return .boolean(every <= most)
    },
  ]

  /// A store that keeps its bytes in the memory of a process, or of a cache, loses them unless it says otherwise.
  private static func losesEverything(_ store: Part, _ inputs: inout Inputs) -> Bool? {
    let reading = store.reading
    if reading.volume.text == "temporary" || reading.persistence.isNone
      || store.implementation?.isDurable == false
    {
      return true
    }
    if reading.persistence.isUndeclared, ["in-process", "memcached"].contains(reading.kind.text) {
      return true
    }
    if reading.persistence.mode.isNone { return true }
    let mode = inputs.text(reading.persistence.mode)
    let isFile = ["sqlite", "file"].contains(reading.kind.text) || reading.embedded.flag == true
    let volume = isFile ? inputs.text(reading.volume, none: "") : ""
    return mode == nil || volume == nil ? nil : false
  }

  private static func dataLoss(_ store: Part, _ inputs: inout Inputs) -> Double? {
    let isLost = losesEverything(store, &inputs)
    guard isLost != true else { return nil }
    let every = inputs.number(store.reading.persistence.every)
    return isLost == nil ? nil : every
  }
}
