extension RecordType {
  /// Fields of the components that find or reuse what was computed before.
  static let retrievalFields: [Field] =
    Field.of(
      .rag, .knowledgeGraph,
      fields: [
        Field("source", .record(.source), "What is indexed, and how often it changes."),
        Field(
          "ingest",
          .choice([
            "replace": "a document's old chunks go when new ones come",
            "append": "new chunks are added beside the old",
            "skip-existing": "what is known by its name is not read again",
            "skip-unchanged":
              "what has not changed, by its hash, is not read again; what has, replaces",
          ]), "What happens when a document is read, uploaded or indexed again."),
        Field(
          "vectors_reused_by", .list(.text),
          "What a vector that was made before is found and used again by: `content-hash`, `model`. `none` where each is made anew."
        ),
        Field(
          "chunk_versions", .boolean,
          "Whether each chunk or edge records the version of its source."),
        Field("chunk_tokens", .tokens, "The size of the largest chunk that is embedded."),
        Field(
          "embedding_input_limit", .tokens,
          "What the embedding model reads of one text; it ignores the rest, mostly without an error."
        ),
      ])
    + Field.of(
      .rag, .knowledgeGraph, .persistentMemory,
      fields: [
        Field(
          "filter",
          .choice([
            "before": "restricts what is searched",
            "during": "the search goes on until enough entries match",
            "after": "drops from what was found, and may leave too few",
          ]),
          "When a filter by tenant, user or metadata is applied. `none` where nothing is filtered."),
        Field(
          "partitioned_by", .list(.choice(["tenant", "user", "agent", "thread"])),
          "Whose entries have a collection, partition or index of their own. `none` where all share one and a filter tells them apart."
        ),
        Field(
          "min_results", .count,
          "Fewer results than this count as a miss. `none` where any number passes for an answer."),
        Field(
          "ingest_report",
          .choice([
            "counts": "how many entries were stored, skipped and dropped",
            "status": "only that it has ended",
          ]),
          "What taking in, adding or indexing tells its caller. `none` where it tells nothing."),
        Field("misses", .record(.misses), "What happens when nothing fitting is found."),
        Field("recall_at_k", .share, "The measured share of fitting chunks that are found."),
        Field(
          "warmup",
          .choice([
            "preload": "loaded before requests come", "lazy": "loaded by the first request",
          ]),
          "How the index, the memory or the embedding model is loaded after a start. `none` where nothing warms it."
        ),
      ])
    + Field.of(
      .rag, .knowledgeGraph, .persistentMemory, .semanticCache,
      fields: [
        Field(
          "index",
          .choice([
            "brute-force": "compares with every entry", "hnsw": "an approximate graph",
            "ivf": "approximate clusters",
            "full-text": "words", "hybrid": "words and vectors",
          ]), "How it searches. `none` where there is no index: each entry is compared."),
        Field("embedding_model", .text, "The model that computes its vectors."),
        Field(
          "embedding_model_pinned", .boolean,
          "Whether the model's exact version is fixed and stored with the vectors."),
        Field(
          "on_model_change",
          .choice([
            "reindex": "everything is embedded anew",
            "refuse": "another model or dimension is an error until all is embedded anew",
            "mixed": "old and new vectors stand side by side",
            "drop":
              "the old vectors are dropped, and searches find nothing until all is embedded anew",
          ]),
          "What happens when the embedding model or its dimension changes. `none` where nobody handles it."
        ),
        Field(
          "on_embedding_failure",
          .choice([
            "fail": "the write or the search fails", "queue": "stored, and embedded later",
            "full-text": "stored and searched by its words until then",
            "skip": "stored without a vector",
            "substitute": "embedded by another model",
          ]),
          "What happens while the embedding model does not answer, or the vector cannot be stored."),
      ])
    + Field.of(
      .rag, .knowledgeGraph, .semanticCache, .toolResultCache, .summarization, .persistentMemory,
      .systemPrompt,
      fields: [
        Field(
          "coherence", .record(.coherence),
          "How it follows its source: documents, the turns or instructions that a summary quotes, the kept prompt. `none` where nothing refreshes or invalidates it."
        )
      ])
    + Field.of(
      .semanticCache, .toolResultCache,
      fields: [
        Field(
          "caches_failures", .boolean,
          "Whether errors, refusals and empty answers are cached like good ones.")
      ])
    + Field.of(
      .toolResultCache,
      fields: [
        Field(
          "deterministic", .boolean,
          "Whether a result depends on the key alone, and is right for ever: a checksum, an embedding whose key holds the model."
        )
      ])
    + Field.of(
      .semanticCache, .promptCache, .toolResultCache,
      fields: [
        Field(
          "key", .list(.text),
          "What an entry is found by: `tenant`, `user`, `model`, `prompt`, `arguments`."),
        Field(
          "depends_on", .list(.text),
          "What an entry would be another without, in the words of `key`: `prompt`, `images`, `model`, `adapter`, `tools`, `locale`."
        ),
      ])
    + Field.of(
      .promptCache,
      fields: [
        Field(
          "stable_prefix", .boolean,
          "Whether everything before the history (tools, prompt, memories) stays the same from turn to turn."
        )
      ])
    + Field.of(
      .semanticCache, .promptCache, .toolResultCache, .rag, .knowledgeGraph, .persistentMemory,
      .systemPrompt, .custom,
      fields: [
        Field(
          "ttl", .duration,
          "After what time a cached entry is no longer used. `none` where entries never expire."),
        Field(
          "jitter", .boolean, "Whether times to live vary, so that entries do not expire together."),
        Field(
          "miss_coalescing", .boolean,
          "Whether concurrent misses of one key wait for a single load (single-flight, a lock on the miss)."
        ),
      ])
    + Field.of(
      .semanticCache,
      fields: [
        Field(
          "similarity_threshold", .number,
          "The least similarity, up to 1, at which an earlier answer is reused.")
      ])

  static let source = RecordType(
    "source", "What is indexed.",
    [
      Field("id", .text, "The name of the source: a bucket, a wiki, a table."),
      Field("documents", .count, "How many documents, or chunks, it holds."),
      Field("changes", .rate, "How many documents change, and in what time: `40/day`."),
    ])

  static let coherence = RecordType(
    "coherence", "How a copy follows its source.",
    [
      Field(
        "strategy",
        .choice([
          "write-through": "the copy is written with the source",
          "write-behind": "soon after, from a queue",
          "refresh-ahead": "before it expires", "ttl": "dropped after a time",
          "scheduled-reindex": "built anew on a schedule",
          "on-read": "made anew from the source at each use or session",
        ]), "What brings a change of the source to it."),
      Field("interval", .duration, "Time between two refreshes, or the time to live."),
      Field(
        "rebuild",
        .choice([
          "swap": "beside the old, which serves until the new is whole",
          "in-place": "emptied and filled again: searches meanwhile find a part",
        ]), "How the copy is built anew, where it is. `none` where it never is as a whole."),
      Field("last_refreshed", .date, "When it was last refreshed."),
      Field(
        "on_delete",
        .choice([
          "purge": "its copies go too", "tombstone": "they are marked and skipped",
        ]), "What happens to copies of a deleted source. `none` where they stay."),
      .neverNone(
        "on_unreadable_source",
        .choice([
          "keep": "its copies stay until it can be read again, or is taken out by name",
          "purge": "it counts as deleted, and so does everything in it",
        ]),
        "What a refresh does where the source cannot be read: a disk that is not mounted, an API that answers with an error or with an empty list."
      ),
      Field(
        "detects_stale", .choice(["version", "hash", "timestamp"]),
        "By what a copy that is older than its source is recognised when it is read."),
      Field("on_stale", .choice(["drop", "refresh", "flag"]), "What happens with a stale copy."),
    ])

  static let misses = RecordType(
    "misses", "What happens when nothing fitting is found.",
    [
      Field(
        "detect", .boolean,
        "Whether a miss is recognised: by a threshold, a count, an empty result. `false` where too few or no results look like an answer."
      ),
      Field(
        "fallback",
        .choice([
          "say-unknown": "the answer says so", "full-text": "another search is tried",
          "escalate": "a person is asked", "alert": "it is counted and alerted",
        ]), "What is done instead. `none` where the model answers from whatever came."),
    ])
}
