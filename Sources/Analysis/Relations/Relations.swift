internal import Architecture

/// Who reads and writes what, and what is derived from what; by the places of parts in their lists.
package struct Relations: Sendable {
  /// For each component, the agents that write it.
  package let writers: [[Int]]
  /// For each component, the agents that read it.
  package let readers: [[Int]]
  /// For each agent, the components that it writes.
  let written: [[Int]]
  /// For each store, the components that keep their bytes there, or a copy of them.
  package let residents: [[Int]]
  /// For each store, the agents that record finished work there, or in a component that it keeps.
  package let recorders: [[Int]]
  /// For each store, those in whose place it is used while they do not answer.
  package let covered: [[Int]]
  /// For each component, the components that hold what came from it: summaries, evicted turns, facts.
  package let derived: [[Int]]
  /// For each component, the components that condense it.
  package let summaries: [[Int]]
  /// For each component, those that count more where the two disagree, as far as they say so.
  package let winners: [[Int]]
  /// The lists that would have to be declared to know all writers, or all readers.
  package let unknownWriters: [String]
  package let unknownReaders: [String]

  init(
    _ file: ArchitectureFile, root: Reading, agents: [Part], components: [Part], stores: [Part]
  ) {
    var writers = [[Int]](repeating: [], count: components.count)
    var readers = writers
    var written = [[Int]](repeating: [], count: agents.count)
    var derived = writers
    var summaries = writers
    var winners = writers
    var residents = [[Int]](repeating: [], count: stores.count)
    var recorders = residents
    var covered = residents
    var unknownWriters = root.agents.isUndeclared ? ["agents"] : []
    var unknownReaders = unknownWriters
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
    for store in stores {
      let other = store.reading.fallback_store.text
      covered.add(store, at: other.flatMap { file.index(of: $0, in: .stores) })
    }
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
    self.writers = writers
    self.readers = readers
    self.written = written
    self.residents = residents
    self.recorders = recorders
    self.covered = covered
    self.summaries = summaries
    self.winners = winners
    self.derived = derived.map { $0.count < 2 ? $0 : Array(Set($0)).sorted() }
    self.unknownWriters = unknownWriters
    self.unknownReaders = unknownReaders
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
