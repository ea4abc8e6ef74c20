extension RecordType {
  package static let agent = RecordType(
    "an agent",
    "A process that reads and writes memory. Its replicas do the same work side by side.",
    [
      .required("id", .identifier, "The agent's id: a letter, then letters, digits, `_` and `-`."),
      Field("description", .text, "What it does, in a sentence."),
      .neverNone(
        "role",
        .choice([
          "assistant": "talks with the user", "coordinator": "plans and hands out work",
          "tool-executor": "runs tools",
          "worker": "does background work", "summarizer": "condenses history",
          "extractor": "turns conversations into facts",
        ]), "What it does in the system."),
      .neverNone(
        "state",
        .choice([
          "stateless": "keeps nothing between requests",
          "stateful": "keeps something in the process that others would miss; no cache",
        ]), "Whether the process itself holds state between requests."),
      .neverNone(
        "runtime",
        .choice([
          "server": "a long-running process",
          "serverless": "may be frozen or ended when the reply is sent",
          "per-run": "started for its work, and ends with it: a command, a call, a job",
          "per-conversation": "one for each conversation, while that goes on: a sandbox, an actor",
          "local": "a process of the user's own",
        ]), "What runs it."),
      Field(
        "replicas", .record(.replicas),
        "Processes of this agent that run at the same time, worker processes included; a number or {min, max}."
      ),
      Field(
        "process", .text,
        "A name for the process that it runs in, where several agents of one program share it: the agents of a crew, a supervisor and its subagents. Left out, an agent is a process of its own."
      ),
      Field(
        "local_cache",
        .choice([
          "warmed": "filled before the replica takes requests",
          "cold": "filled by the first requests",
        ]), "How a new replica's own cache begins."),
      Field("model", .record(.model), "The agent's own model, where it differs from the system's."),
      Field("input_limit", .tokens, "The most that the agent sends to its model in one call."),
      .neverNone(
        "routing",
        .choice([
          "any": "any replica takes any request",
          "by-conversation": "a conversation stays with one replica",
          "by-user": "a user stays with one replica",
          "single-owner": "one replica owns all, by lease or election",
          "every": "every replica does the work: a timer or a listener in each process",
        ]), "Which replica takes a request, or does work that a schedule or an event starts."),
      .neverNone(
        "work_from",
        .choice([
          "request": "somebody who waits for the answer",
          "queue":
            "a queue or log that keeps work until it is acknowledged, or a position is saved",
          "schedule": "a clock", "event": "what is pushed: a webhook, a hook, a message of a chat",
        ]), "Where its work comes from."),
      Field(
        "results",
        .choice([
          "sync": "the caller waits", "async": "published when done",
        ]), "How results reach whoever asked."),
      Field(
        "delivery",
        .choice([
          "at-most-once": "may be lost, never repeated",
          "at-least-once": "may be repeated, never lost",
          "exactly-once": "claimed by the transport",
        ]),
        "What the queue, workflow engine or caller promises about each piece of work. Anything that retries or replays delivers at least once. What a resumed run does again is said by `on_resume` of its checkpoint."
      ),
      Field("redelivery", .record(.redelivery), "When and how often work is delivered again."),
      Field(
        "idempotency", .record(.idempotency),
        "How work that is retried, delivered or resumed again is recognised. `none` where it is done again."
      ),
      Field(
        "longest_run", .duration,
        "How long one piece of work takes at most: what a queue, a lock or a lease must wait for."),
      Field(
        "side_effects", .boolean,
        "Whether its work, error handlers included, changes something outside: sends, pays, writes."
      ),
      Field(
        "resumed_by",
        .choice([
          "engine": "a queue or workflow engine gives it to another worker",
          "sweep": "a job, or every start, looks for such runs",
          "request": "the next request of the same conversation",
        ]), "Who takes up a run whose process has ended. `none` where it stays as it is."),
      .neverNone(
        "on_shutdown",
        .choice([
          "finish": "it ends what it has begun; nothing new is begun",
          "hand-back": "it gives its work back, or saves how far it has come",
          "drop": "it stops wherever it is, background work included",
        ]), "What a process does with its work when it is told to end."),
      Field(
        "concurrent_runs_per_key",
        .choice([
          "allow": "two runs of one conversation can overlap",
          "queue": "the second waits, before it reads anything, until the first is over",
          "reject": "the second is refused",
        ]),
        "What happens when a second run of the same conversation or thread arrives, at whichever replica, or its history is edited, forked or deleted meanwhile. A lock within one process of several is `allow`."
      ),
      Field("retries", .record(.retries), "How failed calls are tried again."),
      Field(
        "coordination",
        .list(
          .choice([
            "shared-state": "reads and writes the same memory", "messages": "sends messages",
            "events": "publishes and subscribes",
            "handoff": "passes the conversation on", "saga": "compensates on failure",
            "state-machine": "a shared, explicit machine, such as a graph's edges",
          ])), "How it works together with other agents."),
      Field(
        "handoff_passes",
        .choice([
          "history": "the whole conversation", "summary": "a summary of it",
          "last-message": "only the latest message, or the task",
        ]),
        "What it gives of the conversation to the next agent, or to one that works for it. `none` where that begins with nothing."
      ),
      Field(
        "takeover", .record(.takeover),
        "How people take a conversation over from it, and give it back. `none` where nobody ever does."
      ),
      Field(
        "checkpoint", .reference([.components]), "The component in which it saves its progress."),
      Field(
        "sends_history", .boolean,
        "Whether its calls carry earlier turns of the conversation. `false` where each call stands alone."
      ),
      Field(
        "reads", .list(.reference([.components])),
        "Components that it reads. A list that is there is complete."),
      Field(
        "writes", .list(.reference([.components])),
        "Components that it writes. A list that is there is complete."),
      Field("labels", .labels, "Your own names and values, visible to your own rules."),
    ])

  static let replicas = RecordType(
    "replicas", "How many processes run at the same time.",
    shorthands: [Shorthand(.positive, fills: "min", "max")], ascending: ["min", "max"],
    [
      Field("min", .count, "The fewest, when little is asked."),
      Field("max", .positive, "The most, at the peak."),
    ])

  static let redelivery = RecordType(
    "redelivery", "When and how often work is delivered again.",
    [
      Field(
        "after", .duration,
        "The longest time after which the same work can be delivered again: visibility timeouts and retries summed."
      ),
      Field(
        "visibility_timeout", .duration,
        "How long work that a worker has taken stays hidden from the others, by a queue's visibility timeout, an acknowledgement deadline, the deadline of the call that hands it over, or a lease. `none` where it is given to nobody else."
      ),
      Field(
        "renewed", .boolean,
        "Whether a worker renews its hold while the work goes on, so that it is given to nobody else."
      ),
      Field("probability", .share, "The share of deliveries that are repeated."),
      Field(
        "attempts", .count,
        "After how many deliveries work that fails is set aside, in a dead-letter queue for instance. `none` where it comes back for ever."
      ),
    ])

  static let idempotency = RecordType(
    "idempotency", "How repeated work is recognised.",
    [
      Field(
        "key", .text,
        "What makes two deliveries the same: `message_id`, `run_id`, `thread_id + step`; where a write replaces what it wrote before, the id of the entry."
      ),
      .neverNone(
        "key_from",
        .choice([
          "sender": "made before the first attempt, and sent with each",
          "content": "worked out from the work itself",
          "attempt": "made for each delivery, call or attempt, if only where the sender gave none",
        ]), "Where the key comes from."),
      Field(
        "check",
        .choice([
          "read-then-act": "looks the key up, then acts: two can pass",
          "atomic": "claims the key in one step",
          "replaces": "needs no claim: doing it again leaves just what doing it once does",
        ]), "How a key is claimed."),
      .neverNone(
        "claim",
        .choice([
          "at-start": "before the work, and for good where the worker is killed",
          "leased": "before the work, for a time, and confirmed when it is done",
          "with-result": "with the result, in one transaction",
        ]), "When a key counts as done."),
      Field("record", .reference([.components, .stores]), "Where finished work is recorded."),
      Field(
        "reaches_receiver", .boolean,
        "Whether what it changes outside is given the key too and recognises what it has seen, or is asked for the key before each effect."
      ),
      Field(
        "retention", .duration,
        "How long a key is remembered; work that is delivered again later is done again."),
    ])

  static let takeover = RecordType(
    "takeover", "How people take a conversation over from an agent, and give it back.",
    [
      Field(
        "noted_in", .reference([.components]),
        "Where the agent reads who has the conversation, what its tools said of it included."),
      .neverNone(
        "given_back",
        .choice([
          "noted": "it is written where the takeover was noted",
          "elsewhere": "a flag in another place is lifted, and what was noted stays",
          "never": "the person ends the conversation; whoever writes then begins a new one",
        ]), "How the agent learns that a conversation is its own again."),
      Field(
        "ends_after", .duration,
        "After how long a conversation is the agent's own again where nobody gives it back. `none` where it waits for ever."
      ),
      .neverNone(
        "meanwhile",
        .choice([
          "silent": "the agent does not answer, and reads what was said when it returns",
          "blind": "the agent does not answer, and what was said does not reach its memory",
          "answers": "the agent goes on answering",
          "drafts": "the agent writes drafts for the person, and nothing to the user",
        ]), "What the agent does while a person has the conversation."),
    ])

  static let retries = RecordType(
    "retries", "How failed calls are tried again.",
    [
      Field(
        "max", .count,
        "How often at most. `none` where nothing limits it, `0` where nothing is tried again."),
      Field("backoff", .choice(["fixed", "exponential"]), "How the pauses grow."),
      Field("jitter", .boolean, "Whether the pauses vary, so that clients do not return together."),
      Field(
        "on",
        .list(
          .choice([
            "timeout", "connection", "rate-limit", "server-error", "conflict", "overflow",
            "any-error",
          ])),
        "The failures after which it tries again. A call that is too large for the model (`overflow`) fails every time."
      ),
    ])
}
