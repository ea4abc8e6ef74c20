extension RecordType {
  /// Fields of the components that keep facts, instructions and progress.
  static let memoryFields: [Field] =
    Field.of(
      .persistentMemory, .knowledgeGraph,
      fields: [
        Field(
          "extraction", .record(.extraction),
          "How facts are taken from conversations. `none` where they are written as they are."),
        Field(
          "prompt_version_stamp", .boolean,
          "Whether each fact records the version of the prompt under which it was learnt."),
        Field(
          "supersedes", .boolean,
          "Whether a newer fact replaces or ends the older one that it contradicts or repeats. `false` where both stay and are recalled."
        ),
      ])
    + Field.of(
      .systemPrompt,
      fields: [
        Field(
          "version", .text, "The version that is running. `none` where prompts carry no version."),
        .neverNone(
          "placed",
          .choice([
            "each-call": "before every call, outside the history, or again after each compaction",
            "at-start": "once, as the beginning of the history",
          ]), "Where the instructions stand in what the model is sent."),
        Field(
          "managed_in",
          .choice([
            "git", "config-service", "code",
          ]), "Where the prompt is kept and reviewed."),
        Field(
          "rollout",
          .choice([
            "rolling": "a share of traffic at a time", "blue-green": "the old one stands by",
            "instant": "everywhere at once",
          ]), "How a new version reaches production."),
        Field(
          "drift_check", .boolean,
          "Whether something notices that a running prompt differs from the kept one."),
        Field(
          "facts_policy",
          .choice([
            "revalidate": "checked against the new prompt", "migrate": "rewritten",
            "discard": "dropped, and made anew",
          ]),
          "What happens to remembered facts and summaries when the prompt, or a memory block in it, changes. `none` where they stay as they are."
        ),
        Field(
          "blocks",
          .choice([
            "replaced": "the latest replaces the one before", "appended": "added to what is there",
          ]), "How a part that is rendered into the prompt each turn gets there."),
      ])
    + Field.of(
      .checkpoint,
      fields: [
        Field(
          "mode",
          .choice([
            "sync": "saved before the next step", "async": "saved while the next step runs",
            "on-exit": "saved when the run ends",
          ]), "When progress is saved."),
        Field(
          "atomic", .boolean,
          "Whether a checkpoint and the results that belong to it are saved in one transaction, or the results first and the checkpoint that refers to them last."
        ),
        Field(
          "on_resume",
          .choice([
            "skips-finished": "what had finished is not run again",
            "repeats-step":
              "the interrupted step runs again from its start, with what had finished in it: tool calls, executors, error handlers",
            "repeats-run": "the run begins again",
          ]), "What a run that resumes does again."),
        .neverNone(
          "resumes_with",
          .choice([
            "started-version": "those with which it began",
            "current-version": "those that are in use when it is taken up again",
          ]),
          "Which prompt, tools and code a run goes on with that was suspended."
        ),
      ])
    + Field.of(
      .checkpoint, .conversationBuffer, .windowedBuffer, .persistentMemory, .scratchpad,
      fields: [
        Field(
          "serialization",
          .choice([
            "json": "data only", "msgpack": "data; with classes in it, write `typed-classes`",
            "protobuf": "data with a schema",
            "typed-classes":
              "names and fields of the program's own classes, in whatever format: they change with the code",
            "pickle": "objects: loading runs code, and needs the classes as they were",
          ]), "How content is written down.")
      ])
    + Field.of(
      .checkpoint, .conversationBuffer, .windowedBuffer,
      fields: [
        Field(
          "stores_incomplete", .boolean,
          "Whether an answer or a tool call is stored before it is complete: empty, half streamed, without its result. For an answer that the user cut short, `on_interruption`."
        ),
        Field(
          "repairs_on_load", .boolean,
          "Whether a history that a cancelled run left broken, a tool call without its result for instance, is mended when it is loaded."
        ),
      ])
    + Field.of(
      .checkpoint, .conversationBuffer, .windowedBuffer, .summarization, .persistentMemory,
      .scratchpad,
      fields: [
        Field(
          "includes_prompt", .boolean,
          "Whether instructions (the system prompt, a memory block, settings, facts about the environment) are saved or condensed with it, and come back when it is loaded."
        )
      ])

  static let extraction = RecordType(
    "extraction", "How facts are taken from conversations.",
    [
      Field(
        "mode",
        .choice([
          "sync": "in the request", "async": "in the background",
        ]), "When it runs."),
      Field(
        "input_limit", .tokens,
        "The most that is sent to the extractor in one call. `none` where the whole conversation is."
      ),
      Field("retries", .count, "How often a failed extraction is tried again."),
      Field(
        "excludes_injected", .boolean,
        "Whether recalled memories and other injected text are left out, so that they are not learnt again."
      ),
      Field(
        "learns_from",
        .list(
          .choice([
            "user": "what people said", "assistant": "what the model itself said",
            "tool-results": "what tools, files and web pages returned",
          ])), "Whose words become facts; whole turns are `[user, assistant]`."),
      Field(
        "on_empty",
        .choice([
          "accept": "nothing is stored, nobody is told", "alert": "counted and alerted",
          "retry": "tried again", "keep-raw": "the text itself is kept",
        ]), "What happens when the extractor returns nothing."),
      Field(
        "on_failure",
        .choice([
          "discard": "taken for nothing, and the text is dropped",
          "keep": "the text is kept for later", "retry": "tried again",
          "alert": "counted and alerted",
        ]), "What happens when the extractor fails."),
      Field(
        "concurrency", .count,
        "How many extractions, or calls of the model for them, run at once. `none` where nothing limits them."
      ),
      Field(
        "capacity", .rate,
        "How many conversations or records it can work off, and in what time: `100/hour`."),
    ])
}
