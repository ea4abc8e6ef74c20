package import Architecture
package import SourceText

/// An architecture with everything that follows from it: what its parts are, who uses whom, and the facts.
package final class AnalyzedSystem: Sendable {
  package let file: ArchitectureFile
  /// The whole file, as it is declared or measured.
  package let root: Reading
  package let agents: [Part]
  package let components: [Part]
  package let stores: [Part]
  package let relations: Relations
  /// For each agent, what gives it its work.
  let work: [AgentWork]
  let injections: Injections
  /// Whether anything is known of what a part is made of.
  let hasImplementations: Bool
  let hasPromptCache: Bool
  /// The components that can hold copies of what others hold.
  let copyists: [Int]
  /// What stands in place of declared values.
  package let measurements: [Measurement]
  /// The same by the paths of the records that they are about: `stores.redis`.
  let measured: [String: [Measurement]]

  private init(
    _ file: ArchitectureFile, root: Reading, agents: [Part], components: [Part], stores: [Part],
    measurements: [Measurement]
  ) {
    self.file = file
    self.root = root
    self.agents = agents
    self.components = components
    self.stores = stores
    relations = Relations(
      file, root: root, agents: agents, components: components, stores: stores)
    work = agents.map { agent in
      AgentWork(of: agent) { id in
        file.element(id).flatMap { $0.collection == .components ? components[$0.index] : nil }
      }
    }
    injections = Injections(of: components, readBy: agents, relations)
    hasImplementations =
      components.contains { $0.implementation != nil }
      || stores.contains { $0.implementation != nil }
    hasPromptCache = components.contains { $0.patterns.contains(.promptCache) }
    copyists = components.filter(\.canHoldCopies).map(\.index)
    self.measurements = measurements
    measured = Dictionary(grouping: measurements) { measurement in
      measurement.path.split(separator: ".").prefix(2).joined(separator: ".")
    }
  }

  /// What follows from a file, and from what was measured in place of what it declares. Nil, and said why, where an
  /// implementation's name means several things.
  package static func analyze(
    _ declared: ArchitectureFile, measurements: [Measurement] = []
  ) -> (system: AnalyzedSystem?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let file = declared.replacing(
      measurements.map {
        Replacement(of: $0.path, with: $0.nanoseconds, at: $0.source)
      })
    let components = file.components.enumerated().map { index, record in
      let known = implementation(of: record, Knowledge.component, &diagnostics)
      let mapping = Mapping(record, implementation: known, in: file.file)
      return Part(
        id: record.text("id") ?? "", collection: .components, index: index,
        reading: Reading(record, known: known?.behaviour(of: record), patterns: mapping.patterns),
        record: record, implementation: known, mapping: mapping)
    }
    let stores = file.stores.enumerated().map { index, record in
      let known = implementation(of: record, Knowledge.store, &diagnostics)
      return Part(
        id: record.text("id") ?? "", collection: .stores, index: index,
        reading: Reading(record, known: known?.behaviour), record: record, implementation: known,
        mapping: nil)
    }
    let agents = file.agents.enumerated().map { index, record in
      Part(
        id: record.text("id") ?? "", collection: .agents, index: index, reading: Reading(record),
        record: record, implementation: nil, mapping: nil)
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics.inFileOrder) }
    let system = AnalyzedSystem(
      file, root: Reading(file.root), agents: agents, components: components, stores: stores,
      measurements: measurements)
    return (system, [])
  }

  /// The parts of a collection, in the order of the file.
  package func parts(_ collection: Collection) -> [Part] {
    switch collection {
    case .agents: agents
    case .components: components
    case .stores: stores
    }
  }

  /// The part of an id, whatever it is.
  package func part(_ id: String) -> Part? {
    file.element(id).map { parts($0.collection)[$0.index] }
  }

  /// The part that a reference leads to.
  package func part(_ reference: Reading) -> Part? {
    reference.text.flatMap { part($0) }
  }

  private static func implementation(
    of record: Record, _ lookUp: (String) -> Knowledge.Lookup,
    _ diagnostics: inout [Diagnostic]
  ) -> Implementation? {
    guard let name = record.text("implementation"), let entry = record.entry("implementation")
    else { return nil }
    switch lookUp(name) {
    case .found(let implementation): return implementation
    case .unknown: return nil
    case .ambiguous(let names):
      diagnostics.append(
        Diagnostic(
          "`\(name)` is a class of several frameworks", at: entry.span,
          help: "write one of \(names.map { "`\($0)`" }.joined(separator: ", "))"))
      return nil
    }
  }
}
