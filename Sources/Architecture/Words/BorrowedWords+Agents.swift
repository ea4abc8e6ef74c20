extension BorrowedWords {
  /// What an agent is, where its work comes from and how it is repeated.
  static let ofAgents: [BorrowedWords] = [
    .init("agent.role", "coordinator", "supervisor orchestrator router planner manager"),
    .init("agent.role", "tool-executor", "tool-node executor tools"),
    .init(
      "agent.role", "worker",
      "subagent consumer background celery sidekiq job cron cronjob batch daemon"),
    .init("agent.role", "assistant", "chatbot bot chat"),
    .init("agent.state", "stateful", "sticky in-memory"),
    .init("agent.state", "stateless", "none"),
    .init(
      "agent.runtime", "server",
      "kubernetes k8s pod container deployment daemonset docker uvicorn gunicorn service vm langgraph-platform"
    ),
    .init(
      "agent.runtime", "server", "statefulset",
      "That is how it is deployed; where its volume is, a store of `kind: statefulset` tells."),
    .init(
      "agent.runtime", "serverless",
      "lambda cloud-run knative cloud-functions azure-functions functions vercel edge faas"),
    .init("agent.runtime", "per-run", "hook one-shot command job cronjob script"),
    .init("agent.runtime", "local", "cli desktop laptop"),
    .init("agent.local_cache", "warmed", "warm prewarmed preloaded"),
    .init("agent.local_cache", "cold", "lazy empty"),
    .init(
      "agent.routing", "any",
      "none round-robin random least-connections load-balanced load-balancer lb clusterip alb elb ingress"
    ),
    .init(
      "agent.routing", "any", "clientip sessionaffinity",
      "Affinity by a client's address holds neither a conversation nor a user for certain."),
    .init(
      "agent.routing", "by-conversation",
      "sticky sticky-session sticky-sessions consistent-hash ring-hash thread by-thread thread-id",
      "Where the cookie or the hash is the user's, it is `by-user`."),
    .init("agent.routing", "by-user", "user user-id per-user"),
    .init(
      "agent.routing", "single-owner", "leader leader-election leader-elected singleton lease"),
    .init("agent.routing", "every", "all broadcast fanout daemonset"),
    .init("agent.work_from", "request", "http rest grpc websocket api"),
    .init(
      "agent.work_from", "queue",
      "kafka rabbitmq sqs celery topic consumer-group redis-streams stream nats pubsub bullmq temporal"
    ),
    .init("agent.work_from", "schedule", "cron cronjob timer nightly periodic"),
    .init("agent.work_from", "event", "webhook trigger listen-notify cdc eventbridge"),
    .init("agent.results", "sync", "blocking invoke streaming request-response"),
    .init("agent.results", "async", "background callback webhook publish"),
    .init("agent.delivery", "at-most-once", "acks=0 auto-ack qos0 fire-and-forget"),
    .init(
      "agent.delivery", "at-least-once",
      "manual-ack manual-commit ack-late acks-late qos1 sqs sqs-standard temporal"),
    .init(
      "agent.delivery", "at-least-once", "acks=all idempotent-producer enable.idempotence",
      "A producer that does not repeat itself says nothing of the consumer, which reads again what it had not committed."
    ),
    .init(
      "agent.delivery", "exactly-once", "eos transactional exactly-once-v2",
      "It covers what the transaction covers: reads and writes of the log, not a model call or an e-mail."
    ),
    .init(
      "agent.delivery", "at-least-once", "fifo sqs-fifo",
      "The queue drops what is sent twice within five minutes; a message that is not deleted in time is delivered again."
    ),
    .init(
      "idempotency.check", "atomic",
      "setnx unique unique-constraint unique-index on-conflict-do-nothing insert-or-ignore conditional-put put-if-absent cas"
    ),
    .init("idempotency.check", "read-then-act", "check-then-act get-then-set exists select-first"),
    .init("agent.concurrent_runs_per_key", "queue", "enqueue wait serialize fifo one-at-a-time"),
    .init(
      "agent.concurrent_runs_per_key", "queue", "interrupt rollback replace cancel",
      "The first run is stopped and the second begins: the two do not overlap, which is what is asked here."
    ),
    .init(
      "agent.concurrent_runs_per_key", nil, "debounce batch collect coalesce",
      "Messages that come close together become one run; this asks what becomes of one that comes while a run is under way: `queue`, `reject` or `allow`"
    ),
    .init("agent.concurrent_runs_per_key", "reject", "forbid skip 409 conflict drop"),
    .init("agent.concurrent_runs_per_key", "allow", "parallel concurrent unlimited"),
    .init("agent.coordination", "shared-state", "blackboard shared-memory shared-store"),
    .init("agent.coordination", "messages", "a2a actor actors rpc mailbox"),
    .init("agent.coordination", "events", "pubsub kafka event-bus choreography"),
    .init("agent.coordination", "handoff", "handoffs swarm transfer delegation"),
    .init("agent.coordination", "saga", "compensation"),
    .init("agent.coordination", "state-machine", "stategraph graph workflow step-functions"),
    .init("agent.handoff_passes", "history", "full-history messages all everything"),
    .init("agent.handoff_passes", "last-message", "last task latest"),
    .init("retries.backoff", "exponential", "expo exponential-jitter full-jitter"),
    .init("retries.backoff", "fixed", "constant"),
    .init("retries.on", "timeout", "504 deadline-exceeded"),
    .init("retries.on", "connection", "econnreset econnrefused connection-error network"),
    .init("retries.on", "rate-limit", "429 throttling too-many-requests ratelimiterror"),
    .init("retries.on", "server-error", "5xx 500 502 503 unavailable"),
    .init("retries.on", "conflict", "409 412 40001 serialization-failure watcherror"),
    .init("retries.on", "overflow", "context-length-exceeded context-window-exceeded"),
    .init("retries.on", "any-error", "all any exception"),
  ]
}
