internal import Architecture

extension Fact {
  /// How often concurrent writes of one entry meet, and what becomes of them.
  static let collisionForecasts: [Fact] = [
    .of(
      .components, "competing_conversations", .count,
      "Other conversations that can be writing the same entry at the peak; in one conversation, the other run where runs may overlap; none where nothing that works in conversations writes it.",
      formula:
        "by scope: concurrent_conversations_per_user − 1; for thread 1 where a writer allows concurrent runs, else 0; for tenant, agent and global concurrent_conversations − 1; 0 where no writer works in conversations"
    ) { system, part, inputs in
      .rounded(competitors(of: part, in: system, &inputs))
    },
    .of(
      .components, "collision_share", .share,
      "The probability that another write of the same entry is committed while one is under way, if writes come at random.",
      formula:
        "1 − e^(−competing_conversations × r × write_control.overlap), r = writes_per_conversation / conversation_duration"
    ) { system, part, inputs in
      .real(collisionShare(of: part, in: system, &inputs))
    },
    .of(
      .components, "lost_per_thousand_writes", .number,
      "Of a thousand writes, those that another overwrites unseen.",
      formula:
        "1000 × collision_share where nothing detects a conflict: last-write-wins, read-modify-write, saga, optimistic without versions, a lock of one process where several write; else 0"
    ) { system, part, inputs in
      .real(lostShare(of: part, in: system, &inputs).map { $0 * 1_000 })
    },
    .of(
      .components, "lost_updates_per_day", .number,
      "Writes that others overwrite unseen, in a day at the peak.",
      formula: "conversation_rate × writes_per_conversation × collision_share × 86,400"
    ) { system, part, inputs in
      let lost = lostShare(of: part, in: system, &inputs)
      if lost == 0 { return .number(0) }
      let writes = inputs.number(part.reading.writes_per_conversation, none: 0)
      let conversations = conversationRate(in: system, &inputs)
      return .real(product(lost, writes, conversations, 86_400))
    },
    .of(
      .components, "refused_share", .share,
      "The share of tries under optimistic locking that are refused, because another write was committed meanwhile; commits exclude each other, so that two never fall into one try.",
      formula:
        "p with p = competing_conversations × r × write_control.overlap × (1 − p^(write_control.retries + 1)), r = writes_per_conversation / conversation_duration: only what is not given up is committed, and can refuse others"
    ) { system, part, inputs in
      .real(refused(of: part, in: system, &inputs)?.share)
    },
    .of(
      .components, "expected_retries", .number,
      "How often a write under optimistic locking is tried again, on average.",
      formula: "p (1 − p^write_control.retries) / (1 − p), p = refused_share"
    ) { system, part, inputs in
      .real(
        refused(of: part, in: system, &inputs).map { share, retries in
          expectedRepeats(share, atMost: retries)
        })
    },
    .of(
      .components, "give_up_share", .share,
      "The share of writes under optimistic locking that are still refused after the last retry.",
      formula: "p^(write_control.retries + 1), p = refused_share"
    ) { system, part, inputs in
      .real(
        refused(of: part, in: system, &inputs).map { share, retries in power(share, retries + 1) })
    },
  ]

  /// The share of tries that are refused, and how often a write is tried again at most.
  private static func refused(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> (share: Double, retries: Double)? {
    guard part.mayBeOptimistic else { return nil }
    let strategy = inputs.text(part.reading.write_control.strategy)
    let expected = collisionsExpected(of: part, in: system, &inputs)
    if strategy != nil, expected == 0 { return (0, 0) }
    let retries = inputs.number(part.reading.write_control.retries, none: 0)
    guard strategy != nil, let expected, let retries else { return nil }
    return (refusedShare(expecting: expected, retries: retries), retries)
  }

  /// The share at which as many commits come as are not given up: between none and all, found by halving.
  private static func refusedShare(expecting expected: Double, retries: Double) -> Double {
    var (low, high) = (0.0, min(1, expected))
    for _ in 0..<100 {
      let share = (low + high) / 2
      if expected * (1 - power(share, retries + 1)) > share { low = share } else { high = share }
    }
    return (low + high) / 2
  }

  private static func collisionShare(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    collisionsExpected(of: part, in: system, &inputs).map { probabilityOfAny(expected: $0) }
  }

  /// The writes of others that are expected while one is under way.
  private static func collisionsExpected(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    let competitors = competitors(of: part, in: system, &inputs)
    let writes = inputs.number(part.reading.writes_per_conversation, none: 0)
    // What writes at a pace of its own may meet others as well: how often is not for conversations to say.
    let isApart = isWrittenApart(part, in: system)
    if competitors == 0 && !isApart || writes == 0 { return 0 }
    let overlap = inputs.operand(part.reading.write_control.overlap)
    if overlap == 0 { return 0 }
    if isApart {
      inputs.haveNoResult()
      return nil
    }
    let duration = conversationDuration(in: system, &inputs)
    return product(competitors, ratio(writes, duration), overlap)
  }

  private static func competitors(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    let workload = system.root.workload
    let scope = inputs.text(part.reading.scope, none: "")
    if isWrittenApart(part, in: system) { return 0 }
    switch scope {
    case "turn"?: return 0
    case "thread"?: return overlappingRuns(of: part, in: system, &inputs)
    case "user"?:
      return inputs.number(workload.concurrent_conversations_per_user, none: 1)
        .map { max(0, $0 - 1) }
    case "tenant"?, "agent"?, "global"?:
      return inputs.number(workload.concurrent_conversations, none: 1).map { max(0, $0 - 1) }
    default: return nil
    }
  }

  /// Whether entries do not belong to one conversation, and none of what writes them works in conversations, all of it
  /// being known.
  private static func isWrittenApart(_ part: Part, in system: AnalyzedSystem) -> Bool {
    guard let scope = part.reading.scope.text, scope != "thread", scope != "turn" else {
      return false
    }
    return system.relations.unknownWriters.isEmpty && !system.isWrittenByConversations(part)
  }

  private static func overlappingRuns(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    inputs.miss(system.relations.unknownWriters)
    var isDecided = system.relations.unknownWriters.isEmpty
    for agent in system.relations.writers[part.index].map({ system.agents[$0] }) {
      switch inputs.text(agent.reading.concurrent_runs_per_key, none: "reject") {
      case "allow"?: return 1
      case nil: isDecided = false
      default: break
      }
    }
    return isDecided ? 0 : nil
  }

  /// Whether a strategy notices that it would overwrite another's write. The last writer does not, nor a lock of one
  /// process where several write, nor a version that is not checked: a saga's steps are not isolated from each other.
  static func isGuarded(
    _ part: Part, by strategy: String, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Bool? {
    let control = part.reading.write_control
    switch strategy {
    case "last-write-wins", "none": return false
    case "read-modify-write", "saga": return control.versioned.flag == true
    case "optimistic": return control.versioned.flag != false
    case "lock" where control.reach.text == "process":
      let (least, isComplete) = concurrentWriters(of: part, in: system, &inputs)
      if least > 1 { return false }
      return isComplete ? true : nil
    default: return true
    }
  }

  /// The share of writes that are lost.
  private static func lostShare(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    let strategy = inputs.text(part.reading.write_control.strategy, none: "none")
    if let strategy {
      guard let isGuarded = isGuarded(part, by: strategy, in: system, &inputs) else { return nil }
      if isGuarded { return 0 }
    }
    let share = collisionShare(of: part, in: system, &inputs)
    return strategy == nil && share != 0 ? nil : share
  }
}

extension Part {
  fileprivate var mayBeOptimistic: Bool {
    let strategy = reading.write_control.strategy
    return strategy.isUndeclared || strategy.text == "optimistic"
  }
}
