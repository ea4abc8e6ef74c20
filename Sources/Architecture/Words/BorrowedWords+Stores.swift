extension BorrowedWords {
  /// What a store is, and how it keeps, replicates and drops what it holds.
  static let ofStores: [BorrowedWords] = [
    .init(
      "store.kind", "redis",
      "elasticache memorystore upstash redis-stack redis-cluster redis-enterprise dragonfly keydb"),
    .init(
      "store.kind", "postgres",
      "postgresql pg rds aurora supabase neon timescaledb timescale alloydb cloud-sql"),
    .init("store.kind", "postgres", "pgvector", implementation: "pgvector"),
    .init("store.kind", "mysql", "mariadb planetscale vitess"),
    .init("store.kind", "dynamodb", "dynamo ddb"),
    .init("store.kind", "mongodb", "mongo atlas mongodb-atlas documentdb"),
    .init("store.kind", "sqlite", "sqlite3 libsql turso"),
    .init("store.kind", "file", "files json jsonl disk local filesystem markdown efs nfs"),
    .init("store.kind", "file", "emptydir", "With `volume: temporary`."),
    .init("store.kind", "statefulset", "pvc persistentvolumeclaim ebs pv"),
    .init("store.kind", "object-store", "s3 gcs minio r2 blob azure-blob bucket"),
    .init("store.kind", "vector-database", "pinecone", implementation: "Pinecone"),
    .init("store.kind", "vector-database", "qdrant", implementation: "Qdrant"),
    .init(
      "store.kind", "vector-database", "chroma chromadb",
      "Name its client in `implementation`: `chroma.PersistentClient`, `chroma.HttpClient`."),
    .init("store.kind", "in-process", "faiss", implementation: "faiss.FAISS"),
    .init("store.kind", "vector-database", "weaviate milvus zilliz lancedb vespa vectordb vector"),
    .init(
      "store.kind", "external-database",
      "neo4j memgraph elasticsearch opensearch cassandra scylla scylladb cosmosdb firestore cockroachdb spanner bigtable oracle sqlserver mssql"
    ),
    .init(
      "store.kind", "external-database", "kafka redpanda pulsar",
      "The nearest there is for a log over the network; components that keep their bytes there are written `append-only`, ordered `per-key` within a partition."
    ),
    .init("store.kind", "in-process", "memory in-memory dict ram heap"),
    .init("store.volume", "persistent", "pvc ebs efs nfs"),
    .init("store.volume", "temporary", "emptydir tmp tmpfs ephemeral container"),
    .init("store.volume", "working-directory", "cwd relative"),
    .init("store.access_pattern", "key-lookup", "get kv key-value point-read hash"),
    .init("store.access_pattern", "complex-query", "sql query search similarity vector join"),
    .init("store.access_pattern", "large-object", "blob blobs file files"),
    .init("persistence.mode", "snapshot", "rdb bgsave save dump"),
    .init("persistence.mode", "append-only", "aof appendfsync rdb+aof"),
    .init("persistence.mode", "append-only", "everysec", "With `every: 1s`."),
    .init("persistence.mode", "append-only", "always", "With `every: 0s`."),
    .init(
      "persistence.mode", nil, "disk volume file pvc yes on true",
      "say how what is written reaches the disk: `snapshot` from time to time, `append-only` or `wal` as a log of each write, `on-exit`"
    ),
    .init("persistence.mode", "replicated-log", "raft paxos quorum"),
    .init("persistence.mode", "on-exit", "shutdown atexit"),
    .init(
      "high_availability.mode", "primary-replica",
      "sentinel replication master-slave leader-follower standby hot-standby streaming-replication patroni multi-az replica-set active-passive"
    ),
    .init(
      "high_availability.mode", "primary-replica", "read-replica read-replicas replica",
      "A replica for reads takes over only where something promotes it, which `failover` tells."),
    .init(
      "high_availability.mode", "cluster", "redis-cluster sharded sharding distributed galera"),
    .init(
      "high_availability.mode", "multi-region",
      "global geo cross-region global-tables active-active"),
    .init("high_availability.failover", "automatic", "auto sentinel patroni multi-az"),
    .init("high_availability.failover", "manual", "promote runbook"),
    .init(
      "high_availability.replication", "asynchronous",
      "async async-replication asynchronous-replication"),
    .init(
      "high_availability.replication", "synchronous",
      "sync sync-replication synchronous-replication semi-sync synchronous_commit quorum-commit"),
    .init("store.consistency", "strong", "linearizable strict strongly-consistent consistentread"),
    .init("store.consistency", "read-your-writes", "session ryw causal"),
    .init(
      "store.consistency", "eventual",
      "eventually eventually-consistent read-replica one local-one bounded-staleness"
    ),
    .init(
      "store.consistency", nil, "async-replication asynchronous-replication",
      "that is `replication: asynchronous` in `high_availability`. Here, `strong` where all reads go to the primary, `eventual` where some go to such a replica"
    ),
    .init(
      "store.consistency", nil, "quorum majority local-quorum",
      "`strong` where every read meets the node that took the latest write (R + W > N, and no sloppy quorum), otherwise `eventual`"
    ),
    .init(
      "store.consistency", nil, "serializable acid read-committed repeatable-read snapshot",
      "an isolation level says how transactions interleave, not how old a read may be: `strong` where reads go to the node that takes the writes, `eventual` where they go to an asynchronous replica"
    ),
    .init(
      "store.pooler", nil, "pgbouncer supavisor pgpool",
      "say its pool mode: `session` (PgBouncer's default) or `transaction`"),
    .init(
      "store.pooler", "transaction", "statement rds-proxy",
      "A caller cannot count on the same connection."),
    .init("store.eviction", "lru", "allkeys-lru allkeys-lfu lfu"),
    .init(
      "store.eviction", "lru", "volatile-lru volatile-lfu",
      "Redis looks only among keys with an expiry; where too few have one, writes fail as with `noeviction`."
    ),
    .init(
      "store.eviction", "lru", "allkeys-random volatile-random random",
      "The nearest there is: what is in use can go too."),
    .init("store.eviction", "ttl", "volatile-ttl"),
    .init("store.on_unavailable", "fail", "error raise 500 503"),
    .init("store.on_unavailable", "degrade", "fallback graceful graceful-degradation"),
    .init("store.on_unavailable", "ignore", "swallow skip best-effort"),
    .init("store.on_unavailable", "queue", "buffer outbox"),
    .init("store.on_shutdown", "flush", "drain graceful sync save prestop sigterm"),
    .init("store.on_shutdown", "keep", "kill sigkill retain nothing"),
    .init("store.on_shutdown", "delete", "clean cleanup remove"),
    .init("store.access", "password", "requirepass auth acl scram secret"),
    .init("store.access", "api-key", "token bearer bearer-token key"),
    .init("store.access", "iam", "irsa workload-identity oidc rds-iam"),
    .init("store.access", "mtls", "client-cert certificate spiffe istio"),
    .init("store.network", "private", "clusterip vpc internal cluster networkpolicy privatelink"),
    .init("store.network", "public", "internet external ingress"),
    .init(
      "store.network", nil, "loadbalancer nodeport",
      "`public` where it has an address on the internet, `private` where it is internal"),
  ]
}
