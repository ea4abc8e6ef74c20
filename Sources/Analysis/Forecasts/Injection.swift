internal import Architecture

/// What the calls of the agents carry beside the conversation itself.
struct Injections: Sendable {
  /// Those of each agent; where it is not known who reads what, those of all.
  private let calls: [Injection]
  private let areByAgent: Bool
  private let readers: [[Int]]
  /// Whether the agent carries on a conversation, and does not only work on what was said.
  private let converses: [Bool]

  init(of components: [Part], readBy agents: [Part], _ relations: Relations) {
    let injecting = components.filter { !$0.injectsNothing }
    func shares(_ parts: [Part]) -> Injection.Shares {
      Injection.Shares(of: parts) { relations.isKeptFromCalls($0, agents) || $0.isOnlyLookedUp }
    }
    readers = relations.readers
    converses = agents.map { agent in
      agent.reading.sends_history.flag != false
        && !["summarizer", "extractor"].contains(agent.reading.role.text)
    }
    areByAgent = relations.unknownReaders.isEmpty && !agents.isEmpty
    guard areByAgent else {
      calls = [Injection([shares(injecting)])]
      return
    }
    var own = [[Part]](repeating: [], count: agents.count)
    for part in injecting {
      for reader in readers[part.index] { own[reader].append(part) }
    }
    // What nobody is said to read comes into the calls of all.
    let common = shares(injecting.filter { relations.readers[$0.index].isEmpty })
    calls = own.map { Injection([common, shares($0)]) }
  }

  /// What the largest call carries: of all, or of those that read a component and send what it keeps. What one component
  /// injects may be left out.
  func ofLargestCall(with part: Part?, besides own: Part?) -> Injection {
    let counted = callers(with: part).map { caller -> Injection in
      guard let own, carries(caller, own) else { return calls[caller] }
      return calls[caller].without(own)
    }
    let tokens = counted.map(\.tokens).max() ?? 0
    let open = counted.filter { !$0.isComplete }
    var largest =
      (open.isEmpty ? counted : open).max { $0.tokens < $1.tokens } ?? Injection([])
    largest.tokens = tokens
    return largest
  }

  /// The agents whose calls are known to carry what a component keeps.
  func knownCallers(with part: Part) -> [Int] { areByAgent ? callers(with: part) : [] }

  /// Those whose calls carry what a component keeps, best of those that carry on the conversation.
  private func callers(with part: Part?) -> [Int] {
    guard areByAgent else { return Array(calls.indices) }
    let reading = part.map { readers[$0.index] } ?? []
    let callers = reading.isEmpty ? Array(calls.indices) : reading
    let conversing = callers.filter { converses[$0] }
    return part == nil || conversing.isEmpty ? callers : conversing
  }

  private func carries(_ caller: Int, _ part: Part) -> Bool {
    let readers = readers[part.index]
    return !areByAgent || readers.isEmpty || readers.contains(caller)
  }
}

/// What components put into the context of a call.
struct Injection: Sendable {
  fileprivate(set) var tokens: Double
  private let all: [Shares]
  /// What the one component injects that is left out.
  private var leftOut: Reading?

  /// What is known of each of some components, for all conversations at once.
  fileprivate final class Shares: Sendable {
    let tokens: Double
    let used: [Reading]
    /// The paths of what is undeclared, sorted.
    let missing: [String]

    init(of components: [Part], _ mayBeUnsaid: (Part) -> Bool) {
      var tokens = 0.0
      var used: [Reading] = []
      var missing: [String] = []
      for part in components {
        let reading = part.reading.injected_tokens
        switch reading.content {
        case .undeclared: if !mayBeUnsaid(part) { missing.append(reading.path) }
        case .none: break
        case .value:
          tokens += reading.number ?? 0
          used.append(reading)
        }
      }
      self.tokens = tokens
      self.used = used
      self.missing = missing.sorted()
    }
  }

  fileprivate init(_ shares: [Shares]) {
    all = shares
    tokens = shares.reduce(0) { $0 + $1.tokens }
  }

  /// What is carried, but for what one of the components injects.
  fileprivate func without(_ part: Part) -> Injection {
    guard !part.injectsNothing else { return self }
    let own = part.reading.injected_tokens
    var others = self
    others.tokens -= own.number ?? 0
    others.leftOut = own
    return others
  }

  var isComplete: Bool {
    switch all.reduce(0, { $0 + $1.missing.count }) {
    case 0: true
    case 1: leftOut.map { left in all.contains { $0.missing.first == left.path } } ?? false
    default: false
    }
  }

  /// The paths of what is undeclared.
  var missing: [String] {
    let paths = all.count == 1 ? all[0].missing : all.flatMap(\.missing)
    guard let path = leftOut?.path, !paths.isEmpty else { return paths }
    return paths.filter { $0 != path }
  }

  /// Whether something that is declared is so.
  func contains(where isSo: (Reading) -> Bool) -> Bool {
    all.contains { shares in
      shares.used.contains { reading in
        leftOut.map { !$0.isSamePlace(as: reading) } ?? true && isSo(reading)
      }
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
