extension BorrowedWords {
  /// What a component is, what it holds, and what happens when it is read and loaded.
  static let ofComponents: [BorrowedWords] = [
    .init(
      "component.kind", "checkpoint", "memorysaver inmemorysaver",
      implementation: "langgraph.InMemorySaver"),
    .init("component.kind", "checkpoint", "sqlitesaver", implementation: "langgraph.SqliteSaver"),
    .init(
      "component.kind", "checkpoint", "postgressaver", implementation: "langgraph.PostgresSaver"),
    .init(
      "component.kind", "checkpoint", "asyncpostgressaver",
      implementation: "langgraph.AsyncPostgresSaver"),
    .init("component.kind", "checkpoint", "redissaver", implementation: "langgraph.RedisSaver"),
    .init(
      "component.kind", "persistent_memory", "postgresstore",
      implementation: "langgraph.PostgresStore"),
    .init(
      "component.kind", "persistent_memory", "inmemorystore",
      implementation: "langgraph.InMemoryStore"),
    .init("component.kind", "persistent_memory", "mem0", implementation: "Mem0"),
    .init("component.kind", "knowledge_graph", "graphiti", implementation: "Graphiti"),
    .init("component.kind", "knowledge_graph", "neo4j graphrag property-graph"),
    .init("component.kind", "conversation_buffer", "messages messagesstate transcript session"),
    .init(
      "component.kind", "conversation_buffer", "conversationbuffermemory",
      implementation: "langchain.ConversationBufferMemory"),
    .init(
      "component.kind", "windowed_buffer", "trim-messages",
      implementation: "langchain.trim_messages"
    ),
    .init(
      "component.kind", "windowed_buffer", "chatmemorybuffer",
      implementation: "llama-index.ChatMemoryBuffer"),
    .init(
      "component.kind", "rag", "vectorstoreindex", implementation: "llama-index.VectorStoreIndex"),
    .init(
      "component.kind", "rag",
      "retriever vector-store vector-database vector-index index embeddings knowledge documents docs faq pgvector",
      "Where its vectors lie is a store, named in `store`."),
    .init("component.kind", "semantic_cache", "gptcache llm-cache"),
    .init(
      "component.kind", "persistent_memory", "preferences settings", "With `holds: [preferences]`."),
    .init("component.kind", "persistent_memory", "profile profiles user-profile memories facts"),
    .init(
      "component.kind", nil, "cache",
      "say of what: `semantic_cache` of answers, `tool_result_cache` of tools, `prompt_cache` at the provider"
    ),
    .init(
      "component.kind", nil, "memory redis postgres database store",
      "say what is remembered: `checkpoint` for a run, `conversation_buffer` for a history, `persistent_memory` for facts; where its bytes lie is a store, named in `store`"
    ),
    .init("component.scope", "thread", "session conversation chat thread-id session-id"),
    .init("component.scope", "user", "user-id cross-thread per-user"),
    .init(
      "component.scope", "tenant",
      "org organization workspace customer account team project repository repo"),
    .init("component.scope", "turn", "message run request invocation"),
    .init("component.scope", "agent", "assistant crew"),
    .init("component.scope", "global", "shared all everyone public"),
    .init(
      "component.scope", nil, "namespace collection",
      "say whose it is: `tenant`, `user`, `agent`, `thread` or `global`"),
    .init("component.durability", "ephemeral", "volatile in-memory memory transient emptydir"),
    .init("component.durability", "persistent", "disk pvc volume aof rdb local-disk"),
    .init("component.durability", "durable", "replicated multi-az s3 backed-up"),
    .init(
      "component.durability", nil, "sync async exit",
      "LangGraph's `durability` is `mode` here: `sync`, `async` or `on-exit`; `durability` asks what the content survives"
    ),
    .init("component.fidelity", "verbatim", "exact lossless full raw"),
    .init("component.fidelity", "faithful", "facts semantic"),
    .init("component.fidelity", "gist", "lossy approximate rough"),
    .init("component.fidelity_decided_by", "framework-default", "default nobody framework"),
    .init("component.fidelity_decided_by", "product", "pm product-owner business"),
    .init("component.fidelity_decided_by", "engineering", "engineer developer team"),
    .init(
      "component.isolation", "tenant",
      "org organization workspace customer account tenant-id project project-id repository repo"),
    .init("component.isolation", "user", "user-id uid per-user"),
    .init("component.isolation", "thread", "thread-id session session-id conversation"),
    .init("component.isolation", "agent", "agent-id assistant-id"),
    .init(
      "component.isolation", nil,
      "namespace namespaces collection partition rls row-level-security",
      "say by whose key it separates: `tenant`, `user`, `agent`, `thread`"),
    .init("component.located_by", "id", "uuid key primary-key"),
    .init("component.located_by", "name", "slug username email title"),
    .init("component.located_by", "path", "cwd relative relative-path"),
    .init("component.loaded_by", "runtime", "middleware framework harness graph hook retriever"),
    .init("component.loaded_by", "prompt-directive", "instruction agents.md claude.md"),
    .init("component.loaded_by", "tool-call", "tool mcp function-call agentic"),
    .init("component.rendered_as", "instructions", "system system-message system-prompt developer"),
    .init("component.rendered_as", "data", "context quoted tool-message xml"),
    .init("component.on_load_failure", "fail", "raise error exception 500"),
    .init("component.on_load_failure", "empty", "ignore default swallow"),
    .init("component.on_load_failure", "report", "log degrade alert"),
    .init("component.on_load_failure", "new-session", "reset restart recreate"),
    .init("component.trust", "untrusted", "external user-generated web public"),
    .init("component.trust", "trusted", "internal curated"),
    .init("component.write_validation", "schema", "pydantic zod json-schema"),
    .init(
      "component.write_validation", "policy", "guardrail guardrails moderation classifier rules"),
    .init("component.write_validation", "human", "review approval hitl human-in-the-loop"),
    .init("component.managed_in", "git", "gitops github gitlab repo repository argocd flux"),
    .init(
      "component.managed_in", "config-service",
      "langsmith langfuse prompt-hub hub configmap consul database launchdarkly parameter-store"),
    .init("component.managed_in", "code", "hardcoded inline constant"),
    .init(
      "component.rollout", "rolling",
      "deployment rollingupdate canary progressive gradual argo-rollouts feature-flag"
    ),
    .init("component.rollout", "blue-green", "standby swap red-black"),
    .init("component.rollout", "instant", "recreate all-at-once immediate hot-reload restart"),
    .init("component.facts_policy", "migrate", "rewrite backfill update"),
    .init("component.facts_policy", "discard", "delete flush reset"),
    .init("component.blocks", "replaced", "overwrite replace set"),
    .init("component.blocks", "appended", "append add"),
    .init("component.mode", "on-exit", "exit end final", "LangGraph calls it `exit`."),
    .init("component.on_resume", "skips-finished", "temporal durable-execution"),
    .init(
      "component.on_resume", "repeats-step", "langgraph interrupt retry-node",
      "A node that is interrupted runs again from its first line."),
    .init("component.on_resume", "repeats-run", "restart rerun from-scratch"),
    .init("component.serialization", "json", "jsonb orjson"),
    .init(
      "component.serialization", "msgpack", "messagepack ormsgpack jsonplus jsonplusserializer"),
    .init("component.serialization", "protobuf", "avro thrift proto"),
    .init("component.serialization", "typed-classes", "pydantic dataclass dataclasses jackson"),
    .init("component.serialization", "pickle", "dill cloudpickle joblib java-serialization"),
    .init("component.on_overflow", "truncate", "trim trim-messages drop-oldest"),
    .init("component.on_overflow", "summarize", "compact condense compaction"),
    .init("component.on_overflow", "error", "fail raise reject"),
    .init("component.on_overflow", "window", "sliding sliding-window"),
    .init("window.type", "sliding", "last-n trailing moving"),
    .init("window.type", "tumbling", "fixed blocks batch"),
    .init("window.type", "session", "idle inactivity"),
    .init("component.on_failure", "truncate", "trim"),
    .init("component.on_failure", "discard", "drop delete"),
    .init("component.on_failure", "keep", "skip ignore"),
    .init("component.verified_by", "model", "llm judge llm-judge llm-as-judge"),
    .init("component.verified_by", "human", "review hitl human-in-the-loop"),
    .init("component.verified_by", "evaluation", "eval evals langsmith ragas"),
    .init("component.verified_by", "rules", "regex assert assertions"),
  ]
}
