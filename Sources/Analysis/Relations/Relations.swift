internal import Architecture

/// Who reads and writes what, and what is derived from what; by the places of parts in their lists.
package struct Relations: Sendable {
  /// For each component, the agents that write it.
  package let writers: [[Int]]
  /// For each component, the agents that read it.
  package let readers: [[Int]]
  /// For each store, the components that keep their bytes there, or a copy of them.
  package let residents: [[Int]]
  /// For each component, the components that hold what came from it: summaries, evicted turns, facts.
  package let derived: [[Int]]
  /// For each component, the components that condense it.
  package let summaries: [[Int]]
  /// For each component, those that count more where the two disagree, as far as they say so.
  package let winners: [[Int]]
  /// The lists that would have to be declared to know all writers, or all readers.
  package let unknownWriters: [String]
  package let unknownReaders: [String]

  init(root: Reading, agents: [Part], components: [Part], stores: [Part]) {
    let componentIndex = Dictionary(
      components.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
    let storeIndex = Dictionary(
      stores.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
    var writers = [[Int]](repeating: [], count: components.count)
    var readers = writers
    var derived = writers
    var summaries = writers
    var winners = writers
    var residents = [[Int]](repeating: [], count: stores.count)
    var unknownWriters = root.agents.isUndeclared ? ["agents"] : []
    var unknownReaders = unknownWriters
    for agent in agents {
      if agent.reading.writes.isUndeclared { unknownWriters.append(agent.reading.writes.path) }
      if agent.reading.reads.isUndeclared { unknownReaders.append(agent.reading.reads.path) }
      let checkpoint = agent.reading.checkpoint.text.map { [$0] } ?? []
      let written = Set((agent.reading.writes.texts ?? []) + checkpoint)
      let read = Set((agent.reading.reads.texts ?? []) + checkpoint)
      for component in written.compactMap({ componentIndex[$0] }) {
        writers[component].append(agent.index)
      }
      for component in read.compactMap({ componentIndex[$0] }) {
        readers[component].append(agent.index)
      }
    }
    for component in components {
      let places = [component.reading.store.text, component.reading.also_in.store.text]
      for store in Set(places.compactMap(\.self)).compactMap({ storeIndex[$0] }) {
        residents[store].append(component.index)
      }
      let reading = component.reading
      for source in (reading.summarizes.texts ?? []).compactMap({ componentIndex[$0] }) {
        summaries[source].append(component.index)
      }
      for loser in (reading.wins_over.texts ?? []).compactMap({ componentIndex[$0] }) {
        winners[loser].append(component.index)
      }
      let sources =
        (reading.summarizes.texts ?? []) + [reading.rebuildable_from.text].compactMap(\.self)
      for source in sources.compactMap({ componentIndex[$0] }) {
        derived[source].append(component.index)
      }
      let targets = [reading.evicted_to.text, reading.flushes_to.text].compactMap(\.self)
      for target in targets.compactMap({ componentIndex[$0] }) {
        derived[component.index].append(target)
      }
    }
    self.writers = writers
    self.readers = readers
    self.residents = residents
    self.summaries = summaries
    self.winners = winners
    self.derived = derived.map { Array(Set($0)).sorted() }
    self.unknownWriters = unknownWriters
    self.unknownReaders = unknownReaders
  }
}
