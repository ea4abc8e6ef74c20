/// What people call the failures that rules guard against by other names.
enum SearchWords {
  /// Other words for what was asked for, to look for in the names of rules and in their classes of failure.
  static func synonyms(of words: [String]) -> [String] {
    table.filter { entry in entry.words.contains { $0.searchWords == words } }.flatMap(\.means)
  }

  static let table: [(words: [String], means: [String])] = [
    (
      ["race", "races", "race condition", "data race", "concurrency"],
      ["lost_update", "concurrent", "overlap"]
    ),
    (
      [
        "overwrite", "overwritten", "overwrites", "clobber", "clobbered", "last writer wins",
        "last write wins", "read modify write", "concurrent writes", "locking", "mutex",
      ], ["lost_update"]
    ),
    (
      [
        "stale", "outdated", "out of date", "incoherence", "old version", "invalidation",
        "re-index", "reindex", "cache invalidation",
      ], ["stale_read", "staleness"]
    ),
    (
      ["missing results", "no results", "empty results", "not found", "recall", "silent failure"],
      ["silent_miss"]
    ),
    (["cold start", "warm up", "warmup", "boot", "startup", "slow start"], ["cold_start"]),
    (
      ["swallowed", "swallowed error", "silent failure", "logging", "health check", "invisible"],
      ["observability_gap"]
    ),
    (
      [
        "truncation", "truncated", "lost messages", "lost history", "orphaned tool call", "handoff",
      ],
      ["causal_history_loss"]
    ),
    (
      ["lossy", "compaction", "summary", "summarization", "condensed"],
      ["irreversible_fidelity_loss", "causal_history_loss"]
    ),
    (
      ["context overflow", "context window", "context limit", "token limit", "too many tokens"],
      ["overflow", "window", "unbounded_growth"]
    ),
    (["memory leak", "out of memory", "oom"], ["unbounded_growth", "growth_of_store"]),
    (
      ["disk full", "bloat", "retention", "orphans", "pruning", "garbage collection", "vacuum"],
      ["growth_of_store"]
    ),
    (
      ["prompt too long", "context length exceeded", "tool output too large", "token explosion"],
      ["unbounded_growth"]
    ),
    (["forgetting", "amnesia", "forgets"], ["causal_history_loss", "irreversible_fidelity_loss"]),
    (["data loss", "crash", "restart", "durability"], ["non_durable_state", "no_backup"]),
    (
      [
        "in memory", "ephemeral", "redeploy", "container", "lost session", "lost history",
        "volatile",
      ],
      ["non_durable_state"]
    ),
    (["corruption", "corrupted", "backup"], ["no_backup", "interrupted"]),
    (
      [
        "cache stampede", "thundering herd", "retry storm", "dogpile", "cache miss",
        "single flight", "coalescing",
        "rate limit",
      ], ["stampede"]
    ),
    (
      [
        "duplicate", "duplicates", "retry", "retries", "exactly once", "at least once", "twice",
        "idempotent", "idempotency", "replay", "resume", "redelivery", "rerun", "cron",
        "visibility timeout",
      ], ["duplicate_execution"]
    ),
    (
      [
        "two leaders", "zombie", "fencing", "diverge", "divergence", "fork", "dual write",
        "two copies", "out of sync",
      ], ["split_brain"]
    ),
    (
      [
        "sticky session", "sticky sessions", "session affinity", "load balancer", "workers",
        "gunicorn", "multiple instances", "scale out", "horizontal scaling",
      ], ["unshared_state"]
    ),
    (
      ["outage", "downtime", "failover", "connection closed", "connection refused"],
      ["unavailable_store"]
    ),
    (
      ["database is locked", "database locked", "busy timeout", "sqlite busy"],
      ["sqlite-writers", "embedded-store"]
    ),
    (["pgbouncer", "too many connections", "connection pool"], ["pool"]),
    (["slow", "timeout", "performance", "blocking", "full scan"], ["latency"]),
    (
      [
        "gdpr", "pii", "personal data", "delete", "deletion", "forget", "privacy",
        "right to be forgotten", "ghost",
        "orphan", "orphans", "soft delete", "undelete", "purge",
      ], ["erasure"]
    ),
    (
      [
        "leak", "data leak", "multi tenant", "isolation", "cross user", "cross tenant", "bleed",
        "wrong user", "session mixup", "shared session", "default user",
      ], ["tenant_isolation"]
    ),
    (
      [
        "prompt injection", "injection", "junk", "feedback loop", "hallucination",
        "self reinforcing", "backdoor",
      ], ["poisoning"]
    ),
    (
      [
        "out of order", "ordering", "interleaved", "interleaving", "double texting",
        "concurrent runs", "parallel requests",
      ], ["event_ordering"]
    ),
    (
      [
        "migration", "upgrade", "dimension mismatch", "embedding dimension", "deserialization",
        "pickle", "rollback", "backward compatibility", "schema change",
      ], ["schema_migration"]
    ),
    (["monitoring", "metrics", "alerts", "tracing"], ["observability_gap"]),
    (["disaster recovery", "restore"], ["no_backup"]),
    (
      ["drift", "old prompt", "stale prompt", "system prompt", "configuration", "prompt change"],
      ["config_drift"]
    ),
    (
      ["corruption", "corrupt", "corrupted", "malformed", "damaged"],
      ["damage", "embedded-store", "killed-while"]
    ),
    (
      ["poison message", "poison pill", "dead letter", "redrive"],
      ["comes-back-for-ever", "hopeless"]
    ),
    (
      ["infinite loop", "endless loop", "livelock", "loop"],
      ["compaction-without-end", "compaction-cannot-shrink", "hopeless"]
    ),
    (
      ["bricked", "stuck thread", "wedged", "orphaned tool call", "dangling tool call"],
      ["thread-cannot-be-loaded", "tool-pairs"]
    ),
  ]
}
