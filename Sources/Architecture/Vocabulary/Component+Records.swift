/// What several kinds of components have in common, in records of their own.
extension RecordType {
  static let alsoIn = RecordType(
    "also_in", "A second place that holds the same memory.",
    [
      .required(
        "store", .reference([.stores]),
        "The second store: a database, an index, a table, a file, a copy in a process, what a client keeps."
      ),
      Field(
        "atomic", .boolean,
        "Whether both are written in one transaction, or by an outbox. `false` where one is written after the other."
      ),
      Field(
        "reconciled", .boolean,
        "Whether a job finds and mends differences, or builds the second anew from the first; of a copy in a process, whether it is compared with the store before each use."
      ),
    ])

  static let writeControl = RecordType(
    "write_control", "How concurrent writes are kept from destroying each other.",
    [
      Field(
        "strategy",
        .choice([
          "last-write-wins": "the later write replaces the earlier",
          "read-modify-write": "reads, changes and writes back, without a check",
          "optimistic": "writes only if the version is still the one that was read",
          "lock": "one writer at a time, by a lock or lease",
          "leader": "an elected leader writes", "single-writer": "only one process ever writes",
          "append-only": "writes are added, never replaced",
          "crdt": "writes commute: a type or a reducer that takes them in any order",
          "saga": "steps with compensations",
        ]), "By what two writers of the same entry are kept apart."),
      Field("versioned", .boolean, "Whether each write carries and checks a version."),
      Field(
        "reach",
        .choice([
          "process": "one process: a mutex, an asyncio lock",
          "machine": "one machine: a lock file, flock",
          "shared": "everybody who writes: the store's own lock, an advisory lock, a lease",
        ]), "By whom the lock, queue or owner is respected."),
      Field("retries", .count, "How often a refused write is tried again."),
      Field("backoff", .choice(["fixed", "exponential"]), "How the pauses between tries grow."),
      Field(
        "lock_in", .reference([.stores]),
        "The store that keeps the lock or lease, where it is not the component's own."),
      Field(
        "lock_ttl", .duration,
        "After what time a lock expires by itself. `none` where it stays until somebody removes it; left out where the system frees it with its holder, as a database does."
      ),
      Field(
        "renewed", .boolean,
        "Whether the holder renews its lock while its work goes on, and stops where that fails."),
      Field(
        "fencing", .boolean,
        "Whether the store refuses a writer whose lock has passed to another, by a growing token."),
      Field(
        "overlap", .duration,
        "Time from reading the old value to writing the new one; two that overlap collide."),
    ])

  static let retention = RecordType(
    "retention", "What is removed, and when.",
    [
      Field("max_age", .duration, "The age at which an entry is removed."),
      .neverNone(
        "counted_from",
        .choice([
          "creation": "from when it, or its conversation, began",
          "last-write": "from the last write",
          "last-use": "from the last time that it was read or written",
        ]), "From when the age is counted."),
      Field("max_items", .count, "The most entries that are kept."),
      Field("max_tokens", .tokens, "The most tokens that are kept."),
    ])

  static let startup = RecordType(
    "startup", "What loading the memory costs when a process starts.",
    [
      Field("load_time", .duration, "How long loading takes, with the data of production."),
      Field(
        "first_load_time", .duration,
        "How long it takes where nothing is there yet: models to download, an index to build."),
      Field(
        "client_timeout", .duration,
        "How long the first caller waits: a client, a handshake, a request."),
      Field(
        "killed_after", .duration,
        "After what time a platform ends a process that is still loading: its liveness or startup probe. `none` where none does."
      ),
      Field(
        "readiness_gate", .boolean,
        "Whether requests are held back until it is loaded: by a readiness probe, or a program that answers nothing before."
      ),
      .neverNone(
        "until_loaded",
        .choice([
          "waits": "nothing: the program answers nobody before",
          "answers-first": "the program answers, and only what needs the memory waits",
          "says-so": "an answer that says that memory is still loading",
          "degrades": "less: a search by words, an older index, no reranking",
          "nothing": "an answer without memory, which says nothing of it",
        ]), "What a request gets that comes before it is loaded."),
    ])

  static let erasure = RecordType(
    "erasure", "What deleting reaches.",
    [
      Field(
        "reach",
        .choice([
          "cascades": "also what was derived: summaries, embeddings, caches, facts",
          "source-only": "only the original, or one of several stores",
          "marked":
            "entries are flagged and stay, to be found wherever the flag is not asked for",
          "beyond-owner": "also what belongs to others: a whole collection, store or cache",
        ]), "How far a deletion goes."),
      Field(
        "verified", .boolean,
        "Whether a deletion is confirmed by reading back; an answer of \"not found\" confirms nothing."
      ),
      Field(
        "reaches_backups", .boolean,
        "Whether what is deleted can no longer be read from backups: each owner's key is destroyed, or backups are purged."
      ),
      Field(
        "tombstones", .boolean, "Whether deleted ids are remembered, so that they cannot come back."
      ),
    ])
}
