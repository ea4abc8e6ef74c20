internal import Architecture

/// How the files are described that hold what is known beyond one architecture.
extension RecordType {
  static let mapFile = RecordType(
    "the file", "The Stateless Equivalence Map.",
    [.required("map", .list(.record(.mapRow)), "The rows, in the order in which they are shown.")])

  static let mapRow = RecordType(
    "a row", "One memory pattern and what distributed systems call it.",
    [
      .required("pattern", .choice(ComponentKind.patterns), "The pattern: a kind of component."),
      .required("name", .text, "Its name, as reports show it."),
      .required(
        "origin", .choice(["article", "practice"]),
        "Whether the article has the row, or practice added it."),
      .required("equivalents", .list(.text), "What distributed systems call it."),
      .required("failure_mode", .text, "How both fail."),
      .required("why", .text, "Why the two are the same."),
      .required("fails", .text, "What the failure looks like in an agent."),
      .required("mitigations", .list(.record(.mitigation)), "What is known to help."),
      .required("literature", .list(.text), "Where it is explained, by ids of literature.yaml."),
      .required(
        "cap", .record(.usualStand),
        "How it usually stands to consistency, availability and partition tolerance."),
    ])

  static let mitigation = RecordType(
    "a mitigation", "Something known to help.",
    [
      .required("name", .text, "What it is called."),
      .required("how", .text, "What to build, and what to declare."),
      .required("sources", .list(.text), "Where it is explained, by ids of literature.yaml."),
    ])

  static let usualStand = RecordType(
    "cap", "How a pattern usually stands to the three.",
    [
      .required("consistency", .choice(stand), "Perfect recall, nothing lost."),
      .required("availability", .choice(stand), "Bounded latency and token cost."),
      .required(
        "partition_tolerance", .choice(stand), "Works across concurrent sessions and agents."),
      .required("because", .text, "Why."),
    ])

  private static let stand = Choice(
    MapRow.UsualStand.allCases.map { Choice.Option($0.rawValue) })

  static let literatureFile = RecordType(
    "the file", "What is cited.",
    [.required("literature", .list(.record(.work)), "The works.")])

  static let work = RecordType(
    "a work", "Something that is cited.",
    [
      .required("id", .text, "The name by which it is cited."),
      .required("authors", .text, "Who wrote it."),
      .required("title", .text, "Its title."),
      .required("published", .text, "Where and when it appeared."),
      Field("url", .text, "Where it can be read."),
      .required("about", .text, "What it explains."),
    ])

  static let incidentsFile = RecordType(
    "the file", "Incidents of one failure class.",
    [
      .required("failure_class", .text, "The class, as rules name it."),
      .required("incidents", .list(.record(.incident)), "What happened."),
    ])

  static let incident = RecordType(
    "an incident", "Something that happened to somebody, in public.",
    [
      .required("id", .text, "The name of its folder in examples/incidents."),
      .required("title", .text, "What it was, in a few words."),
      .required("source", .text, "Where it was told: owner/repository#number."),
      .required("happened", .text, "What happened, in a sentence."),
      .neverNone("caught_by", .list(.text), "The rules that tell, the most telling first."),
      .neverNone("unseen", .text, "Why a description could not show it."),
    ])

  static let implementationsFile = RecordType(
    "the file", "What the memory classes of one framework do.",
    [
      .required("framework", .text, "The first part of full names."),
      .required("name", .text, "The framework's own name."),
      .neverNone("classes", .list(.record(.knownClass)), "Classes that are memory."),
      .neverNone("stores", .list(.record(.knownStore)), "Classes and products that are stores."),
    ])

  static let knownClass = RecordType(
    "a class", "What a memory class does.",
    knownFields + [
      .required(
        "patterns", .list(.choice(ComponentKind.patterns)), "The patterns that it implements."),
      .neverNone(
        "behaviour", .record(.componentBehaviour),
        "Fields of a component that hold unless the file says otherwise."),
    ])

  static let knownStore = RecordType(
    "a store class", "What a store does.",
    knownFields + [
      .neverNone("kind", RecordType.store.type(of: "kind"), "The kind of store."),
      .neverNone(
        "behaviour", .record(.storeBehaviour),
        "Fields of a store that hold unless the file says otherwise."),
    ])

  private static let knownFields: [Field] = [
    .required("names", .list(.text), "Its name, then other names of the very same thing."),
    .neverNone("module", .text, "Where it is imported from."),
    .neverNone("durable", .boolean, "Whether its content survives a restart of the process."),
    .neverNone(
      "shared_across_processes", .boolean, "Whether several processes see the same content."),
    .required("note", .text, "What matters to an architect."),
    .required("source", .text, "Where it was read."),
  ]

  static let componentBehaviour = RecordType(
    "behaviour", "What a component does.", RecordType.component.fields.filter { !$0.isRequired })

  static let storeBehaviour = RecordType(
    "behaviour", "What a store does.", RecordType.store.fields.filter { !$0.isRequired })

  fileprivate func type(of field: String) -> FieldType {
    index(of: field).map { fields[$0].type } ?? .text
  }
}
