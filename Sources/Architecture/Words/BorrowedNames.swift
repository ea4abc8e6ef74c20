internal import SourceText

/// Names of settings of other systems, for fields of the architecture file: Redis's `maxmemory-policy` for `eviction`.
package enum BorrowedNames {
  /// By the record: the field to write, and what others call it.
  package static let table: [String: [(field: String, names: [String])]] = [
    "agent": [
      ("concurrent_runs_per_key", ["multitask_strategy", "concurrencyPolicy", "double_texting"]),
      ("routing", ["session_affinity", "sticky", "affinity"]), ("work_from", ["trigger"]),
      ("delivery", ["acks"]), ("checkpoint", ["checkpointer"]),
      ("redelivery", ["visibility_timeout", "ack_deadline"]), ("longest_run", ["timeout"]),
      ("replicas", ["instances", "pods", "replicaCount", "workers"]),
    ],
    "component": [
      ("implementation", ["class", "provider", "backend", "checkpointer", "library"]),
      ("kind", ["type", "pattern"]), ("store", ["database", "storage"]),
      ("isolation", ["namespace", "namespaces", "partition_key", "tenant_key"]),
      ("chunk_tokens", ["chunk_size"]), ("similarity_threshold", ["score_threshold"]),
      ("retention", ["expiry", "expire", "expires", "max_age"]),
      ("serialization", ["serde", "serializer"]), ("mode", ["durability_mode"]),
    ],
    "store": [
      ("kind", ["type", "engine"]), ("implementation", ["class", "product", "provider"]),
      ("eviction", ["maxmemory_policy", "eviction_policy"]), ("capacity", ["maxmemory", "quota"]),
      ("connection_limit", ["max_connections", "maxclients"]),
      ("connection_pool", ["pool", "pool_size"]), ("pooler", ["pgbouncer", "pool_mode"]),
      ("persistence", ["aof", "rdb", "appendonly", "appendfsync", "save", "wal"]),
      ("high_availability", ["replication", "sentinel", "replicas", "cluster", "ha"]),
      ("encryption", ["tls", "ssl"]), ("access", ["auth", "requirepass", "authentication"]),
      ("write_lock_timeout", ["busy_timeout"]), ("volume", ["pvc", "persistentVolumeClaim"]),
      ("on_shutdown", ["preStop", "drain", "terminationGracePeriodSeconds"]),
    ],
  ]

  /// The field of a record that somebody means by a name.
  static func field(for name: String, in type: RecordType) -> String? {
    table[type.key]?.first { entry in entry.names.contains { isSameWord($0, name) } }?.field
  }
}
