extension BorrowedWords {
  /// How content is written, in which order, and how it is deleted.
  static let ofWrites: [BorrowedWords] = [
    .init(
      "write_control.strategy", "last-write-wins",
      "upsert lww overwrite put set hset replace last-writer-wins on-conflict-do-update"),
    .init(
      "write_control.strategy", "read-modify-write",
      "rmw get-set get-then-set load-modify-save read-update-write"),
    .init(
      "write_control.strategy", "optimistic",
      "cas occ compare-and-set compare-and-swap watch watch-multi-exec if-match etag version-check conditional-put conditional-write optimistic-locking"
    ),
    .init(
      "write_control.strategy", "optimistic", "serializable ssi",
      "The database refuses one of two that conflict, and the caller must try it again: declare `retries`."
    ),
    .init(
      "write_control.strategy", "lock",
      "pessimistic mutex for-update select-for-update advisory-lock pg-advisory-lock redlock setnx lease flock row-lock distributed-lock"
    ),
    .init("write_control.strategy", "leader", "leader-election raft lease-holder"),
    .init(
      "write_control.strategy", "single-writer", "actor one-writer partition partition-key",
      "One writer for each key is enough, as long as only one process has the key."),
    .init(
      "write_control.strategy", "append-only",
      "append insert-only event-sourcing event-log xadd rpush immutable kafka"),
    .init("write_control.strategy", "crdt", "automerge yjs g-counter or-set"),
    .init("write_control.strategy", "saga", "compensation compensating"),
    .init(
      "write_control.strategy", nil,
      "transaction transactional transactions acid mvcc multi multi-exec read-committed",
      "a transaction alone does not keep two apart that read the same value first: `optimistic` where a version is checked or the isolation is serializable, `lock` with SELECT … FOR UPDATE, otherwise `read-modify-write`; an upsert is `last-write-wins`"
    ),
    .init(
      "write_control.strategy", nil, "reducer add-messages",
      "a reducer joins what the nodes of one run write; two runs of a thread are kept apart by `concurrent_runs_per_key` of the agent"
    ),
    .init("write_control.reach", "process", "asyncio asyncio.lock threading thread in-process"),
    .init("write_control.reach", "machine", "host node flock filelock lock-file"),
    .init(
      "write_control.reach", "shared",
      "distributed redis redlock database advisory-lock etcd zookeeper lease global"),
    .init("write_control.backoff", "exponential", "expo exponential-jitter full-jitter"),
    .init("write_control.backoff", "fixed", "constant"),
    .init(
      "component.conflict_resolution", "last-write-wins",
      "upsert lww overwrite latest newest last-writer-wins"),
    .init("component.conflict_resolution", "vector-clock", "version-vector siblings multi-value"),
    .init("component.conflict_resolution", "crdt", "automerge yjs"),
    .init("component.conflict_resolution", "manual-merge", "human manual"),
    .init("component.conflict_resolution", "domain-merge", "reducer merge custom application"),
    .init(
      "component.conflict_resolution", "reject", "fail error abort conflict 409 first-write-wins"),
    .init(
      "component.ordering", "per-key",
      "partition partition-key per-partition kafka message-group fifo-group per-thread"),
    .init("component.ordering", "causal", "happens-before vector-clock"),
    .init("component.ordering", "total", "global single-partition linearizable raft"),
    .init(
      "component.ordering", "timestamp", "clock created-at updated-at uuid7 uuidv7 ulid wall-clock"),
    .init("component.updates", "sync", "inline blocking hot-path synchronous"),
    .init(
      "component.updates", "async", "background deferred debounced fire-and-forget asynchronous"),
    .init("component.saves", "changes", "delta deltas incremental diff append"),
    .init("component.saves", "whole", "full snapshot blob full-state overwrite"),
    .init("component.on_write_failure", "fail", "raise error exception 500"),
    .init("component.on_write_failure", "queue", "outbox buffer"),
    .init("component.on_write_failure", "ignore", "swallow pass skip best-effort"),
    .init(
      "component.on_write_failure", "report", "log alert metric",
      "A line in a log that nobody is called for is `ignore`."),
    .init("erasure.reach", "cascades", "cascade on-delete-cascade all everywhere"),
    .init("erasure.reach", "source-only", "delete single primary row"),
    .init("erasure.reach", "marked", "soft soft-delete flag tombstone deleted-at is-deleted"),
    .init("component.on_owner_delete", "cascade", "cascades delete on-delete-cascade"),
    .init("component.on_owner_delete", "detach", "set-null orphan on-delete-set-null"),
    .init("component.on_owner_delete", "reference-counted", "refcount"),
    .init("component.on_owner_delete", "keep", "retain no-action"),
  ]
}
