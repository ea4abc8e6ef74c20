/// The lists of elements that have an id and can be referred to.
package enum Collection: String, Sendable, CaseIterable {
  case agents
  case components
  case stores

  /// The description of its elements.
  package var recordType: RecordType {
    switch self {
    case .agents: .agent
    case .components: .component
    case .stores: .store
    }
  }

  /// Its place among all.
  package var index: Int {
    switch self {
    case .agents: 0
    case .components: 1
    case .stores: 2
    }
  }

  package var article: String { self == .agents ? "an" : "a" }

  package var singular: String {
    switch self {
    case .agents: "agent"
    case .components: "component"
    case .stores: "store"
    }
  }
}
