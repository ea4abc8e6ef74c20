internal import Architecture

/// What the components put into the context of a call beside the conversation itself.
struct Injection {
  private(set) var tokens = 0.0
  private(set) var used: [Inputs.Input] = []
  /// The paths of what is undeclared, sorted.
  private(set) var missing: [String] = []

  init(of components: [Part], readBy agents: [Part], _ relations: Relations) {
    for part in components where !part.injectsNothing {
      let reading = part.reading.injected_tokens
      switch reading.content {
      case .undeclared:
        if !relations.isKeptFromCalls(part, agents) { missing.append(reading.path) }
      case .none: break
      case .value(let value):
        tokens += reading.number ?? 0
        used.append(Inputs.Input(reading, value))
      }
    }
    missing.sort()
  }

  /// What all components but one inject.
  func without(_ part: Part) -> Injection {
    guard !part.injectsNothing else { return self }
    let own = part.reading.injected_tokens
    var others = self
    others.tokens -= own.number ?? 0
    others.used.removeAll { $0.reading.isSamePlace(as: own) }
    others.missing.removeAll { $0 == own.path }
    return others
  }
}

extension Relations {
  /// Whether no agent reads what calls only carry because one does, but for agents that send no history.
  fileprivate func isKeptFromCalls(_ part: Part, _ agents: [Part]) -> Bool {
    unknownReaders.isEmpty && !part.patterns.contains(.systemPrompt) && part.unknownPatterns == nil
      && readers[part.index].allSatisfy { agents[$0].reading.sends_history.flag == false }
  }
}

extension Part {
  /// Whether its kind is the conversation itself, or something that calls do not carry.
  fileprivate var injectsNothing: Bool {
    let kinds: [ComponentKind] = [
      .conversationBuffer, .windowedBuffer, .checkpoint, .promptCache, .semanticCache,
      .toolResultCache,
    ]
    return !patterns.isEmpty && patterns.allSatisfy(kinds.contains)
  }
}
