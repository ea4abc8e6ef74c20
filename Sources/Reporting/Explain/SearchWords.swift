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
    (["overwrite", "overwritten", "clobber"], ["lost_update"]),
    (["stale", "outdated", "out of date", "incoherence"], ["stale_read", "staleness"]),
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
      ["in memory", "ephemeral", "redeploy", "container", "lost session", "lost history", "volatile"],
      ["non_durable_state"]
    ),
    (["corruption", "corrupted", "backup"], ["no_backup", "interrupted"]),
    (
      [
        "thundering herd", "retry storm", "dogpile", "cache miss", "single flight", "coalescing",
        "rate limit",
      ], ["stampede"]
    ),
    (["duplicate", "duplicates", "retry", "retries", "exactly once"], ["duplicate_execution"]),
    (["two leaders", "zombie", "fencing"], ["split_brain"]),
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
    (["gdpr", "delete", "deletion", "forget", "privacy"], ["erasure"]),
    (["leak", "data leak", "multi tenant", "isolation"], ["tenant_isolation"]),
    (["prompt injection", "injection"], ["poisoning"]),
    (["out of order", "ordering"], ["event_ordering"]),
    (["migration", "upgrade"], ["schema_migration"]),
    (["monitoring", "metrics", "alerts", "tracing"], ["observability_gap"]),
    (["disaster recovery", "restore"], ["no_backup"]),
    (["drift"], ["config_drift"]),
  ]
}
