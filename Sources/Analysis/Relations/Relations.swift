internal import Architecture

/// Who reads and writes what, and what is derived from what; by the places of parts in their lists.
package struct Relations: Sendable {
  /// For each component, the agents that write it.
  package private(set) var writers: [[Int]]
  /// For each component, the agents that read it.
  package private(set) var readers: [[Int]]
  /// For each agent, the components that it writes.
  private(set) var written: [[Int]]
  /// For each store, the components that keep their bytes there, or a copy of them.
  package private(set) var residents: [[Int]]
  /// For each store, the agents that record finished work there, or in a component that it keeps.
  package private(set) var recorders: [[Int]]
  /// For each store, those in whose place it is used while they do not answer.
  package private(set) var covered: [[Int]]
  /// For each component, the components that hold what came from it: summaries, evicted turns, facts.
  package private(set) var derived: [[Int]]
  /// For each component, the components that condense it.
  package private(set) var summaries: [[Int]]
  /// For each component, those that count more where the two disagree, as far as they say so.
  package private(set) var winners: [[Int]]
  /// The lists that would have to be declared to know all writers, or all readers.
  package private(set) var unknownWriters: [String]
  package private(set) var unknownReaders: [String]

  init(
    _ file: ArchitectureFile, root: Reading, agents: [Part], components: [Part], stores: [Part]
  ) {
    writers = [[Int]](repeating: [], count: components.count)
    readers = writers
    written = [[Int]](repeating: [], count: agents.count)
    derived = writers
    summaries = writers
    winners = writers
    residents = [[Int]](repeating: [], count: stores.count)
    recorders = residents
    covered = residents
    unknownWriters = root.agents.isUndeclared ? ["agents"] : []
    unknownReaders = unknownWriters
    addWhatAgentsSay(agents, of: components, in: file)
    addWhatStoresSay(stores, in: file)
    addWhatComponentsSay(components, in: file)
    derived = derived.map { $0.count < 2 ? $0 : Array(Set($0)).sorted() }
  }

  private mutating func addWhatAgentsSay(
    _ agents: [Part], of components: [Part], in file: ArchitectureFile
  ) {
    for agent in agents {
      let writes = agent.reading.writes
      let reads = agent.reading.reads
      if writes.isUndeclared { unknownWriters.append(writes.path) }
      if reads.isUndeclared { unknownReaders.append(reads.path) }
      let checkpoint = agent.reading.checkpoint.text
      for id in Self.all(writes.texts, and: checkpoint) {
        guard let component = file.index(of: id, in: .components) else { continue }
        writers.add(agent, at: component)
        written[agent.index].append(component)
      }
      for id in Self.all(reads.texts, and: checkpoint) {
        readers.add(agent, at: file.index(of: id, in: .components))
      }
      if let record = agent.reading.idempotency["record"].text {
        let component = file.index(of: record, in: .components)
        let store = component.map { components[$0].reading.store.text } ?? record
        recorders.add(agent, at: store.flatMap { file.index(of: $0, in: .stores) })
      }
    }
  }

  private mutating func addWhatStoresSay(_ stores: [Part], in file: ArchitectureFile) {
    for store in stores {
      let other = store.reading.fallback_store.text
      covered.add(store, at: other.flatMap { file.index(of: $0, in: .stores) })
    }
  }

  private mutating func addWhatComponentsSay(_ components: [Part], in file: ArchitectureFile) {
    for component in components {
      let reading = component.reading
      for store in [reading.store.text, reading.also_in.store.text] {
        residents.add(component, at: store.flatMap { file.index(of: $0, in: .stores) })
      }
      let summarized = reading.summarizes.texts ?? []
      for source in summarized {
        summaries.add(component, at: file.index(of: source, in: .components))
      }
      for loser in reading.wins_over.texts ?? [] {
        winners.add(component, at: file.index(of: loser, in: .components))
      }
      for source in Self.all(summarized, and: reading.rebuildable_from.text) {
        derived.add(component, at: file.index(of: source, in: .components))
      }
      for target in [reading.evicted_to.text, reading.flushes_to.text] {
        let target = target.flatMap { file.index(of: $0, in: .components) }
        if let target { derived[component.index].append(target) }
      }
    }
  }

  private static func all(_ ids: [String]?, and other: String?) -> [String] {
    guard let other else { return ids ?? [] }
    return (ids ?? []) + [other]
  }
}

extension [[Int]] {
  /// Adds a part, once, to what belongs to another; parts come in their order.
  fileprivate mutating func add(_ part: Part, at other: Int?) {
    guard let other, self[other].last != part.index else { return }
    self[other].append(part.index)
  }
}

extension ArchitectureFile {
  /// The place of an element in its list; nil for an id of another list.
  fileprivate func index(of id: String, in collection: Collection) -> Int? {
    element(id).flatMap { $0.collection == collection ? $0.index : nil }
  }
}
