extension RecordType {
  package static let component = RecordType(
    "a component",
    "A piece of memory. Which fields it has beyond the common ones depends on its kind.",
    commonFields + conversationFields + retrievalFields + memoryFields)

  private static let commonFields: [Field] = [
    .required(
      "id", .identifier, "The component's id: a letter, then letters, digits, `_` and `-`."),
    .neverNone(
      "kind", .listOrSingle(.choice(ComponentKind.choice)),
      "What kind of memory it is; a list for a composite, such as a summary with a window. May be left out where `implementation` or the fields tell."
    ),
    Field("description", .text, "What it is for, in a sentence."),
    Field(
      "implementation", .text,
      "The class or service that implements it: `langgraph.PostgresSaver`, `Mem0`. Write it first: what is known of it fills what is not declared, `kind` included."
    ),
    Field(
      "equivalent", .text,
      "For a custom component: what the distributed-systems literature calls it."),
    Field(
      "holds",
      .list(
        .choice([
          "conversation", "preferences", "facts", "workflow", "documents", "instructions",
          "scratch", "tool-results", "approvals",
        ])), "What it remembers."),
    .neverNone(
      "scope",
      .choice([
        "turn": "one question and its answer", "thread": "one conversation",
        "user": "all conversations of a user",
        "tenant": "all users of a customer; on somebody's own machine, one project",
        "agent": "everything that one agent does", "global": "everybody",
      ]),
      "How far one memory is meant to reach: whose requests may see the same content. What keeps others out is `isolation`."
    ),
    Field(
      "durability",
      .choice([
        "ephemeral": "gone with the process",
        "persistent": "survives the process, not the loss of the machine or volume",
        "durable": "replicated or backed up: survives the loss of a machine",
      ]), "What its content survives."),
    Field("store", .reference([.stores]), "Where it keeps its bytes."),
    Field(
      "also_in", .record(.alsoIn),
      "A second place that holds the same memory, such as a vector index beside a table; it may be in the same store."
    ),
    Field(
      "rebuildable_from", .reference([.components]),
      "The component from which it can be computed again."),
    Field("fidelity", .choice(fidelity), "How exactly it keeps what was said."),
    Field("fidelity_decided_by", .choice(fidelityDecider), "Who chose its fidelity."),
    Field(
      "injected_tokens", .tokens,
      "Tokens that it puts into the context of one call: retrieved chunks, memories, the prompt."),
    Field(
      "token_budget", .tokens,
      "The most that it may put into the context of one call; a budget counts everything that shares it. `none` where nothing bounds it."
    ),
    Field(
      "updates",
      .choice([
        "sync": "written before the reply", "async": "written after it, in the background",
      ]), "When it is written."),
    Field(
      "awaited_before_reply", .boolean,
      "Whether the reply waits until the write is done. A process that ends with its reply loses what it did not await."
    ),
    Field("lag", .duration, "Time from a write, or from what causes it, until reads see it."),
    Field("writes_per_conversation", .number, "Writes that one conversation makes."),
    Field(
      "saves",
      .choice([
        "changes": "what is new since the last write", "whole": "everything, once more",
      ]), "What a write stores."),
    Field(
      "written_at_start",
      .choice([
        "append": "its entries once more, beside those of the last start",
        "upsert": "each by its id, so that what is there is kept or replaced",
      ]),
      "What every start of a process writes into it: scheduled jobs, subscriptions, seed entries. `none` where a start only reads."
    ),
    Field(
      "write_control", .record(.writeControl),
      "How concurrent writes are kept from destroying each other. `none` where nothing does."),
    Field(
      "conflict_resolution",
      .choice([
        "last-write-wins": "the later replaces the earlier",
        "vector-clock": "both are kept, and known to contradict each other",
        "crdt": "a type whose writes commute", "manual-merge": "somebody decides",
        "domain-merge": "code that knows what entries mean decides",
        "reject": "the second is refused",
      ]), "What happens when two writes contradict each other."),
    Field(
      "ordering",
      .choice([
        "per-key": "one after the other for each entry, conversation or user",
        "causal": "never before what they depend on",
        "total": "one order for all, as a counter gives it",
        "timestamp": "by a clock: two can be equal, and the clocks of two machines differ",
      ]),
      "In which order its writes are seen. `none` where reads promise no order: a query without one, a set, a listing. What is appended to a list, a file or a log is `per-key`; what is sorted by a clock first is `timestamp`, whatever settles its ties."
    ),
    Field(
      "retention", .record(.retention),
      "What is removed, and when. `none` where everything is kept for ever."),
    Field(
      "wins_over", .list(.reference([.components])),
      "The components that give way where they disagree with this one."),
    Field(
      "isolation",
      .list(
        .choice([
          "tenant", "user", "agent", "thread",
        ])),
      "The keys that every read and write carries, so that nobody sees another's memory. `none` where nothing keeps them apart."
    ),
    .neverNone(
      "isolation_from",
      .choice([
        "request": "each call brings them",
        "connection": "they are set on a client or connection that requests share",
        "process": "a variable of the process holds them",
        "channel": "the channel, bot or account stands for all who speak there",
      ]), "Where the keys of a read or write come from."),
    Field(
      "identity_required", .boolean,
      "Whether a request without a user, session or thread id is refused, or given a new one of its own, instead of sharing a default one; and one whose list of tenants is empty, instead of seeing all."
    ),
    Field(
      "owner_checked", .boolean,
      "Whether what is read back is checked to belong to whoever asked, whatever the key or the connection returned."
    ),
    Field(
      "located_by",
      .choice([
        "id": "a stable id, or one fixed place",
        "name": "a name or id that can be spelt, or worked out, in two ways, or changed",
        "path": "a path relative to wherever the process runs",
      ]), "How the place of its content is found."),
    Field(
      "found_through", .reference([.components]),
      "The component that holds the id, position or path by which its content is found again: a map of sessions, a cursor, an index. `none` where its place follows from what asks for it."
    ),
    .neverNone(
      "on_missing",
      .choice([
        "fail": "each request that asks for it fails",
        "begin-anew": "it begins empty, and says nothing",
        "report": "the way is dropped, the user or an operator is told, and it goes on",
      ]), "What happens when `found_through` leads to nothing."),
    Field(
      "loaded_by",
      .list(
        .choice([
          "runtime": "the program loads it at the start of each session",
          "prompt-directive": "an instruction asks the model to load it",
          "tool-call": "the model may decide to look it up", "user": "the user brings it in",
          "people": "it is not: people or another system read it",
        ])), "Who sees to it that it is read at the start of a session or turn."),
    Field(
      "rendered_as",
      .choice([
        "data": "quoted, marked as content",
        "instructions": "in the system prompt or as if it were one",
      ]), "How its content appears in the context."),
    Field(
      "on_load_failure",
      .choice([
        "fail": "the request fails",
        "repair": "what is damaged is mended, or cut off where it is kept",
        "skip": "what is damaged is left out when it is read, and stays where it is",
        "empty": "goes on as if there were no memory: down looks like empty",
        "report": "goes on without it, says so, and counts it",
        "new-session": "begins a new session in place of the old",
      ]),
      "What happens when it is there and cannot be read; that there is nothing is no failure."
    ),
    Field(
      "on_write_failure",
      .choice([
        "fail": "the request fails", "retry": "tries again", "queue": "kept for later",
        "report": "counted and alerted, then goes on",
        "ignore": "goes on as if it were written",
      ]), "What happens when it cannot be written."),
    Field("startup", .record(.startup), "What loading it costs when a process starts."),
    Field(
      "recall_time", .duration,
      "How long a turn waits for what it remembers, at the 95th percentile: embedding, search and calls of models included."
    ),
    Field(
      "recall_timeout", .duration,
      "After how long a turn goes on without it. `none` where it waits as long as it takes."),
    .neverNone(
      "trust",
      .choice([
        "trusted": "only from people and systems that are trusted",
        "untrusted": "also from users, web pages, tools or other content",
      ]), "Where its content comes from."),
    Field(
      "write_validation",
      .listOrSingle(
        .choice([
          "schema": "the form is checked", "policy": "rules or a classifier judge the content",
          "human": "somebody approves",
        ])), "What is checked before something is remembered."),
    Field(
      "erasure", .record(.erasure), "What deleting reaches. `none` where nothing can be deleted."),
    Field(
      "on_owner_delete",
      .choice([
        "cascade": "deleted with its owner, shared or not",
        "reference-counted": "deleted with its last owner",
        "detach": "kept, without the owner", "keep": "kept",
      ]),
      "What happens to it when the agent, user or thread that owns it is deleted. `none` where nothing does, and it stays."
    ),
    Field("provenance", .boolean, "Whether each entry records where it came from."),
    Field(
      "schema_version", .text,
      "The version that is stored with its content. `none` where content carries no version."),
    Field(
      "migrates_on_load", .boolean,
      "Whether content of an older version is brought up to date, when it is read or before the new version runs."
    ),
    Field(
      "forward_compatible", .boolean,
      "Whether the version before can still read what the new one writes: while both run, and after a rollback."
    ),
    Field("contains_pii", .boolean, "Whether it holds personal data."),
    Field("safety_critical", .boolean, "Whether a wrong or lost entry can harm somebody."),
    Field("labels", .labels, "Your own names and values, visible to your own rules."),
  ]
}
