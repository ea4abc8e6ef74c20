/// The figures that the two articles give, in seconds and bytes.
///
/// - "Your LLM Has a State Management Problem. Distributed Systems Solved It in 2005" gives none: it is about structure.
/// - The Decryptd team's article on state management of production agents gives all of these.
enum ArticleFigures {
  /// Lookups of state stay below this at the 95th percentile, under load: its performance audit, and its alert.
  static let lookupTarget = 0.100

  /// The target, or the product's objective where that is stricter.
  static func lookupTarget(within objective: Double?) -> Double {
    min(objective ?? lookupTarget, lookupTarget)
  }

  /// The longest lookup of each class of store: its comparison of three patterns.
  static func longestLookup(_ latency: LatencyClass) -> Double {
    switch latency {
    case .inMemory: 0.001
    case .localVolume: 0.010
    case .networkDatabase: 0.050
    }
  }

  /// The most that persistence adds to a lookup of an in-memory store, of 2 to 5 ms: its answer on hidden costs.
  static let longestPersistenceOverhead = 0.005

  /// Most production deployments keep less state than this, which fits in memory: its performance audit.
  static let stateThatFitsInMemory = 5e9

  /// From so many concurrent conversations on, latency has to be known: its performance audit.
  static let conversationsUnderLoad = 10.0

  /// From so many concurrent agents on, a backend's cost and operation show: its answer on hidden costs.
  static let manyAgents = 100.0
}

/// The classes of stores by how long a lookup usually takes.
enum LatencyClass: String, CaseIterable {
  case inMemory = "in-memory"
  case localVolume = "local-volume"
  case networkDatabase = "network-database"
}
