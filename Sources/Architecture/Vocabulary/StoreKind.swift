/// What a store is.
package enum StoreKind: String, CaseIterable, Sendable {
  case redis
  case valkey
  case memcached
  case statefulset
  case postgres
  case mysql
  case dynamodb
  case mongodb
  case sqlite
  case file
  case objectStore = "object-store"
  case vectorDatabase = "vector-database"
  case externalDatabase = "external-database"
  case inProcess = "in-process"

  /// Where the name alone does not say it.
  private var meaning: String {
    switch self {
    case .redis, .valkey: "in memory, over the network"
    case .memcached: "a volatile cache"
    case .statefulset: "a volume of its own for each pod"
    case .postgres, .mysql, .dynamodb, .mongodb: ""
    case .sqlite: "an embedded database in a file"
    case .file: "plain files"
    case .objectStore: "S3 and its like"
    case .vectorDatabase: "vectors with an index"
    case .externalDatabase: "any other database over the network"
    case .inProcess: "the memory of the agent's own process"
    }
  }

  static let choice = Choice(allCases.map { Choice.Option($0.rawValue, $0.meaning) })
}

extension StoreKind {
  /// Whether it keeps nothing that its process does not.
  package var isVolatile: Bool { self == .inProcess || self == .memcached }

  /// Whether it is a file or several, wherever they lie.
  package var isOfFiles: Bool { self == .file || self == .sqlite }
}

extension Reading {
  /// Of a store, what it is; nil where that is not declared.
  package var storeKind: StoreKind? { self["kind"].text.flatMap(StoreKind.init) }
}
