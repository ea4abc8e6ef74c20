internal import SourceText

/// Names of settings of other systems, for fields of the architecture file: Redis's `maxmemory-policy` for `eviction`.
package enum BorrowedNames {
  /// A field by other names.
  package struct Entry: Sendable {
    package let field: String
    /// What to write as its value, where the name says that too: `schedule` says `work_from: schedule`.
    package let value: String?
    /// What the field says, or what else may be meant.
    package let note: String?
    package let names: [String]

    init(_ field: String, _ names: [String], value: String? = nil, note: String? = nil) {
      self.field = field
      self.value = value
      self.note = note
      self.names = names
    }

    /// What to tell somebody who wrote one of the names.
    var help: String {
      let meant = value.map { "write `\(field): \($0)`" + (note == nil ? "" : ".") }
      return [meant ?? didYouMean(field), note].compactMap(\.self).joined(separator: " ")
    }
  }

  /// What to write in a component of whose kind a field is not.
  static let ofOtherKinds = ["ttl": "`retention: {max_age: …}`"]

  /// By the record: the field to write, and what others call it.
  package static let table: [String: [Entry]] = [
    "agent": [
      .init(
        "concurrent_runs_per_key", ["multitask_strategy", "concurrencyPolicy", "double_texting"]),
      .init("routing", ["session_affinity", "sticky", "affinity"]), .init("work_from", ["trigger"]),
      .init("work_from", ["schedule", "cron"], value: "schedule"),
      .init("delivery", ["acks"]), .init("checkpoint", ["checkpointer"]),
      .init("redelivery", ["visibility_timeout", "ack_deadline"]),
      .init("longest_run", ["timeout"]),
      .init("replicas", ["instances", "pods", "replicaCount", "workers"]),
      .init(
        "replicas", ["hpa", "autoscaling", "autoscaler", "horizontal_pod_autoscaler", "keda"],
        value: "{min: …, max: …}"),
    ],
    "workload": [
      .init(
        "model_calls_per_turn", ["llm_calls", "llm_calls_per_turn", "model_calls", "tool_loop"])
    ],
    "retries": [
      .init(
        "on", ["true"], note: "Where a program wrote the file, `on` without quotes became true.")
    ],
    "redelivery": [
      .init(
        "attempts",
        [
          "max_receive_count", "max_deliveries", "delivery_limit", "dead_letter_queue",
          "dead_letter", "dlq", "redrive_policy",
        ], note: "It says after how many deliveries work that fails is set aside.")
    ],
    "retention": [
      .init("max_age", ["ttl", "age", "expiry", "expire", "expires", "expires_after", "days"])
    ],
    "backup": [
      .init(
        "continuous", ["pitr", "point_in_time_recovery", "wal_archiving", "log_shipping"],
        value: "true", note: "How far the copied log can be behind is `lag`."),
      .init("offsite", ["cross_account", "cross_region"]),
      .init("every", ["interval", "schedule", "frequency"]),
      .init("retained", ["retention", "retention_days", "keep"]),
    ],
    "component": [
      .init("implementation", ["class", "provider", "backend", "checkpointer", "library"]),
      .init("kind", ["type", "pattern"]), .init("store", ["database", "storage"]),
      .init(
        "isolation",
        [
          "namespace", "namespaces", "partition_key", "tenant_key", "isolation_key",
          "isolation_keys", "keyed_by",
        ]),
      .init("chunk_tokens", ["chunk_size"]), .init("similarity_threshold", ["score_threshold"]),
      .init("retention", ["expiry", "expire", "expires", "max_age"]),
      .init(
        "recall_timeout", ["embedding_timeout", "retrieval_timeout", "search_timeout"]),
      .init("recall_time", ["recall_latency", "retrieval_latency", "search_latency"]),
      .init(
        "on_embedding_failure", ["embedding_fallback", "embedder_fallback", "fallback_embedder"]),
      .init("filter", ["iterative_scan"], value: "during"),
      .init("serialization", ["serde", "serializer"]), .init("mode", ["durability_mode"]),
      .init(
        "window", ["max_tokens", "token_limit"], value: "{tokens: …}",
        note:
          "That is what a history is trimmed to; where a buffer holds no more it is `limit: {tokens: …}`, where no more is kept `retention: {max_tokens: …}`."
      ),
    ],
    "store": [
      .init("kind", ["type", "engine"]), .init("implementation", ["class", "product", "provider"]),
      .init("eviction", ["maxmemory_policy", "eviction_policy"]),
      .init("capacity", ["maxmemory", "quota"]),
      .init("connection_limit", ["max_connections", "maxclients"]),
      .init("connection_pool", ["pool", "pool_size"]), .init("pooler", ["pgbouncer", "pool_mode"]),
      .init("persistence", ["aof", "rdb", "appendonly", "appendfsync", "save", "wal"]),
      .init("high_availability", ["replication", "sentinel", "replicas", "cluster", "ha"]),
      .init("encryption", ["tls", "ssl"]),
      .init("access", ["auth", "requirepass", "authentication"]),
      .init("write_lock_timeout", ["busy_timeout"]),
      .init("volume", ["pvc", "persistentVolumeClaim"]),
      .init("on_shutdown", ["preStop", "drain", "terminationGracePeriodSeconds"]),
    ],
  ]

  /// By the record: what is said elsewhere, and where.
  private static let elsewhere: [String: [(names: [String], help: String)]] = [
    "configuration": [
      (["baseline"], "it is given on the command line: `--baseline FILE`"),
      (["format", "formats", "output"], "it is given on the command line: `--format FORMAT=PATH`"),
      (["waivers", "waiver"], "waivers stand in the architecture file, beside what they accept"),
      (["fail_on"], "write `gate: {fail_on: …}`"),
      (["fail_on_undeclared"], "write `gate: {fail_on_undeclared: …}`"),
      (["min_score"], "write `gate: {min_score: …}`"),
    ]
  ]

  /// Where to say what a name says that the record has no field for.
  static func help(forSettingElsewhere name: String, in type: RecordType) -> String? {
    elsewhere[type.key]?.first { entry in entry.names.contains { isSameWord($0, name) } }?.help
  }

  /// The fields that go by a name in other systems, and whose they are.
  package static func named(_ name: String) -> [(record: RecordType, entry: Entry)] {
    RecordType.architecture.family.compactMap { type in
      entry(for: name, in: type).map { (type, $0) }
    }
  }

  /// The field of a record that somebody means by a name.
  static func entry(for name: String, in type: RecordType) -> Entry? {
    table[type.key]?.first { entry in entry.names.contains { isSameWord($0, name) } }
  }
}
