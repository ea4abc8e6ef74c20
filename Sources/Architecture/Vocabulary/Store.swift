extension RecordType {
  package static let store = RecordType(
    "a store", "Where components keep their bytes.",
    [
      .required("id", .identifier, "The store's id: a letter, then letters, digits, `_` and `-`."),
      .neverNone("kind", .choice(StoreKind.choice), "What it is."),
      Field("description", .text, "What it is for, in a sentence."),
      Field(
        "implementation", .text,
        "The product or class: `Qdrant`, `pgvector`, `chromadb.PersistentClient`. What is known of it fills what is not declared, but for `kind`."
      ),
      Field(
        "embedded", .boolean, "Whether it runs inside the agent's process, on files of its own."),
      Field(
        "volume",
        .choice([
          "persistent": "a volume that outlives the container",
          "temporary":
            "/tmp, the container's own filesystem, an emptyDir: goes with it, and no other replica sees it",
          "working-directory":
            "wherever the process was started; in a container, that is `temporary`",
        ]), "Where its files are."),
      Field("shared_across_replicas", .boolean, "Whether all replicas see the same content."),
      Field(
        "access_pattern",
        .choice([
          "key-lookup": "one entry by its key", "complex-query": "joins, filters, searches",
          "large-object": "transcripts, documents, blobs",
        ]), "How it is mostly read."),
      Field(
        "persistence", .record(.persistence), "How it survives a crash. `none` where it does not."),
      Field(
        "high_availability", .record(.highAvailability),
        "What takes over when a node fails. `none` where nothing does."),
      Field("availability", .share, "The share of time in which it answers, promised or measured."),
      Field(
        "consistency",
        .choice([
          "strong": "a read sees every earlier write",
          "read-your-writes": "a writer sees its own writes",
          "eventual": "a read may see an older state",
        ]), "What a read may see, as it is configured and read here."),
      Field(
        "latency", .record(.latency),
        "How long a lookup takes, measured where the agent waits for it."),
      Field(
        "connection_pool", .record(.connectionPool),
        "How connections are reused. `none` for a single connection."),
      Field(
        "connection_limit", .count,
        "The most connections that the server accepts from all processes together."),
      Field(
        "pooler",
        .choice([
          "session": "a caller keeps its connection",
          "transaction": "a caller may get another with each transaction",
        ]),
        "A pooler between callers and server, such as PgBouncer. `none` where they connect directly."
      ),
      Field(
        "relies_on_session", .boolean,
        "Whether callers keep something in a connection: prepared statements, pipeline mode, advisory locks, settings."
      ),
      Field(
        "idle_timeout", .duration,
        "After what time the server, a pooler or a proxy before it closes an idle connection."),
      Field(
        "write_lock_timeout", .duration,
        "How long a writer waits for another's lock: SQLite's busy timeout. `none` where it fails at once."
      ),
      Field("size", .size, "How much it holds now."),
      Field("capacity", .size, "How much it can hold: the memory of redis, the volume, the quota."),
      Field(
        "growth_per_month", .record(.growth), "By how much it grows in a month: `2GB` or `8%`."),
      Field(
        "eviction",
        .choice([
          "noeviction": "writes fail when it is full", "lru": "the least used entries go",
          "ttl": "entries that would expire soonest go",
        ]), "What it does when its memory is full."),
      Field(
        "reclaims_space", .boolean,
        "Whether the space of what is deleted is given back: vacuum, compaction, logs that are cut."
      ),
      Field(
        "atomic_writes", .boolean,
        "Whether a write that is interrupted leaves the old content: a temporary file and a rename, a transaction."
      ),
      .neverNone(
        "saved_as",
        .choice([
          "changes": "by the database itself, in transactions and under its own locks",
          "image": "the whole file at once, from a copy in memory or on another machine",
        ]), "How the file of an embedded database is written."),
      Field(
        "environments", .list(.choice(["production", "staging", "test", "development"])),
        "Who uses this very store: the test suite and a developer's machine too, where the address that they know is this one."
      ),
      Field(
        "integrity_check", .boolean,
        "Whether damage is looked for, at start or on a schedule, before it reaches the backups."),
      Field("backup", .record(.backup), "How its content is copied away. `none` where it is not."),
      Field(
        "on_unavailable",
        .choice([
          "fail": "the request fails", "degrade": "goes on without memory, and says so",
          "queue": "writes wait", "retry": "tries again",
          "ignore": "goes on without memory, and says nothing",
        ]), "What its users do when it does not answer."),
      Field(
        "health_checked", .boolean,
        "Whether the system's health check asks it, and finds its content loaded. `false` where a check is green while it is down, empty or still loading."
      ),
      Field(
        "on_shutdown",
        .choice([
          "flush": "what is pending is written first", "keep": "nothing is done",
          "delete": "its content is removed",
        ]),
        "What a process that ends does with its content; `keep` where it is killed in the middle of writes."
      ),
      Field(
        "fallback_store", .reference([.stores]), "The store that is used while it does not answer."),
      Field(
        "fallback_merged", .boolean,
        "Whether what was written to the fallback store meanwhile is brought into this one before it is read again, entry by entry."
      ),
      Field(
        "timeout", .duration, "How long a caller waits for it. `none` where it waits for ever."),
      Field(
        "circuit_breaker", .boolean,
        "Whether callers stop asking for a while after repeated failures."),
      Field(
        "rebuildable_from", .reference([.components, .stores]),
        "From what its content can be computed again, when it is lost."),
      Field(
        "access", .choice(["password", "api-key", "iam", "mtls"]),
        "How a client proves who it is. `none` where anybody who reaches it may use it."),
      Field(
        "network",
        .choice([
          "private": "only from the network that its users run in", "public": "from the internet",
        ]), "From where it can be reached."),
      Field("encryption", .record(.encryption), "Where its content is encrypted."),
      Field("labels", .labels, "Your own names and values, visible to your own rules."),
    ])

  static let persistence = RecordType(
    "persistence", "How a store survives a crash.",
    [
      Field(
        "mode",
        .choice([
          "snapshot": "a copy now and then: redis RDB", "append-only": "a log of writes: redis AOF",
          "wal": "a write-ahead log, as databases keep",
          "rollback-journal": "SQLite's default: a writer locks out everybody else",
          "replicated-log": "a log on several machines",
          "on-exit": "written when the process ends: a crash loses all since it began",
        ]), "How what is written gets to disk."),
      Field(
        "every", .duration,
        "Time between two snapshots or flushes to disk; `0s` where each write is flushed."),
    ])

  static let highAvailability = RecordType(
    "high_availability", "What takes over when a node fails.",
    [
      Field(
        "mode",
        .choice([
          "primary-replica": "one node takes writes, others follow it",
          "cluster": "content and writes are spread over several nodes",
          "multi-region": "nodes in several regions",
        ]), "How the store is replicated."),
      Field(
        "failover", .choice(["manual", "automatic"]),
        "Who makes a replica take over when the primary fails."),
      Field(
        "replication",
        .choice([
          "synchronous": "a write is confirmed when a node that can take over has it too",
          "asynchronous":
            "a write is confirmed before the others have it: a failover loses the last ones",
        ]),
        "When a write is confirmed. `asynchronous` for Redis and ElastiCache, `synchronous` for an RDS instance with a standby in another zone; `none` where each node keeps entries of its own."
      ),
      Field(
        "writes_in",
        .choice([
          "one-region": "in one, whose writes the others copy",
          "home-region": "each entry in a region of its own",
          "any-region": "in whichever they reach",
        ]),
        "Where writes are taken, with several regions."),
    ])

  static let latency = RecordType(
    "latency", "How long a lookup takes, seen by the agent.", ascending: ["p50", "p95", "p99"],
    [
      Field("p50", .duration, "Half of the lookups take at most this long."),
      Field("p95", .duration, "95 of 100 lookups take at most this long."),
      Field("p99", .duration, "99 of 100 lookups take at most this long."),
      Field("at_concurrency", .count, "How many conversations were active when it was measured."),
    ])

  static let connectionPool = RecordType(
    "connection_pool", "How connections are reused.",
    [
      Field("size", .count, "The most connections of one process."),
      Field("max_idle", .duration, "After what time an idle connection is given up."),
      Field("max_lifetime", .duration, "After what time any connection is replaced."),
      Field("checked", .boolean, "Whether a connection is tested before it is used."),
    ])

  static let growth = RecordType(
    "growth_per_month", "By how much a store grows in a month.",
    shorthands: [Shorthand(.percentage, fills: "share"), Shorthand(.size, fills: "size")],
    [
      Field("share", .percentage, "As a percentage of what it holds: `8%`."),
      Field("size", .size, "As a size: `2GB`."),
    ])

  static let backup = RecordType(
    "backup", "How a store's content is copied away.",
    [
      Field("every", .duration, "Time between two backups."),
      Field("retained", .duration, "How long a backup is kept."),
      Field(
        "offsite", .boolean,
        "Whether backups are kept in another account or at another provider, where what reaches the store cannot delete them. Another zone of the same account is not enough."
      ),
      Field(
        "consistent", .boolean,
        "Whether a backup shows one moment, not files that changed while they were copied."),
      Field(
        "before_upgrade", .boolean,
        "Whether a backup is made before an upgrade, a migration or a reset changes the content."),
      Field(
        "continuous", .boolean,
        "Whether the log of writes is copied away as it grows, so that any moment can be restored (point-in-time recovery); `every` is then the time between two full copies."
      ),
      Field(
        "lag", .duration,
        "How far the copy of the log can be behind, where it is copied continuously: what a restore loses. RDS sends its log every 5 minutes."
      ),
      Field("restore_tested", .boolean, "Whether a backup has been restored and checked."),
    ])

  static let encryption = RecordType(
    "encryption", "Where content is encrypted.",
    [
      Field("at_rest", .boolean, "Whether it is encrypted on disk."),
      Field("in_transit", .boolean, "Whether it is encrypted on its way over the network."),
    ])
}
