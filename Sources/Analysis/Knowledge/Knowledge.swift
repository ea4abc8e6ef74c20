package import Architecture
internal import Bytes
package import SourceText
internal import YAML

/// What is known beyond the architecture at hand: the map, the literature, what real implementations do, and what
/// happened. Each is read when it is first asked for: from its files, or from what was prepared of them.
package enum Knowledge {
  package static let rows = (prepared?.map ?? map.records).compactMap(MapRow.init)
  package static let works = (prepared?.literature ?? literature.records).map(Work.init)
  package static let components = prepared?.components.all ?? implementations.components
  package static let stores = prepared?.stores.all ?? implementations.stores
  package static let incidents = prepared?.incidents ?? happenings.incidents

  private static let prepared = Preparation.embedded.flatMap { PreparedKnowledge($0.knowledge) }

  /// What is wrong with the files, by file; ours are tested to have nothing.
  package static var diagnostics: [(file: SourceFile, diagnostic: Diagnostic)] {
    map.diagnostics + literature.diagnostics + implementations.diagnostics
      + happenings.diagnostics
  }

  /// The outcome of looking an implementation up by what a user wrote.
  package enum Lookup: Sendable {
    case found(Implementation)
    /// A short name that several frameworks use, with the full names.
    case ambiguous([String])
    case unknown
  }

  private static let mapFile = "equivalence-map.yaml"
  private static let literatureFile = "literature.yaml"

  /// The names of its files that stand among the checklists.
  package static let filesAmongChecklists = [mapFile, literatureFile]

  fileprivate static let map = KnowledgeLoader.records(mapFile, .mapFile, "map")
  fileprivate static let literature = KnowledgeLoader.records(
    literatureFile, .literatureFile, "literature")

  fileprivate static let implementations = {
    var loader = KnowledgeLoader()
    var components: [Implementation] = []
    var stores: [Implementation] = []
    for path in EmbeddedFiles.paths(in: "implementations/") {
      guard let record = loader.record(path, .implementationsFile) else { continue }
      let implementation = { (known: Record) in
        Implementation(
          known, framework: record.text("framework") ?? "", frameworkName: record.text("name") ?? ""
        )
      }
      components += record.records("classes").map(implementation)
      stores += record.records("stores").map(implementation)
    }
    return (components: components, stores: stores, diagnostics: loader.diagnostics)
  }()

  fileprivate static let happenings = {
    var loader = KnowledgeLoader()
    let incidents = EmbeddedFiles.paths(in: "incidents/").flatMap { path -> [Incident] in
      guard let record = loader.record(path, .incidentsFile) else { return [] }
      let failureClass = record.text("failure_class") ?? ""
      return record.records("incidents").map { Incident($0, failureClass: failureClass) }
    }
    return (incidents: incidents, diagnostics: loader.diagnostics)
  }()

  /// The row of a pattern on the map.
  package static func row(of pattern: ComponentKind) -> MapRow? {
    rows.first { $0.pattern == pattern }
  }

  /// The component's implementation that goes by a name.
  package static func component(_ name: String) -> Lookup {
    prepared?.components.lookUp(name) ?? lookUp(name, among: components)
  }

  /// What is known of a store by the name of its implementation.
  package static func store(_ name: String) -> Lookup {
    prepared?.stores.lookUp(name) ?? lookUp(name, among: stores)
  }

  static func lookUp(_ name: String, among known: [Implementation]) -> Lookup {
    if let exact = known.first(where: { $0.fullNames.contains(name) }) { return .found(exact) }
    let short = known.filter { $0.names.contains(name) }
    if short.count > 1 { return .ambiguous(short.map(\.fullName).sorted()) }
    return short.first.map(Lookup.found) ?? .unknown
  }

  /// The known names that somebody may have meant, the likeliest first, and no more than can be read at a glance; of a
  /// framework that is known, its own.
  package static func nearest(to name: String, of collection: Collection) -> [String] {
    let names = names(of: collection)
    let own = siblings(of: name, among: names)
    let candidates = own.isEmpty ? names : own
    let likeliest =
      SourceText.suggestion(for: name, among: candidates.flatMap(\.self)).map { [$0] } ?? []
    let alike = SourceText.suggestions(for: name, among: candidates.compactMap { $0.last })
    return Array((likeliest + alike.filter { !likeliest.contains($0) }).prefix(3))
  }

  /// Some of what is known of the framework that a name begins with.
  package static func others(than name: String, of collection: Collection) -> [String] {
    siblings(of: name, among: names(of: collection)).prefix(3).compactMap { $0.last }
  }

  /// What is known of the framework that a name begins with.
  private static func siblings(of name: String, among names: @autoclosure () -> [[String]])
    -> [[String]]
  {
    guard let framework = name.split(separator: ".").first, framework.count < name.count else {
      return []
    }
    return names().filter { $0.contains { $0.hasPrefix(framework + ".") } }
  }

  /// The names of each implementation, the full one last.
  private static func names(of collection: Collection) -> [[String]] {
    let isOfStores = collection == .stores
    let known = isOfStores ? prepared?.stores.names : prepared?.components.names
    return known ?? (isOfStores ? stores : components).map { $0.names + $0.fullNames.reversed() }
  }
}

extension ByteWriter {
  /// What is known, as the files say it.
  mutating func writeKnowledge() {
    write(
      map: Knowledge.map.records, literature: Knowledge.literature.records,
      components: Knowledge.implementations.components, stores: Knowledge.implementations.stores,
      incidents: Knowledge.happenings.incidents)
  }
}

/// Reads embedded files by their descriptions.
struct KnowledgeLoader {
  private(set) var diagnostics: [(file: SourceFile, diagnostic: Diagnostic)] = []

  mutating func record(_ path: String, _ type: RecordType) -> Record? {
    guard let file = EmbeddedFiles.file(path) else { return nil }
    let document = Document(file)
    diagnostics += document.diagnostics.map { (file, $0) }
    guard let root = document.root else { return nil }
    var reader = RecordReader()
    let record = reader.record(root, as: type, path: "", subject: "the file")
    diagnostics += reader.diagnostics.map { (file, $0) }
    return record
  }

  static func records(_ path: String, _ type: RecordType, _ name: String) -> (
    records: [Record], diagnostics: [(file: SourceFile, diagnostic: Diagnostic)]
  ) {
    var loader = KnowledgeLoader()
    return (loader.record(path, type)?.records(name) ?? [], loader.diagnostics)
  }
}
