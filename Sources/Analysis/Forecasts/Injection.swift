internal import Architecture

/// What the components put into the context of a call beside the conversation itself.
struct Injection {
  private(set) var tokens = 0.0
  private let all: Shares
  /// What the one component injects that is left out.
  private var leftOut: Reading?

  /// What is known of each component, for all conversations at once.
  private final class Shares: Sendable {
    let used: [Reading]
    /// The paths of what is undeclared, sorted.
    let missing: [String]

    init(used: [Reading], missing: [String]) {
      self.used = used
      self.missing = missing.sorted()
    }
  }

  init(of components: [Part], readBy agents: [Part], _ relations: Relations) {
    var used: [Reading] = []
    var missing: [String] = []
    for part in components where !part.injectsNothing {
      let reading = part.reading.injected_tokens
      switch reading.content {
      case .undeclared:
        if !relations.isKeptFromCalls(part, agents), !part.isOnlyLookedUp {
          missing.append(reading.path)
        }
      case .none: break
      case .value:
        tokens += reading.number ?? 0
        used.append(reading)
      }
    }
    all = Shares(used: used, missing: missing)
  }

  /// What all components but one inject.
  func without(_ part: Part) -> Injection {
    guard !part.injectsNothing else { return self }
    let own = part.reading.injected_tokens
    var others = self
    others.tokens -= own.number ?? 0
    others.leftOut = own
    return others
  }

  var isComplete: Bool {
    switch all.missing.count {
    case 0: true
    case 1: all.missing[0] == leftOut?.path
    default: false
    }
  }

  /// The paths of what is undeclared, sorted.
  var missing: [String] {
    guard let path = leftOut?.path, !all.missing.isEmpty else { return all.missing }
    return all.missing.filter { $0 != path }
  }

  /// Whether something that is declared is so.
  func contains(where isSo: (Reading) -> Bool) -> Bool {
    all.used.contains { reading in
      leftOut.map { !$0.isSamePlace(as: reading) } ?? true && isSo(reading)
    }
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
  /// Whether it comes into a call as the result of a tool alone, which is part of the conversation.
  fileprivate var isOnlyLookedUp: Bool { reading.loaded_by.texts == ["tool-call"] }

  /// Whether its kind is the conversation itself, or something that calls do not carry.
  fileprivate var injectsNothing: Bool {
    let kinds: [ComponentKind] = [
      .conversationBuffer, .windowedBuffer, .checkpoint, .promptCache, .semanticCache,
      .toolResultCache,
    ]
    return !patterns.isEmpty && patterns.allSatisfy(kinds.contains)
  }
}
