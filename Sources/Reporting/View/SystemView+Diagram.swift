internal import Analysis
package import Architecture
internal import SourceText

extension SystemView {
  /// Agents, components and stores, and what goes between them.
  package struct Diagram: Sendable {
    package struct Node: Sendable {
      package let id: String
      package let collection: Collection
      /// What it is, in a few words: its role, its patterns, its kind.
      package let detail: String
    }

    package struct Edge: Sendable, Equatable {
      package enum Kind: String, Sendable {
        case reads
        case writes
        case readsAndWrites = "reads and writes"
        case keptIn = "kept in"
        case becomes
      }

      package let from: String
      package let to: String
      package let kind: Kind
    }

    package let nodes: [Node]
    package let edges: [Edge]

    /// The nodes of one collection, in the order of the file.
    package func nodes(_ collection: Collection) -> [Node] {
      nodes.filter { $0.collection == collection }
    }

    /// `2 agents, 1 component, 3 stores`
    var counts: String {
      Collection.allCases.map { collection in
        counted(nodes(collection).count, collection.singular, collection.rawValue)
      }.joined(separator: ", ")
    }
  }

  var diagram: Diagram {
    Diagram(
      nodes: Collection.allCases.flatMap { collection in
        system.parts(collection).map {
          Diagram.Node(id: $0.id, collection: collection, detail: detail(of: $0))
        }
      }, edges: usage + storage + derivation)
  }

  private func detail(of part: Part) -> String {
    switch part.collection {
    case .agents: part.reading.role.text ?? "agent"
    case .components:
      part.patterns.isEmpty
        ? "not on the map" : part.patterns.map(\.rawValue).joined(separator: ", ")
    case .stores: part.reading.kind.text ?? "store"
    }
  }

  private var usage: [Diagram.Edge] {
    system.components.flatMap { component in
      let writers = Set(system.relations.writers[component.index])
      let readers = Set(system.relations.readers[component.index])
      return writers.union(readers).sorted().map { index in
        let kind: Diagram.Edge.Kind =
          !readers.contains(index)
          ? .writes : !writers.contains(index) ? .reads : .readsAndWrites
        return Diagram.Edge(from: system.agents[index].id, to: component.id, kind: kind)
      }
    }
  }

  private var storage: [Diagram.Edge] {
    system.stores.flatMap { store in
      system.relations.residents[store.index].map {
        Diagram.Edge(from: system.components[$0].id, to: store.id, kind: .keptIn)
      }
    }
  }

  private var derivation: [Diagram.Edge] {
    system.components.flatMap { component in
      system.relations.derived[component.index].map {
        Diagram.Edge(from: component.id, to: system.components[$0].id, kind: .becomes)
      }
    }
  }
}
