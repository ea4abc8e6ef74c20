extension RecordType {
  static let metrics: Choice = [
    "lookup-latency-percentiles": "p50, p95 and p99 of reading state",
    "consistency-errors": "conflicts and differences between replicas",
    "cache-hit-rate": "", "storage-utilization": "how full stores are", "storage-growth": "",
    "failed-operations": "reads and writes of state that fail", "retries": "",
    "write-rate": "memories written, by whom",
    "replication-lag": "how far replicas are behind",
  ]

  static let observability = RecordType(
    "observability", "What is measured and logged about state.",
    [
      Field("metrics", .list(.choice(metrics)), "What is measured about state."),
      Field("alerts", .list(.record(.alert)), "What raises an alarm."),
      Field(
        "correlation_ids", .boolean,
        "Whether every operation on state is logged with the id of its conversation and request."),
      Field(
        "logs_state_versions", .boolean,
        "Whether logs carry the version of the state that was read and written."),
      Field(
        "context_loss_signals",
        .list(
          .choice([
            "repeated-questions", "re-asked-known-facts", "lookup-failures", "cache-misses",
            "restarted-workflows", "lost-preferences",
            "conversation-quality",
          ])), "Signs that an agent has lost its context, which somebody or something watches."),
    ])

  static let alert = RecordType(
    "an alert", "What raises an alarm.",
    [
      .required("metric", .choice(metrics), "The metric that is watched."),
      Field(
        "above", .record(.threshold),
        "The value above which it fires: `100ms`, `80%`, `5/min` or a number."),
      Field("verified", .boolean, "Whether it has been made to fire."),
    ])

  static let threshold = RecordType(
    "above", "The value above which an alert fires.",
    shorthands: [
      Shorthand(.duration, fills: "duration"), Shorthand(.percentage, fills: "share"),
      Shorthand(.rate, fills: "rate"),
      Shorthand(.number, fills: "number"),
    ],
    [
      Field("duration", .duration, "A time."),
      Field("share", .percentage, "A percentage."),
      Field("rate", .rate, "How many in what time."),
      Field("number", .number, "A number."),
    ])

  static let validation = RecordType(
    "validation", "What has been tested about state.",
    [
      Field(
        "load_test", .record(.loadTest),
        "Operations on state under load. `none` where there was no such test."),
      Field(
        "consistency_test", .record(.consistencyTest),
        "Several replicas that write the same state. `none` where there was no such test."),
      Field(
        "restore_test", .record(.datedTest),
        "Restoring the state from a backup. `none` where there was no such test."),
      Field(
        "outage_test", .record(.datedTest),
        "Running while a store is down. `none` where there was no such test."),
      Field(
        "growth_projection", .record(.growthProjection),
        "How long the stores will do. `none` where nobody has computed it."),
      Field(
        "recall_evaluation", .record(.recallEvaluation),
        "How much of what fits is found by retrieval. `none` where it was not measured."),
    ])

  static let loadTest = RecordType(
    "load_test", "Operations on state under load.",
    [
      Field(
        "isolated_from_agent", .boolean,
        "Whether operations on state were tested by themselves, without the model."),
      Field("concurrency", .count, "Conversations that were active at the same time."),
      Field("p95", .duration, "The 95th percentile of a lookup that was measured."),
      Field("date", .date, "When."),
    ])

  static let consistencyTest = RecordType(
    "consistency_test", "Several replicas that write the same state.",
    [
      Field("replicas", .count, "How many wrote at the same time."),
      Field("date", .date, "When."),
    ])

  static let datedTest = RecordType(
    "a test", "A test and its date.", [Field("date", .date, "When.")])

  static let growthProjection = RecordType(
    "growth_projection", "How long the stores will do.",
    [Field("horizon", .duration, "How far ahead it was computed: `365d`.")])

  static let recallEvaluation = RecordType(
    "recall_evaluation", "How much of what fits is found.",
    [
      Field("recall", .share, "The share of fitting chunks that were found."),
      Field("date", .date, "When."),
    ])

  static let evidence = RecordType(
    "evidence", "What stands behind a declared value.", atLeastOneOf: ["file", "url"],
    [
      .required("for", .path, "The path of the value: `stores.redis.latency.p95`."),
      Field("file", .text, "A file of this repository, seen from the folder of this file."),
      Field("url", .text, "A document elsewhere; it is told, never fetched."),
      Field(
        "format",
        .choice([
          "document": "something to read", "k6": "the summary that k6 exports as JSON",
          "redis-benchmark": "its CSV output",
        ]), "What the file is. Measurements are read, and replace what is declared."),
      Field("dated", .date, "When it was made."),
      Field("valid_for", .duration, "How long it holds."),
    ])

  static let waiver = RecordType(
    "a waiver", "A finding that somebody has accepted for a time.",
    [
      .required("rule", .text, "The rule's id."),
      .required("subject", .text, "The id of the agent, component or store, or `system`."),
      .required("reason", .text, "Why it is acceptable."),
      .required("approved_by", .text, "Who accepted it."),
      Field("ticket", .text, "Where it is tracked."),
      .required("expires", .date, "The last day on which it holds."),
    ])
}
