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
    (["stale", "outdated", "out of date", "incoherence"], ["stale_read", "staleness"]),
    (
      ["context overflow", "context window", "context limit", "token limit", "too many tokens"],
      ["overflow", "window", "unbounded_growth"]
    ),
    (["memory leak", "out of memory", "oom"], ["unbounded_growth", "growth_of_store"]),
    (["forgetting", "amnesia", "forgets"], ["causal_history_loss", "irreversible_fidelity_loss"]),
    (["data loss", "crash", "restart", "durability"], ["non_durable_state", "no_backup"]),
    (["thundering herd", "retry storm", "dogpile"], ["stampede"]),
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
    (["outage", "downtime", "failover"], ["unavailable_store"]),
    (["slow", "timeout", "performance"], ["latency"]),
    (["gdpr", "delete", "deletion", "forget", "privacy"], ["erasure"]),
    (["leak", "data leak", "multi tenant", "isolation"], ["tenant_isolation"]),
    (["prompt injection", "injection"], ["poisoning"]),
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
    (["drift"], ["config_drift"]),
  ]
}
