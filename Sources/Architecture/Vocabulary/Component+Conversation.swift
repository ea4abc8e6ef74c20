extension RecordType {
  /// Fields of the components that hold a conversation.
  static let conversationFields: [Field] =
    Field.of(
      .conversationBuffer, .windowedBuffer,
      fields: [
        Field(
          "limit", .record(.bufferLimit),
          "The most that the buffer holds. `none` where it grows with the conversation."),
        Field(
          "on_overflow",
          .choice([
            "error": "the call fails", "truncate": "the oldest messages are cut off",
            "summarize": "handed to a summarizer",
            "window": "falls back to a window",
          ]), "What happens when the history no longer fits."),
        Field(
          "persists_injected", .boolean,
          "Whether what the harness injects (reminders, retrieved text, the prompt) is stored with the history."
        ),
      ])
    + Field.of(
      .windowedBuffer,
      fields: [
        Field("window", .record(.window), "Which part of the history is kept."),
        Field(
          "pinned", .list(.text),
          "What is never evicted: `system-prompt`, `first-message`, `decisions`."),
        Field(
          "evicted_to", .reference([.components]),
          "The component that takes over what the window evicts. `none` where it is dropped."),
        Field(
          "signals_eviction", .boolean,
          "Whether the model or the user is told that earlier turns are missing."),
      ])
    + Field.of(
      .summarization,
      fields: [
        Field("summarizes", .listOrSingle(.reference([.components])), "What it condenses."),
        Field("trigger", .record(.trigger), "What starts a compaction."),
        Field(
          "keeps_recent", .count,
          "Turns that are kept word for word beside the summary. `none` where all are condensed."),
        Field("target_tokens", .tokens, "The size that a summary is brought down to."),
        Field(
          "max_attempts", .count,
          "How often a compaction that does not shrink enough is tried. `none` where it goes on for ever."
        ),
        Field(
          "on_failure",
          .choice([
            "keep": "the history stays as it was", "truncate": "the oldest messages are cut off",
            "discard": "the history is dropped",
          ]), "What happens when the summarizer fails."),
        Field(
          "flushes_to", .reference([.components]),
          "The component that receives durable facts before a compaction. `none` where nothing is saved first."
        ),
        Field(
          "barrier",
          .choice([
            "await-tool-results": "waits for pending tool results",
            "causal": "compacts only what nothing pending depends on",
          ]), "What a compaction waits for. `none` where it may run while tools, or another turn, are working."),
        Field(
          "summarizes_summaries", .boolean,
          "Whether a later compaction condenses earlier summaries again."),
        Field(
          "verified_by",
          .choice([
            "rules": "required facts are looked for", "model": "another model compares",
            "human": "somebody reads it", "evaluation": "an offline evaluation",
          ]), "What checks that a summary kept what matters."),
        Field(
          "model", .record(.model),
          "The summarizer's own model, where it differs from the system's."),
      ])
    + Field.of(
      .summarization, .windowedBuffer, .conversationBuffer,
      fields: [
        Field(
          "keeps_tool_pairs", .boolean,
          "Whether a tool call and its result are kept, cut off or condensed together."),
        Field(
          "keeps_source", .boolean,
          "Whether the original turns stay stored after they leave the context."),
      ])

  static let bufferLimit = RecordType(
    "limit", "The most that a buffer holds.",
    [
      Field("tokens", .tokens, "In tokens."),
      Field("turns", .count, "In turns."),
    ])

  static let window = RecordType(
    "window", "Which part of the history is kept.",
    [
      Field(
        "type",
        .choice([
          "sliding": "the last N", "tumbling": "blocks that do not overlap",
          "session": "up to a pause", "topic": "up to a change of topic",
        ]), "How the window moves."),
      Field("turns", .count, "Its size in turns."),
      Field("tokens", .tokens, "Its size in tokens."),
      Field("gap", .duration, "The pause that ends a session window."),
    ])

  static let trigger = RecordType(
    "trigger", "What starts a compaction.",
    [
      Field("tokens", .tokens, "The history has grown to so many tokens."),
      Field("turns", .count, "So many turns have passed."),
      Field("idle", .duration, "Nothing has happened for so long."),
    ])
}
