internal import Architecture

extension Fact {
  /// What a crash, or the loss of a store, takes with it.
  static let recoveryForecasts: [Fact] = [
    .of(
      .stores, "loses_everything_on_crash", .boolean,
      "Whether a crash of a node leaves nothing: no persistence, or files that go with the container, and no replica that takes over by itself.",
      formula:
        "persistence is none, or volume is temporary; without a word of it, by kind; not where failover is automatic"
    ) { _, store, inputs in
      keepsNothing(store, &inputs).map(Value.boolean)
    },
    .of(
      .stores, "data_loss_on_crash", .duration,
      "How much of the latest state a crash of a node loses; none where it loses everything, or all since the process began, and where a replica takes over that lags, which nothing bounds.",
      formula:
        "persistence.every; where failover is automatic, 0 with synchronous replication and none with asynchronous"
    ) { _, store, inputs in
      .seconds(dataLoss(store, &inputs))
    },
    .of(
      .stores, "meets_recovery_point", .boolean,
      "Whether a crash of a node loses no more than the objective allows; none where that depends on how far a replica lags.",
      formula:
        "data_loss_on_crash ≤ objectives.recovery_point; false where it loses everything, or all since the process began"
    ) { system, store, inputs in
      let most = inputs.operand(system.root.objectives.recovery_point)
      let loss = dataLoss(store, &inputs)
      guard let most else { return nil }
      if keepsNothing(store, &inputs) == true { return .boolean(false) }
      if store.savesOnExit, !takesOver(store) { return .boolean(false) }
      return loss.map { .boolean($0 <= most) }
    },
    .of(
      .stores, "data_loss_on_restore", .duration,
      "How much of the latest state is lost when the store is lost and its last backup restored, with the log that was copied by then; none where there is no backup.",
      formula: "backup.every; where backup.continuous, the less of that and backup.lag"
    ) { _, store, inputs in
      .seconds(restoreLoss(store, &inputs))
    },
    .of(
      .stores, "restore_meets_recovery_point", .boolean,
      "Whether restoring the last backup loses no more than the objective allows.",
      formula: "data_loss_on_restore ≤ objectives.recovery_point; false where there is no backup"
    ) { system, store, inputs in
      let most = inputs.operand(system.root.objectives.recovery_point)
      guard let most else { return nil }
      let backup = store.reading.backup
      guard backup.continuous.flag == true, !backup.lag.isNone else {
        return inputs.number(backup.every, none: .infinity).map { .boolean($0 <= most) }
      }
      if !backup.every.isUndeclared, let every = inputs.number(backup.every), every <= most {
        return .boolean(true)
      }
      return inputs.number(backup.lag).map { .boolean($0 <= most) }
    },
  ]

  /// A log that is copied as it grows spares the time back to the last full copy.
  private static func restoreLoss(_ store: Part, _ inputs: inout Inputs) -> Double? {
    let backup = store.reading.backup
    guard backup.continuous.flag == true, !backup.lag.isNone else {
      return inputs.operand(backup.every)
    }
    let lag = inputs.number(backup.lag)
    guard !backup.every.isUndeclared, let every = inputs.number(backup.every) else { return lag }
    return lag.map { min($0, every) }
  }

  /// Whether no node has the content after one has crashed.
  private static func keepsNothing(_ store: Part, _ inputs: inout Inputs) -> Bool? {
    takesOver(store) ? false : losesEverything(store, &inputs)
  }

  private static func takesOver(_ store: Part) -> Bool {
    store.reading.high_availability.failover.text == "automatic"
      && store.reading.storeKind?.isVolatile != true
  }

  /// A store that keeps its bytes in the memory of a process, or of a cache, loses them unless it says otherwise.
  private static func losesEverything(_ store: Part, _ inputs: inout Inputs) -> Bool? {
    let reading = store.reading
    if reading.volume.text == "temporary" || reading.persistence.isNone
      || store.implementation?.isDurable == false
    {
      return true
    }
    if reading.persistence.isUndeclared, reading.storeKind?.isVolatile == true {
      return true
    }
    if reading.persistence.mode.isNone { return true }
    let mode = inputs.text(reading.persistence.mode)
    let isFile = reading.storeKind?.isOfFiles == true || reading.embedded.flag == true
    let volume = isFile ? inputs.text(reading.volume, none: "") : ""
    return mode == nil || volume == nil ? nil : false
  }

  private static func dataLoss(_ store: Part, _ inputs: inout Inputs) -> Double? {
    if takesOver(store) {
      return inputs.text(store.reading.high_availability.replication) == "synchronous" ? 0 : nil
    }
    let isLost = losesEverything(store, &inputs)
    guard isLost != true else { return nil }
    if store.savesOnExit {
      inputs.haveNoResult()
      return nil
    }
    let every = inputs.number(store.reading.persistence.every)
    return isLost == nil ? nil : every
  }
}

extension Part {
  /// Whether what is written reaches the disk only when the process ends.
  fileprivate var savesOnExit: Bool { reading.persistence.mode.text == "on-exit" }
}
