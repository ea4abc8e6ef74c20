/// The kinds of memory: the six rows of the Stateless Equivalence Map, the rows that practice added, and `custom`.
package enum ComponentKind: String, CaseIterable, Sendable {
  case conversationBuffer = "conversation_buffer"
  case windowedBuffer = "windowed_buffer"
  case summarization
  case rag
  case persistentMemory = "persistent_memory"
  case systemPrompt = "system_prompt"
  case checkpoint
  case scratchpad
  case semanticCache = "semantic_cache"
  case promptCache = "prompt_cache"
  case toolResultCache = "tool_result_cache"
  case knowledgeGraph = "knowledge_graph"
  case custom

  package var meaning: String {
    switch self {
    case .conversationBuffer: "the whole history, sent with every call"
    case .windowedBuffer: "the last turns or tokens"
    case .summarization: "older turns condensed by a model"
    case .rag: "documents found by search and put into the context"
    case .persistentMemory: "facts and preferences kept across conversations"
    case .systemPrompt: "the instructions that every call begins with"
    case .checkpoint: "the saved progress of a run"
    case .scratchpad: "notes that a run or several agents work on"
    case .semanticCache: "earlier answers, reused for similar questions"
    case .promptCache: "the provider's cache of an unchanged beginning of the prompt"
    case .toolResultCache: "earlier results of tools, reused for the same arguments"
    case .knowledgeGraph: "entities and relations derived from conversations or documents"
    case .custom: "anything else; name its `equivalent` in the distributed-systems literature"
    }
  }

  /// Other words that people use for the kind.
  package var aliases: [String] {
    switch self {
    case .conversationBuffer:
      ["full_history", "buffer_memory", "message_history", "chat_history", "event_log"]
    case .windowedBuffer:
      ["window", "sliding_window", "window_memory", "ring_buffer", "trimmed_history"]
    case .summarization: ["summary", "compaction", "condenser", "summary_memory"]
    case .rag: ["retrieval", "vector_search", "knowledge_base", "document_index"]
    case .persistentMemory: ["long_term_memory", "user_memory", "fact_store", "session_state"]
    case .systemPrompt: ["instructions", "persona", "bootstrap_config"]
    case .checkpoint: ["checkpointer", "workflow_state", "saver", "journal"]
    case .scratchpad: ["blackboard", "shared_state", "working_memory", "notes"]
    case .semanticCache: ["response_cache", "answer_cache"]
    case .promptCache: ["prefix_cache", "kv_cache", "context_cache"]
    case .toolResultCache: ["tool_cache", "memoization", "function_cache"]
    case .knowledgeGraph: ["graph_memory", "temporal_graph", "entity_graph"]
    case .custom: []
    }
  }

  /// The kinds that are rows of the map.
  package static let patterns = Choice(
    allCases.filter { $0 != .custom }.map { Choice.Option($0.rawValue, $0.meaning) })

  /// The kind that goes by a name, as it is written.
  package static func name(for word: String) -> String? { choice.name(for: word) }

  static let choice = Choice(
    allCases.map { Choice.Option($0.rawValue, $0.meaning, aliases: $0.aliases) })
}
