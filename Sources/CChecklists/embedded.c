#include "checklists.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One entry a file. A test holds the list complete.
static const EmbeddedFile files[] = {
  {"equivalence-map.yaml", (const char[]){
#embed "../../checklists/equivalence-map.yaml" suffix(,)
  0}},
  {"shared-failures.yaml", (const char[]){
#embed "../../checklists/shared-failures.yaml" suffix(,)
  0}},
  {"failure-modes.yaml", (const char[]){
#embed "../../checklists/failure-modes.yaml" suffix(,)
  0}},
  {"leadership.yaml", (const char[]){
#embed "../../checklists/leadership.yaml" suffix(,)
  0}},
  {"tradeoffs.yaml", (const char[]){
#embed "../../checklists/tradeoffs.yaml" suffix(,)
  0}},
  {"pre-production.yaml", (const char[]){
#embed "../../checklists/pre-production.yaml" suffix(,)
  0}},
  {"layers.yaml", (const char[]){
#embed "../../checklists/layers.yaml" suffix(,)
  0}},
  {"idempotency.yaml", (const char[]){
#embed "../../checklists/idempotency.yaml" suffix(,)
  0}},
  {"backends.yaml", (const char[]){
#embed "../../checklists/backends.yaml" suffix(,)
  0}},
  {"concurrency.yaml", (const char[]){
#embed "../../checklists/concurrency.yaml" suffix(,)
  0}},
  {"observability.yaml", (const char[]){
#embed "../../checklists/observability.yaml" suffix(,)
  0}},
  {"scale-validation.yaml", (const char[]){
#embed "../../checklists/scale-validation.yaml" suffix(,)
  0}},
  {"security-and-privacy.yaml", (const char[]){
#embed "../../checklists/security-and-privacy.yaml" suffix(,)
  0}},
  {"lessons.yaml", (const char[]){
#embed "../../checklists/lessons.yaml" suffix(,)
  0}},
  {"literature.yaml", (const char[]){
#embed "../../checklists/literature.yaml" suffix(,)
  0}},
  {"implementations/agent-framework.yaml", (const char[]){
#embed "../../checklists/implementations/agent-framework.yaml" suffix(,)
  0}},
  {"implementations/agno.yaml", (const char[]){
#embed "../../checklists/implementations/agno.yaml" suffix(,)
  0}},
  {"implementations/anthropic.yaml", (const char[]){
#embed "../../checklists/implementations/anthropic.yaml" suffix(,)
  0}},
  {"implementations/autogen.yaml", (const char[]){
#embed "../../checklists/implementations/autogen.yaml" suffix(,)
  0}},
  {"implementations/aws-bedrock.yaml", (const char[]){
#embed "../../checklists/implementations/aws-bedrock.yaml" suffix(,)
  0}},
  {"implementations/chroma.yaml", (const char[]){
#embed "../../checklists/implementations/chroma.yaml" suffix(,)
  0}},
  {"implementations/crewai.yaml", (const char[]){
#embed "../../checklists/implementations/crewai.yaml" suffix(,)
  0}},
  {"implementations/dspy.yaml", (const char[]){
#embed "../../checklists/implementations/dspy.yaml" suffix(,)
  0}},
  {"implementations/faiss.yaml", (const char[]){
#embed "../../checklists/implementations/faiss.yaml" suffix(,)
  0}},
  {"implementations/flowise.yaml", (const char[]){
#embed "../../checklists/implementations/flowise.yaml" suffix(,)
  0}},
  {"implementations/google-adk.yaml", (const char[]){
#embed "../../checklists/implementations/google-adk.yaml" suffix(,)
  0}},
  {"implementations/gptcache.yaml", (const char[]){
#embed "../../checklists/implementations/gptcache.yaml" suffix(,)
  0}},
  {"implementations/graphiti.yaml", (const char[]){
#embed "../../checklists/implementations/graphiti.yaml" suffix(,)
  0}},
  {"implementations/haystack.yaml", (const char[]){
#embed "../../checklists/implementations/haystack.yaml" suffix(,)
  0}},
  {"implementations/langchain-js.yaml", (const char[]){
#embed "../../checklists/implementations/langchain-js.yaml" suffix(,)
  0}},
  {"implementations/langchain.yaml", (const char[]){
#embed "../../checklists/implementations/langchain.yaml" suffix(,)
  0}},
  {"implementations/langchain4j.yaml", (const char[]){
#embed "../../checklists/implementations/langchain4j.yaml" suffix(,)
  0}},
  {"implementations/langgraph-js.yaml", (const char[]){
#embed "../../checklists/implementations/langgraph-js.yaml" suffix(,)
  0}},
  {"implementations/langgraph.yaml", (const char[]){
#embed "../../checklists/implementations/langgraph.yaml" suffix(,)
  0}},
  {"implementations/langmem.yaml", (const char[]){
#embed "../../checklists/implementations/langmem.yaml" suffix(,)
  0}},
  {"implementations/letta.yaml", (const char[]){
#embed "../../checklists/implementations/letta.yaml" suffix(,)
  0}},
  {"implementations/librechat.yaml", (const char[]){
#embed "../../checklists/implementations/librechat.yaml" suffix(,)
  0}},
  {"implementations/llama-index.yaml", (const char[]){
#embed "../../checklists/implementations/llama-index.yaml" suffix(,)
  0}},
  {"implementations/mastra.yaml", (const char[]){
#embed "../../checklists/implementations/mastra.yaml" suffix(,)
  0}},
  {"implementations/mem0.yaml", (const char[]){
#embed "../../checklists/implementations/mem0.yaml" suffix(,)
  0}},
  {"implementations/n8n.yaml", (const char[]){
#embed "../../checklists/implementations/n8n.yaml" suffix(,)
  0}},
  {"implementations/openai-agents.yaml", (const char[]){
#embed "../../checklists/implementations/openai-agents.yaml" suffix(,)
  0}},
  {"implementations/openai.yaml", (const char[]){
#embed "../../checklists/implementations/openai.yaml" suffix(,)
  0}},
  {"implementations/pgvector.yaml", (const char[]){
#embed "../../checklists/implementations/pgvector.yaml" suffix(,)
  0}},
  {"implementations/pinecone.yaml", (const char[]){
#embed "../../checklists/implementations/pinecone.yaml" suffix(,)
  0}},
  {"implementations/pydantic-ai.yaml", (const char[]){
#embed "../../checklists/implementations/pydantic-ai.yaml" suffix(,)
  0}},
  {"implementations/qdrant.yaml", (const char[]){
#embed "../../checklists/implementations/qdrant.yaml" suffix(,)
  0}},
  {"implementations/redisvl.yaml", (const char[]){
#embed "../../checklists/implementations/redisvl.yaml" suffix(,)
  0}},
  {"implementations/semantic-kernel.yaml", (const char[]){
#embed "../../checklists/implementations/semantic-kernel.yaml" suffix(,)
  0}},
  {"implementations/smolagents.yaml", (const char[]){
#embed "../../checklists/implementations/smolagents.yaml" suffix(,)
  0}},
  {"implementations/spring-ai.yaml", (const char[]){
#embed "../../checklists/implementations/spring-ai.yaml" suffix(,)
  0}},
  {"implementations/strands.yaml", (const char[]){
#embed "../../checklists/implementations/strands.yaml" suffix(,)
  0}},
  {"implementations/vercel-ai-sdk.yaml", (const char[]){
#embed "../../checklists/implementations/vercel-ai-sdk.yaml" suffix(,)
  0}},
  {"implementations/vertex-ai.yaml", (const char[]){
#embed "../../checklists/implementations/vertex-ai.yaml" suffix(,)
  0}},
  {"implementations/zep.yaml", (const char[]){
#embed "../../checklists/implementations/zep.yaml" suffix(,)
  0}},
  {"incidents/causal-history-loss.yaml", (const char[]){
#embed "../../checklists/incidents/causal-history-loss.yaml" suffix(,)
  0}},
  {"incidents/cold-start.yaml", (const char[]){
#embed "../../checklists/incidents/cold-start.yaml" suffix(,)
  0}},
  {"incidents/config-drift.yaml", (const char[]){
#embed "../../checklists/incidents/config-drift.yaml" suffix(,)
  0}},
  {"incidents/duplicate-execution.yaml", (const char[]){
#embed "../../checklists/incidents/duplicate-execution.yaml" suffix(,)
  0}},
  {"incidents/erasure.yaml", (const char[]){
#embed "../../checklists/incidents/erasure.yaml" suffix(,)
  0}},
  {"incidents/event-ordering.yaml", (const char[]){
#embed "../../checklists/incidents/event-ordering.yaml" suffix(,)
  0}},
  {"incidents/growth-of-store.yaml", (const char[]){
#embed "../../checklists/incidents/growth-of-store.yaml" suffix(,)
  0}},
  {"incidents/irreversible-fidelity-loss.yaml", (const char[]){
#embed "../../checklists/incidents/irreversible-fidelity-loss.yaml" suffix(,)
  0}},
  {"incidents/latency.yaml", (const char[]){
#embed "../../checklists/incidents/latency.yaml" suffix(,)
  0}},
  {"incidents/lost-update.yaml", (const char[]){
#embed "../../checklists/incidents/lost-update.yaml" suffix(,)
  0}},
  {"incidents/no-backup.yaml", (const char[]){
#embed "../../checklists/incidents/no-backup.yaml" suffix(,)
  0}},
  {"incidents/non-durable-state.yaml", (const char[]){
#embed "../../checklists/incidents/non-durable-state.yaml" suffix(,)
  0}},
  {"incidents/observability-gap.yaml", (const char[]){
#embed "../../checklists/incidents/observability-gap.yaml" suffix(,)
  0}},
  {"incidents/other.yaml", (const char[]){
#embed "../../checklists/incidents/other.yaml" suffix(,)
  0}},
  {"incidents/poisoning.yaml", (const char[]){
#embed "../../checklists/incidents/poisoning.yaml" suffix(,)
  0}},
  {"incidents/schema-migration.yaml", (const char[]){
#embed "../../checklists/incidents/schema-migration.yaml" suffix(,)
  0}},
  {"incidents/silent-miss.yaml", (const char[]){
#embed "../../checklists/incidents/silent-miss.yaml" suffix(,)
  0}},
  {"incidents/split-brain.yaml", (const char[]){
#embed "../../checklists/incidents/split-brain.yaml" suffix(,)
  0}},
  {"incidents/stale-read.yaml", (const char[]){
#embed "../../checklists/incidents/stale-read.yaml" suffix(,)
  0}},
  {"incidents/stampede.yaml", (const char[]){
#embed "../../checklists/incidents/stampede.yaml" suffix(,)
  0}},
  {"incidents/tenant-isolation.yaml", (const char[]){
#embed "../../checklists/incidents/tenant-isolation.yaml" suffix(,)
  0}},
  {"incidents/unavailable-store.yaml", (const char[]){
#embed "../../checklists/incidents/unavailable-store.yaml" suffix(,)
  0}},
  {"incidents/unbounded-growth.yaml", (const char[]){
#embed "../../checklists/incidents/unbounded-growth.yaml" suffix(,)
  0}},
  {"incidents/unshared-state.yaml", (const char[]){
#embed "../../checklists/incidents/unshared-state.yaml" suffix(,)
  0}},
  {"templates/generic.arch.yaml", (const char[]){
#embed "../../checklists/templates/generic.arch.yaml" suffix(,)
  0}},
  {"templates/support.arch.yaml", (const char[]){
#embed "../../checklists/templates/support.arch.yaml" suffix(,)
  0}},
  {"templates/langgraph.arch.yaml", (const char[]){
#embed "../../checklists/templates/langgraph.arch.yaml" suffix(,)
  0}},
  {"templates/multi-agent.arch.yaml", (const char[]){
#embed "../../checklists/templates/multi-agent.arch.yaml" suffix(,)
  0}},
  {"templates/coding.arch.yaml", (const char[]){
#embed "../../checklists/templates/coding.arch.yaml" suffix(,)
  0}},
  {"templates/research.arch.yaml", (const char[]){
#embed "../../checklists/templates/research.arch.yaml" suffix(,)
  0}},
};

const EmbeddedFile *embedded_file(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}

// What was made of the files above, where that has been done before the program was built: see `make build`.
static const unsigned char prepared[] = {
#if __has_embed(<prepared.bin>)
#embed <prepared.bin> suffix(,)
#endif
  0
};

const unsigned char *embedded_preparation(size_t *size) {
  *size = sizeof prepared - 1;
  return prepared;
}
