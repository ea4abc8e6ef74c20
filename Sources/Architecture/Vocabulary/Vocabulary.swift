extension RecordType {
  /// The whole file.
  package static let architecture = RecordType(
    "the file",
    "One agent system's memory architecture. What is left out is undeclared, never assumed.",
    [
      .required("memaudit", .version(1), "The version of this format."),
      .required("system", .record(.system), "What the system is, who owns it and where it runs."),
      Field(
        "workload", .record(.workload),
        "How much is asked of the memory: conversations, turns, tokens, users."),
      Field("model", .record(.model), "The model whose context window the memory must fit."),
      Field(
        "objectives", .record(.objectives),
        "What the product asks of the memory: latency, fidelity, freshness, recovery, and what it concedes."
      ),
      Field(
        "agents", .list(.record(.agent)),
        "The processes that read and write memory. A list that is there is complete."),
      .required(
        "components", .list(.record(.component)),
        "The pieces of memory: buffers, summaries, retrieval, fact stores, prompts, checkpoints, caches."
      ),
      Field(
        "stores", .list(.record(.store)),
        "Where components keep their bytes. `none` where a hosted service keeps all of them."),
      Field(
        "observability", .record(.observability),
        "What is measured and logged about state, and what raises an alarm."),
      Field(
        "validation", .record(.validation),
        "What has been tested about state, apart from the agent."),
      Field(
        "evidence", .list(.record(.evidence)),
        "Documents and measurements that stand behind declared values."),
      Field(
        "waivers", .list(.record(.waiver)),
        "Findings that somebody has accepted, with reason and expiry."),
    ])

  package static let system = RecordType(
    "system", "What the system is.",
    [
      .required("name", .text, "The system's name, as reports show it."),
      Field("description", .text, "What it does, in a sentence or two."),
      .neverNone(
        "domain",
        .choice([
          "general", "customer-support", "medical", "legal", "compliance", "therapy", "finance",
          "coding", "research", "companion", "operations",
        ]),
        "The field it works in. Medical, legal, compliance and therapy raise what fidelity is worth."
      ),
      .neverNone(
        "stage",
        .choice([
          "prototype": "nobody depends on it yet", "pre-production": "about to be released",
          "production": "people depend on it",
        ]), "How far it is; decides how strict the gate is."),
      .neverNone(
        "deployment",
        .choice([
          "service": "long-running processes behind a load balancer",
          "serverless": "processes that come and go with requests",
          "local": "one process on the user's own machine",
        ]), "How it runs. Rules of replication and availability do not apply to `local`."),
      Field("owners", .record(.owners), "Who decides about the memory."),
      Field(
        "safety_critical", .boolean,
        "Whether a wrong or lost memory can harm somebody; a race is then a security hole."),
      Field("labels", .labels, "Your own names and values, visible to your own rules."),
    ])

  static let owners = RecordType(
    "owners", "Who decides about the memory.",
    [
      Field("product", .text, "Who decides what is remembered, forgotten and at what fidelity."),
      Field("engineering", .text, "Who builds and runs it."),
    ])

  static let workload = RecordType(
    "workload", "How much is asked of the memory.",
    [
      Field(
        "concurrent_conversations", .count,
        "Conversations that are active at the same time at the peak."),
      Field(
        "concurrent_conversations_per_user", .count,
        "Conversations that one user can have open at the same time: tabs, devices, channels."),
      Field(
        "turns_per_conversation", .record(.turns),
        "User messages with their answers, in one conversation; a number reads as both."),
      Field(
        "tokens_per_turn", .tokens,
        "Tokens that one turn adds to the history, question and answer together, without tool results."
      ),
      Field("tool_calls_per_turn", .number, "Tool calls that one turn makes on average."),
      Field(
        "model_calls_per_turn", .number,
        "Calls of the model that one turn makes on average: the answer, and one before each round of tool calls."
      ),
      Field("tokens_per_tool_result", .tokens, "Tokens that one tool result adds to the history."),
      Field(
        "lookups_per_turn", .number, "Reads of stores that one turn makes, one after the other."),
      Field(
        "users_return", .boolean,
        "Whether users come back to a conversation whose connection or process has ended; false for a phone call."
      ),
      Field(
        "spoken", .boolean,
        "Whether users hear answers, and break in on them, rather than read: a telephone, a voice assistant."
      ),
      Field("turn_interval", .duration, "Time between two turns of one conversation, usually."),
      Field("users", .count, "Users whose memory is kept."),
      Field(
        "growth_per_month", .percentage, "By how much conversations and users grow in a month."),
    ])

  static let turns = RecordType(
    "turns_per_conversation", "How long conversations get, in turns.",
    shorthands: [Shorthand(.count, fills: "typical", "max")], ascending: ["typical", "max"],
    [
      Field("typical", .count, "Turns of an ordinary conversation."),
      Field("max", .count, "Turns of the longest conversation that must work."),
    ])

  static let model = RecordType(
    "model", "A model: how much it reads and what that costs.",
    parts: [.init(name: "reserve_for_output", whole: "context_window")],
    [
      Field("name", .text, "The model's name."),
      Field(
        "context_window", .tokens, "Tokens that the model accepts in one call, answer included."),
      Field(
        "reserve_for_output", .tokens,
        "Tokens of the window that are kept free for the answer: what remains is for instructions, memory and question."
      ),
      Field("input_price_per_million_tokens", .money, "Price of a million input tokens."),
      Field(
        "cached_input_price_per_million_tokens", .money,
        "Price of a million input tokens that the provider's prompt cache serves."),
      Field("currency", .text, "The currency of all amounts in this file, `USD` for instance."),
    ])

  static let fidelity: Choice = [
    "verbatim": "every word can be recalled",
    "faithful": "every fact and commitment survives, wording may not",
    "gist": "what the conversation was about is enough",
  ]

  static let fidelityDecider: Choice = [
    "product": "the product owner chose it", "engineering": "the engineers chose it",
    "framework-default": "nobody chose it",
  ]

  static let objectives = RecordType(
    "objectives", "What the product asks of the memory.",
    [
      Field(
        "lookup_p95", .duration,
        "The time within which 95 of 100 reads of state must be done, under load."),
      Field("fidelity", .choice(fidelity), "How exactly earlier turns must be remembered."),
      Field("fidelity_decided_by", .choice(fidelityDecider), "Who chose the fidelity."),
      Field(
        "auditability", .boolean,
        "Whether it must be possible to show later what was said and known."),
      Field("max_staleness", .duration, "How old a retrieved fact may be when an answer uses it."),
      Field(
        "read_your_writes", .boolean,
        "Whether a user must find what was just told, in the next turn or conversation."),
      Field(
        "recovery_point", .duration,
        "How much of the latest state may be lost by a crash, or with a store that has to be restored, as time: `5m` is the last five minutes."
      ),
      Field(
        "recovery_time", .duration,
        "How long it may take until state can be read and written again after a failure."),
      Field(
        "availability", .share,
        "The share of time in which no request fails because state cannot be read or written."
      ),
      Field(
        "concede",
        .listOrSingle(
          .choice([
            "consistency": "may recall imperfectly", "availability": "may be slow or refuse",
            "partition-tolerance": "works in one place at a time",
          ])),
        "Which of the three give way where not all can be had; `none` promises all three."
      ),
      Field("cost_per_conversation", .money, "What the input tokens of one conversation may cost."),
    ])
}
