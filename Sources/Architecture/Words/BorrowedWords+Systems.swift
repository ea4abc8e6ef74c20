extension BorrowedWords {
  /// What the system is, and what is asked, measured and shown of it.
  static let ofSystems: [BorrowedWords] = [
    .init("system.domain", "customer-support", "support helpdesk customer-service"),
    .init("system.domain", "medical", "healthcare health clinical"),
    .init("system.domain", "legal", "law"),
    .init("system.domain", "therapy", "mental-health"),
    .init("system.domain", "finance", "banking fintech insurance payments"),
    .init("system.domain", "coding", "devtools software engineering"),
    .init("system.domain", "operations", "devops sre it infrastructure"),
    .init("system.stage", "prototype", "dev development poc experiment alpha demo"),
    .init("system.stage", "pre-production", "staging beta pilot uat preprod preview"),
    .init("system.stage", "production", "prod live ga"),
    .init(
      "system.deployment", "service",
      "kubernetes k8s eks gke aks openshift helm deployment statefulset docker ecs vm server langgraph-platform"
    ),
    .init(
      "system.deployment", "serverless",
      "lambda cloud-run knative vercel functions cloud-functions azure-functions faas"),
    .init("system.deployment", "local", "laptop cli desktop"),
    .init("objectives.concede", "consistency", "ap", "AP: answers on both sides of a partition."),
    .init(
      "objectives.concede", "availability", "cp", "CP: refuses where it cannot be sure to be right."
    ),
    .init(
      "observability.metrics", "lookup-latency-percentiles", "latency p95 p99 histogram percentiles"
    ),
    .init("observability.metrics", "cache-hit-rate", "hit-rate hit-ratio keyspace-hits"),
    .init(
      "observability.metrics", "storage-utilization",
      "used-memory memory-usage disk-usage disk utilization"),
    .init("observability.metrics", "failed-operations", "errors error-rate exceptions"),
    .init("observability.metrics", "consistency-errors", "conflicts"),
    .init("observability.metrics", "write-rate", "writes throughput ops"),
    .init("observability.metrics", "storage-growth", "growth"),
    .init("evidence.format", "document", "pdf markdown md adr"),
    .init("evidence.format", "k6", "k6-summary"),
  ]
}
