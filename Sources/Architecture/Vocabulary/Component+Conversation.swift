extension RecordType {
  /// Fields of the components that hold a conversation.
  static let conversationFields: [Field] =
    Field.of(
      .conversationBuffer, .windowedBuffer,
      fields: [
        Field(
          "limit", .record(.bufferLimit),
          "The most that the buffer holds. `none` where it grows with the conversation; what makes room when it no longer fits is `on_overflow`, what leaves the store is `retention`."
        ),
        Field(
          "on_overflow",
          .choice([
            "error": "the call fails", "truncate": "the oldest messages are cut off",
            "summarize": "handed to a summarizer",
            "window": "falls back to a window",
          ]), "What happens when the history no longer fits."),
        Field(
          "persists_injected", .boolean,
          "Whether what the harness injects (reminders, recalled memories, retrieved text, summaries) is stored with the history; for the prompt, `includes_prompt`."
        ),
      ])
    + Field.of(
      .conversationBuffer, .windowedBuffer, .checkpoint,
      fields: [
        .neverNone(
          "on_interruption",
          .choice([
            "keep-generated": "all that the model had written by then",
            "keep-delivered":
              "what the user had been shown or told; where text is shown as it is made, that is all",
            "discard": "nothing of it",
          ]), "What is kept of an answer that the user cuts short, by speaking or by a stop button."
        ),
        .neverNone(
          "on_rejection",
          .choice([
            "keep": "it stays as it is", "replace": "what the user was told instead stands there",
            "discard": "nothing of it",
          ]), "What is kept of a message that a guardrail or filter rejects."
        ),
        .neverNone(
          "client_sends",
          .choice([
            "new-message": "what is new; the server knows the rest",
            "history-and-version":
              "all of it, with the version that it last saw, and the server refuses an older one",
            "whole-history": "all that the client remembers, and the server believes it",
          ]), "What a client hands over of the conversation with each request."),
        Field(
          "unsaved_on",
          .list(
            .choice([
              "cancel": "a user or client stops it, or talks over it",
              "disconnect": "the connection to the client is lost",
              "interrupt": "it pauses to ask a person",
              "error": "it fails", "timeout": "it takes too long",
              "shutdown": "its process ends", "handoff": "another agent takes over",
            ])),
          "Ways in which a run can end without what its earlier steps did being saved. `none` where every end saves it."
        ),
        .neverNone(
          "after_failed_run",
          .choice([
            "continue": "it goes on from what was saved",
            "refuse": "it is refused, and so is each after it",
            "discard": "the history is dropped, and the conversation begins anew",
          ]), "What the next message of a conversation meets after a run that failed."),
      ])
    + Field.of(
      .conversationBuffer, .windowedBuffer, .summarization, .checkpoint, .scratchpad,
      fields: [
        .neverNone(
          "on_fork",
          .choice([
            "copied":
              "it goes on by itself; what was before is copied, or shared and never changed",
            "shared": "both go on with the same one", "fresh": "the new one begins without",
          ]),
          "What a conversation gets of it that branches off another: a fork, a regenerated answer."
        )
      ])
    + Field.of(
      .checkpoint, .summarization,
      fields: [
        .neverNone(
          "refers_by",
          .choice([
            "id": "by their ids",
            "position": "by their place in the list, or by how many there were",
          ]),
          "How it refers to messages of the history: to where a rewind goes back, how far a summary reaches."
        )
      ])
    + Field.of(
      .windowedBuffer, .summarization,
      fields: [
        Field(
          "pinned", .list(.text),
          "What is never evicted or condensed: `system-prompt`, `first-message`, `task`, `decisions`. `none` where anything can go."
        )
      ])
    + Field.of(
      .windowedBuffer,
      fields: [
        Field("window", .record(.window), "Which part of the history is kept."),
        Field(
          "evicted_to", .reference([.components]),
          "The component that takes over what the window evicts. `none` where it is dropped."),
      ])
    + Field.of(
      .summarization,
      fields: [
        Field("summarizes", .listOrSingle(.reference([.components])), "What it condenses."),
        Field(
          "trigger", .record(.trigger),
          "What starts a compaction by itself. `none` where nothing does."),
        Field(
          "keeps_recent", .count,
          "Turns that are kept word for word beside the summary. `none` or 0 where all are condensed or cleared, or no such window is guaranteed."
        ),
        Field(
          "target_tokens", .tokens,
          "The size that a summary is brought down to. `none` where a summary may grow."),
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
          "The component that receives facts, decisions or open tasks before a compaction. `none` where nothing is saved first."
        ),
        Field(
          "barrier",
          .choice([
            "await-tool-results": "waits for pending tool results",
            "causal": "compacts only what nothing pending depends on",
            "carries-pending": "what is pending, with its ids, is put back behind the summary",
          ]),
          "What a compaction waits for. `none` where it may run while tools, or another turn, are working."
        ),
        .neverNone(
          "writes_back",
          .choice([
            "whole": "writes the history anew, as it was when it was read",
            "range": "replaces just the messages that it read",
            "beside": "changes nothing, and puts a summary beside them",
          ]), "How a compaction replaces what it condensed."),
        Field(
          "summarizes_summaries", .boolean,
          "Whether a later compaction condenses earlier summaries again."),
        Field(
          "verified_by",
          .choice([
            "rules": "required facts are looked for", "model": "another model compares",
            "human": "somebody reads it", "evaluation": "an offline evaluation",
          ]), "What checks that a summary kept what matters. `none` where it is taken as it comes."),
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
          "signals_eviction", .boolean,
          "Whether the model or the user is told that earlier turns were cut off or condensed. `false` where it happens in silence."
        ),
      ])
    + Field.of(
      .summarization, .windowedBuffer, .conversationBuffer, .persistentMemory, .knowledgeGraph,
      fields: [
        Field(
          "keeps_source", .boolean,
          "Whether the original turns stay stored after they leave the context, are condensed, or facts were taken from them. `false` where only what was made of them is left."
        )
      ])
    + Field.of(
      .conversationBuffer, .windowedBuffer, .summarization, .checkpoint,
      fields: [
        Field(
          "drops",
          .list(
            .choice([
              "tool-calls": "what the model asked tools to do",
              "tool-results": "what they answered",
              "attachments": "images and files", "reasoning": "thinking, and its signatures",
              "metadata": "ids, names, times and types",
              "instructions": "the system prompt, or the first request",
            ])),
          "Parts of messages that get lost when they are stored, shortened, converted or loaded, with nothing in their place. `none` where they come back whole, or where old ones are left out of calls on purpose and a note stands there."
        )
      ])

  static let bufferLimit = RecordType(
    "limit", "The most that a buffer holds.",
    [
      Field("tokens", .tokens, "The most tokens that it holds."),
      Field("turns", .count, "The most turns that it holds."),
      Field(
        "tokens_per_entry", .tokens,
        "The most tokens of one message or tool result. `none` where one may be of any size."),
      Field(
        "includes_injected", .boolean,
        "Whether all that is sent counts against `tokens`: the prompt, definitions and calls of tools, memories and retrieved text too."
      ),
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
      Field("tokens", .tokens, "The size of the history at which a compaction starts, in tokens."),
      Field(
        "turns", .count, "The number of turns after which a compaction starts."),
      Field("idle", .duration, "The pause in a conversation after which a compaction starts."),
      Field("every", .duration, "How often a compaction starts by the clock."),
      .neverNone(
        "looked_at",
        .choice([
          "between-turns": "when a turn begins or ends, whatever its tools bring in between",
          "each-call": "before each call of the model",
        ]), "When the size is compared with it."),
    ])
}
