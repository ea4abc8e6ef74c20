import Testing

@testable import Analysis

@Suite struct StoreForecastTests {
  private static func store(_ fields: String) -> String { "stores: [{id: s, \(fields)}]\n" }

  private static let busy =
    "workload: {concurrent_conversations: 400, turn_interval: 10s, lookups_per_turn: 3}\n"
  private static let used =
    "components: [{id: c, store: s}]\nagents: [{id: a, replicas: 2, reads: [c], writes: []}]\n"

  private static let unused = "agents: [{id: a, replicas: 2, reads: [], writes: []}]\n"

  @Test(arguments: [
    ForecastCase("lookup_target", "objectives: {lookup_p95: 50ms}", "0.05 s"),
    ForecastCase("lookup_target", "objectives: {lookup_p95: 300ms}", "0.1 s"),
    ForecastCase("lookup_target", "objectives: {lookup_p95: none}", "0.1 s"),
    ForecastCase("lookup_target", "", "? objectives.lookup_p95"),
    ForecastCase(
      "lookup_time_per_turn",
      busy + "stores: [{id: s, latency: {p95: 20ms}}, {id: t, latency: {p95: 30ms}}]", "0.09 s"),
    ForecastCase(
      "lookup_time_per_turn", busy + "stores: [{id: s, latency: {p95: 20ms}}, {id: t}]",
      "? stores.t.latency.p95"),
    ForecastCase("lookup_time_per_turn", busy + "stores: []", "none"),
    ForecastCase("lookup_time_per_turn", "", "? stores, workload.lookups_per_turn"),
    ForecastCase("latency_class", of: "s", store("kind: redis"), "in-memory"),
    ForecastCase("latency_class", of: "s", store("kind: sqlite"), "local-volume"),
    ForecastCase("latency_class", of: "s", store("kind: postgres"), "network-database"),
    ForecastCase(
      "latency_class", of: "s", store("kind: vector-database, embedded: true"), "local-volume"),
    ForecastCase("latency_class", of: "s", store("kind: vector-database"), "? stores.s.embedded"),
    ForecastCase("latency_class", of: "s", store("size: 3GB"), "? stores.s.kind"),
    ForecastCase("usual_latency", of: "s", store("kind: redis, persistence: none"), "0.001 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {mode: snapshot}"), "0.001 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {mode: append-only, every: 0s}"),
      "0.006 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {mode: append-only, every: 1s}"),
      "0.001 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {every: 1s}"), "0.001 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {mode: append-only, every: none}"),
      "0.001 s"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis, persistence: {mode: append-only}"),
      "? stores.s.persistence.every"),
    ForecastCase(
      "usual_latency", of: "s", store("kind: redis"),
      "? stores.s.persistence.every, stores.s.persistence.mode"),
    ForecastCase("usual_latency", of: "s", store("kind: mysql"), "0.05 s"),
    ForecastCase("meets_lookup_target", of: "s", store("latency: {p95: 120ms}"), "false"),
    ForecastCase(
      "meets_lookup_target", of: "s", store("latency: {p95: 80ms}"), "? objectives.lookup_p95"),
    ForecastCase(
      "meets_lookup_target", of: "s",
      "objectives: {lookup_p95: 50ms}\n" + store("latency: {p95: 50ms}"), "true"),
    ForecastCase("is_measured_under_load", of: "s", store("latency: {at_concurrency: 10}"), "true"),
    ForecastCase(
      "is_measured_under_load", of: "s", store("latency: {at_concurrency: none}"), "false"),
  ])
  func ofLookups(_ forecast: ForecastCase) throws { try forecast.check() }

  @Test(arguments: [
    ForecastCase("connections_needed", of: "s", busy + store("latency: {p95: 20ms}"), "3"),
    ForecastCase("connections_needed", of: "s", busy + store("kind: in-process"), "none"),
    ForecastCase("pool_total", of: "s", used + store("connection_pool: {size: 8}"), "16"),
    ForecastCase("pool_total", of: "s", used + store("connection_pool: none"), "2"),
    ForecastCase("pool_total", of: "s", unused + store("connection_pool: {size: 8}"), "none"),
    ForecastCase(
      "connections_needed", of: "s", busy + unused + store("latency: {p95: 20ms}"), "none"),
    ForecastCase(
      "pool_suffices", of: "s",
      busy + unused + store("latency: {p95: 20ms}, connection_pool: {size: 8}"), "true"),
    ForecastCase(
      "pool_total", of: "s",
      "agents: [{id: a, replicas: 3, reads: [], writes: [], idempotency: {record: s}}]\n"
        + store("connection_pool: {size: 8}"), "24"),
    ForecastCase(
      "pool_total", of: "s",
      "components: [{id: c, store: s}]\nagents: [{id: a, replicas: 3, reads: [], writes: [], idempotency: {record: c}}]\n"
        + store("connection_pool: {size: 8}"), "24"),
    ForecastCase(
      "pool_total", of: "s",
      "components: [{id: c, store: t}]\nagents: [{id: a, replicas: 2, reads: [c], writes: []}]\nstores: [{id: t, fallback_store: s}, {id: s, connection_pool: {size: 8}}]",
      "16"),
    ForecastCase(
      "pools_fit_the_server", of: "s",
      used + store("connection_pool: {size: 8}, connection_limit: 16"), "true"),
    ForecastCase(
      "pools_fit_the_server", of: "s",
      used + store("connection_pool: {size: 8}, connection_limit: 15"), "false"),
    ForecastCase(
      "pool_total", of: "s", used + store("connection_pool: {checked: true}"),
      "? stores.s.connection_pool.size"),
    ForecastCase(
      "pool_suffices", of: "s",
      busy + used + store("latency: {p95: 20ms}, connection_pool: {size: 1}"), "false"),
    ForecastCase(
      "pool_suffices", of: "s",
      "workload: {concurrent_conversations: 20}\n" + used + store("connection_pool: {size: 10}"),
      "true"),
    ForecastCase(
      "pool_suffices", of: "s",
      "workload: {concurrent_conversations: 21}\n" + used + store("connection_pool: {size: 10}"),
      "? stores.s.latency.p95, workload.lookups_per_turn, workload.turn_interval"),
    ForecastCase(
      "pool_suffices", of: "s",
      busy + "components: [{id: c, store: s}]\nagents: [{id: a, replicas: 2, reads: [c]}]\n"
        + store("latency: {p95: 20ms}, connection_pool: {size: 2}"), "true"),
    ForecastCase(
      "months_until_full", of: "s", store("size: 1GB, capacity: 3GB, growth_per_month: 500MB"),
      "4.0"),
    ForecastCase(
      "months_until_full", of: "s", store("size: 1GB, capacity: 4GB, growth_per_month: 100%"), "2.0"
    ),
    ForecastCase(
      "months_until_full", of: "s", store("size: 1GB, capacity: 4GB, growth_per_month: none"),
      "none"),
    ForecastCase("months_until_full", of: "s", store("size: 5GB, capacity: 4GB"), "0.0"),
    ForecastCase("months_until_full", of: "s", store("size: 1GB, capacity: none"), "none"),
    ForecastCase(
      "months_until_full", of: "s", store("size: 1GB"),
      "? stores.s.capacity, stores.s.growth_per_month.share, stores.s.growth_per_month.size"),
    ForecastCase("utilization", of: "s", store("size: 1GB, capacity: 4GB"), "0.25"),
    ForecastCase("utilization", of: "s", store("size: 1GB, capacity: 0GB"), "none"),
    ForecastCase("fits_in_memory", of: "s", store("size: 4GB"), "true"),
    ForecastCase("fits_in_memory", of: "s", store("size: 5GB"), "false"),
  ])
  func ofLoad(_ forecast: ForecastCase) throws { try forecast.check() }

  @Test(arguments: [
    ForecastCase("loses_everything_on_crash", of: "s", store("persistence: none"), "true"),
    ForecastCase("loses_everything_on_crash", of: "s", store("kind: in-process"), "true"),
    ForecastCase(
      "loses_everything_on_crash", of: "s", store("kind: sqlite, volume: temporary"), "true"),
    ForecastCase(
      "loses_everything_on_crash", of: "s", store("kind: sqlite, persistence: {mode: wal}"),
      "? stores.s.volume"),
    ForecastCase(
      "loses_everything_on_crash", of: "s", store("kind: postgres, persistence: {mode: wal}"),
      "false"),
    ForecastCase(
      "data_loss_on_crash", of: "s", store("kind: redis, persistence: {mode: snapshot, every: 5m}"),
      "300.0 s"),
    ForecastCase(
      "data_loss_on_crash", of: "s", store("kind: redis, persistence: {mode: append-only}"),
      "? stores.s.persistence.every"),
    ForecastCase("data_loss_on_crash", of: "s", store("kind: redis, persistence: none"), "none"),
    ForecastCase(
      "data_loss_on_crash", of: "s", store("kind: redis"),
      "? stores.s.persistence.every, stores.s.persistence.mode"),
    ForecastCase(
      "meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("persistence: {mode: snapshot, every: 5m}"),
      "true"),
    ForecastCase(
      "meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("persistence: none"), "false"),
    ForecastCase(
      "meets_recovery_point", of: "s",
      "objectives: {recovery_point: none}\n" + store("kind: redis"), "none"),
    ForecastCase(
      "loses_everything_on_crash", of: "s",
      store("persistence: none, high_availability: {failover: automatic}"), "false"),
    ForecastCase(
      "data_loss_on_crash", of: "s",
      store("persistence: none, high_availability: {failover: automatic}"),
      "? stores.s.high_availability.replication"),
    ForecastCase(
      "data_loss_on_crash", of: "s",
      store(
        "persistence: {mode: append-only, every: 1s}, high_availability: {failover: automatic, replication: asynchronous}"
      ), "none"),
    ForecastCase(
      "meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n"
        + store("high_availability: {failover: automatic, replication: asynchronous}"), "none"),
    ForecastCase(
      "meets_recovery_point", of: "s",
      "objectives: {recovery_point: 0s}\n"
        + store("high_availability: {failover: automatic, replication: synchronous}"), "true"),
    ForecastCase("data_loss_on_restore", of: "s", store("backup: {every: 1h}"), "3600.0 s"),
    ForecastCase(
      "data_loss_on_restore", of: "s", store("backup: {every: 24h, continuous: true, lag: 5m}"),
      "300.0 s"),
    ForecastCase(
      "data_loss_on_restore", of: "s", store("backup: {every: 24h, continuous: true}"),
      "? stores.s.backup.lag"),
    ForecastCase(
      "data_loss_on_restore", of: "s", store("backup: {every: 24h, continuous: true, lag: none}"),
      "86400.0 s"),
    ForecastCase(
      "restore_meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n"
        + store("backup: {every: 24h, continuous: true, lag: 5m}"), "true"),
    ForecastCase(
      "restore_meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("backup: {every: 24h, continuous: true}"),
      "? stores.s.backup.lag"),
    ForecastCase(
      "restore_meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("backup: {every: 5m, continuous: true}"),
      "true"),
    ForecastCase("data_loss_on_restore", of: "s", store("backup: none"), "none"),
    ForecastCase(
      "restore_meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("backup: {every: 1h}"), "false"),
    ForecastCase(
      "restore_meets_recovery_point", of: "s",
      "objectives: {recovery_point: 5m}\n" + store("backup: none"), "false"),
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, on_unavailable: fail, fallback_store: none, availability: 50%}, {id: t, on_unavailable: degrade}]",
      "0.5"),
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, on_unavailable: fail, fallback_store: t}, {id: t, on_unavailable: none, fallback_store: none, availability: 90%}]",
      "0.9"),
    ForecastCase(
      "hard_failure_availability", "stores: [{id: s, on_unavailable: fail, availability: 90%}]",
      "? stores.s.fallback_store"),
    ForecastCase("hard_failure_availability", "", "? stores"),
    // What lives with its process is there as long as that, unless something else is said.
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, kind: sqlite}, {id: t, kind: vector-database, embedded: true}]", "1.0"),
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, kind: sqlite, on_unavailable: fail, fallback_store: none, availability: 90%}]",
      "0.9"),
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, on_unavailable: fail, fallback_store: none, availability: none}]", "none"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99%}\nstores: [{id: s, on_unavailable: fail, fallback_store: none, availability: 90%}, {id: t}]",
      "false"),
    ForecastCase(
      "hard_failure_availability",
      "stores: [{id: s, on_unavailable: retry, fallback_store: none, availability: 90%}]", "0.9"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99%}\nstores: [{id: s, on_unavailable: queue}]", "true"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99%}\nstores: [{id: s, on_unavailable: retry}]",
      "? stores.s.availability, stores.s.fallback_store"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99.9%}\nstores: [{id: s, on_unavailable: fail, availability: 99.95%}]",
      "true"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99.9%}\nstores: [{id: s, availability: 99.95%}]", "true"),
    ForecastCase(
      "meets_availability",
      "objectives: {availability: 99.9%}\nstores: [{id: s, on_unavailable: fail, availability: 99.95%}, {id: t, on_unavailable: fail, availability: 99.9%}]",
      "? stores.s.fallback_store, stores.t.fallback_store"),
  ])
  func ofFailures(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func record(_ agent: String, system: String = "", volume: String = "") -> String {
    """
    system: {name: s\(system)}
    agents: [{id: a, idempotency: {key: k, record: files}\(agent)}]
    stores: [{id: files, kind: file, embedded: true\(volume)}]
    """
  }

  /// Whether other replicas miss what one keeps on its disk is not known before it is known whether there are others.
  @Test(arguments: [
    ForecastCase("record_survives_restart", of: "a", record(", replicas: 1"), "true"),
    ForecastCase("record_survives_restart", of: "a", record(", replicas: 2"), "false"),
    ForecastCase("record_survives_restart", of: "a", record(""), "? agents.a.replicas.max"),
    ForecastCase("record_survives_restart", of: "a", record(", runtime: local"), "true"),
    ForecastCase(
      "record_survives_restart", of: "a", record("", system: ", deployment: local"), "true"),
    ForecastCase(
      "record_survives_restart", of: "a", record("", volume: ", shared_across_replicas: true"),
      "true"),
  ])
  func ofRecords(_ forecast: ForecastCase) throws { try forecast.check() }
}
