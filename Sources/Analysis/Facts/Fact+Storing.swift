internal import Architecture

extension Fact {
  /// Where bytes are kept and who depends on it.
  static let storing: [Fact] = [
    .of(.stores, "components", .list(.text), "The components that keep their bytes in the store.") {
      system, part, _ in
      .texts(system.relations.residents[part.index].map { system.components[$0].id })
    },
    isShared,
    .of(
      .stores, "has_concurrent_writers", .boolean,
      "Whether at least two processes can be writing to the store at the same time."
    ) { system, part, inputs in
      var least = 0.0
      for component in system.relations.residents[part.index] {
        for agent in system.relations.writers[component].map({ system.agents[$0] }) {
          least = max(least, processes(of: agent, &inputs) ?? 1)
        }
      }
      let agents = Set(
        system.relations.residents[part.index].flatMap { system.relations.writers[$0] })
      if least > 1 || agents.count > 1 { return .boolean(true) }
      system.relations.unknownWriters.forEach { inputs.miss($0) }
      return inputs.missing.isEmpty ? .boolean(false) : nil
    },
    .of(
      .stores, "is_used_by_replicas", .boolean,
      "Whether an agent with more than one replica uses a component of the store."
    ) { system, part, inputs in
      let relations = system.relations
      let residents = relations.residents[part.index]
      let agents = Set(residents.flatMap { relations.writers[$0] + relations.readers[$0] })
      for agent in agents.sorted() {
        if let count = processes(of: system.agents[agent], &inputs), count > 1 {
          return .boolean(true)
        }
      }
      (relations.unknownWriters + relations.unknownReaders).forEach { inputs.miss($0) }
      return inputs.missing.isEmpty ? .boolean(false) : nil
    },
  ]

  static let isShared: Fact = .of(
    .stores, "is_shared", .boolean,
    "Whether all replicas see the same content: as declared, as known of the implementation, or as the kind tells."
  ) { _, part, inputs in
    if let declared = part.reading.shared_across_replicas.flag { return .boolean(declared) }
    if let known = part.implementation?.isSharedAcrossProcesses { return .boolean(known) }
    if part.reading.embedded.flag == true { return .boolean(false) }
    switch part.reading.kind.text {
    case "in-process"?, "statefulset"?: return .boolean(false)
    case "redis"?, "valkey"?, "memcached"?, "postgres"?, "mysql"?, "dynamodb"?, "mongodb"?,
      "object-store"?, "external-database"?:
      return .boolean(true)
    default:
      inputs.miss(part.reading.shared_across_replicas.path)
      return nil
    }
  }
}
