extension BorrowedWords {
  /// How documents, facts and caches are indexed, followed and searched.
  static let ofRetrieval: [BorrowedWords] = [
    .init("component.ingest", "replace", "delete-and-insert overwrite incremental"),
    .init(
      "component.ingest", "replace", "upsert upserts",
      "An upsert by chunk id leaves the chunks that a shorter version no longer has: where nothing deletes those, it is `append`."
    ),
    .init("component.ingest", "append", "insert add add-documents"),
    .init("component.ingest", "skip-existing", "duplicates-only dedupe if-not-exists"),
    .init("component.filter", "before", "pre pre-filter where"),
    .init("component.filter", "after", "post post-filter"),
    .init("component.index", "brute-force", "flat exact seqscan indexflatl2 knn linear"),
    .init("component.index", "hnsw", "hnswlib hnswlib-flat diskann vamana streamingdiskann"),
    .init("component.index", "ivf", "ivfflat ivfpq scann"),
    .init("component.index", "full-text", "bm25 tsvector gin keyword fts fts5 lucene inverted"),
    .init("component.index", "hybrid", "rrf sparse-dense dense-sparse"),
    .init("component.warmup", "preload", "eager prewarm pg-prewarm load-collection startup"),
    .init("component.warmup", "lazy", "on-demand first-request cold"),
    .init("component.on_model_change", "reindex", "re-embed rebuild"),
    .init("component.on_model_change", "refuse", "error fail raise"),
    .init("component.on_model_change", "drop", "recreate truncate drop-collection"),
    .init(
      "coherence.strategy", "scheduled-reindex",
      "nightly cron cronjob batch hourly daily weekly airflow etl full-reindex scheduled",
      "How often is `interval`."),
    .init("coherence.strategy", "on-read", "per-call per-session per-request always-fresh"),
    .init(
      "coherence.strategy", "write-through", "same-transaction transactional synchronous trigger"),
    .init(
      "coherence.strategy", "write-behind",
      "write-back cdc debezium outbox kafka-connect stream streaming event-driven webhook async"),
    .init("coherence.strategy", "ttl", "expire expiry expires setex expiration"),
    .init(
      "coherence.strategy", "ttl", "cache-aside lazy read-through",
      "That says how an entry gets in; where a change of the source drops it at once, it is `write-through`."
    ),
    .init(
      "coherence.strategy", "ttl", "stale-while-revalidate swr",
      "With `on_stale: refresh`: what is stale is served once more, then loaded."),
    .init("coherence.rebuild", "swap", "alias blue-green concurrently shadow atomic rename"),
    .init("coherence.rebuild", "in-place", "drop-and-create truncate recreate delete-all"),
    .init("coherence.on_delete", "purge", "delete remove cascade"),
    .init("coherence.on_delete", "tombstone", "soft-delete mark marked"),
    .init("coherence.detects_stale", "version", "etag revision generation lsn"),
    .init("coherence.detects_stale", "hash", "checksum digest md5 sha256 content-hash"),
    .init("coherence.detects_stale", "timestamp", "updated-at last-modified mtime"),
    .init("coherence.on_stale", "drop", "evict delete invalidate"),
    .init("coherence.on_stale", "refresh", "reload refetch revalidate"),
    .init("coherence.on_stale", "flag", "warn mark log"),
    .init("misses.fallback", "say-unknown", "abstain refuse i-dont-know"),
    .init("misses.fallback", "full-text", "bm25 keyword keyword-search"),
    .init("misses.fallback", "escalate", "human handoff human-in-the-loop"),
    .init("misses.fallback", "alert", "log metric"),
    .init("extraction.learns_from", "user", "human"),
    .init("extraction.learns_from", "assistant", "ai model llm"),
    .init("extraction.learns_from", "tool-results", "tool tools web documents"),
    .init("extraction.on_empty", "accept", "ignore skip"),
    .init("extraction.on_empty", "alert", "log warn"),
    .init("extraction.on_empty", "keep-raw", "raw store-raw"),
  ]
}
