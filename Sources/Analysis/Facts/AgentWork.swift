internal import Architecture

/// What gives an agent its work.
enum AgentWork: Sendable {
  /// The turns of conversations, or what they leave to be done.
  case conversations
  case schedule
  /// The changes of what these components copy.
  case changes([Part])

  var isOfConversations: Bool {
    if case .conversations = self { true } else { false }
  }

  /// What an agent takes from a queue, or is told by events, comes from conversations unless all that it has to do with
  /// is documents.
  init(of agent: Part, _ part: (String) -> Part?) {
    if agent.worksOnSchedule {
      self = .schedule
      return
    }
    switch agent.reading.work_from.text {
    case "queue"?, "event"?:
      let indexes = Self.indexes(keptBy: agent, part)
      self = indexes.isEmpty ? .conversations : .changes(indexes)
    default: self = .conversations
    }
  }

  private static func indexes(keptBy agent: Part, _ part: (String) -> Part?) -> [Part] {
    let reading = agent.reading
    guard reading.sends_history.flag != true, !reading.reads.isUndeclared else { return [] }
    let written = (reading.writes.texts ?? []).compactMap(part)
    let others = ((reading.reads.texts ?? []) + [reading.checkpoint.text].compactMap(\.self))
      .compactMap(part)
    let isOfDocuments = (written + others).allSatisfy(\.isOfDocuments)
    return isOfDocuments ? written.filter(\.copiesDocuments) : []
  }
}

extension AnalyzedSystem {
  /// Whether conversations write a component, as far as is known of those that write it.
  func isWrittenByConversations(_ part: Part) -> Bool {
    relations.writers[part.index].contains { work[$0].isOfConversations }
  }
}

extension Part {
  /// Whether an agent is known to be started by the clock.
  var worksOnSchedule: Bool { reading.work_from.text == "schedule" }

  /// Whether somebody may be waiting for an agent: not where it works on a schedule, or takes work from a queue or an
  /// event and publishes what comes of it when it is done, unless people talk with it that way.
  var isWaitedFor: Bool {
    if worksOnSchedule { return false }
    let isHandedWork = ["queue", "event"].contains(reading.work_from.text)
    return !isHandedWork || reading.results.text != "async" || reading.role.text == "assistant"
  }

  /// Whether it copies documents, by which its content follows them and not a conversation.
  var copiesDocuments: Bool { patterns.contains(.rag) || patterns.contains(.knowledgeGraph) }

  /// Whether it is known to hold nothing that conversations say.
  fileprivate var isOfDocuments: Bool {
    if let holds = reading.holds.texts, !holds.isEmpty {
      return holds.allSatisfy(["documents", "instructions"].contains)
    }
    return patterns == [.rag] || patterns == [.systemPrompt]
  }
}
