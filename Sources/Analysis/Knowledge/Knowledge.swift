package import Architecture
package import SourceText
internal import YAML

/// What is known beyond the architecture at hand: the map, the literature, and what real implementations do.
package struct Knowledge: Sendable {
  package let rows: [MapRow]
  package let works: [Work]
  package let components: [Implementation]
  package let stores: [Implementation]
  /// What is wrong with the files, by file; ours are tested to have nothing.
  package let diagnostics: [(file: SourceFile, diagnostic: Diagnostic)]

  /// The outcome of looking an implementation up by what a user wrote.
  package enum Lookup: Sendable {
    case found(Implementation)
    /// A short name that several frameworks use, with the full names.
    case ambiguous([String])
    case unknown
  }

  /// What an audit has no use for is not read: the map's texts and literature, and, where no file names one,
  /// implementations.
  package init(withMap: Bool = true, withImplementations: Bool) {
    var loader = KnowledgeLoader()
    rows =
      withMap
      ? loader.records("equivalence-map.yaml", .mapFile, "map").compactMap(MapRow.init) : []
    works =
      withMap
      ? loader.records("literature.yaml", .literatureFile, "literature").map(Work.init) : []
    var components: [Implementation] = []
    var stores: [Implementation] = []
    for path in withImplementations ? EmbeddedFiles.paths(in: "implementations/") : [] {
      guard let record = loader.record(path, .implementationsFile) else { continue }
      let implementation = { (known: Record) in
        Implementation(
          known, framework: record.text("framework") ?? "", frameworkName: record.text("name") ?? ""
        )
      }
      components += record.records("classes").map(implementation)
      stores += record.records("stores").map(implementation)
    }
    self.components = components
    self.stores = stores
    diagnostics = loader.diagnostics
  }

  package func row(of pattern: ComponentKind) -> MapRow? {
    rows.first { $0.pattern == pattern }
  }

  package static func lookUp(_ name: String, among known: [Implementation]) -> Lookup {
    if let exact = known.first(where: { $0.fullNames.contains(name) }) { return .found(exact) }
    let short = known.filter { $0.names.contains(name) }
    if short.count > 1 { return .ambiguous(short.map(\.fullName).sorted()) }
    return short.first.map(Lookup.found) ?? .unknown
  }

  /// The known name that somebody most likely meant.
  package static func suggestion(for name: String, among known: [Implementation]) -> String? {
    let names = known.flatMap { $0.names + $0.fullNames }
    return SourceText.suggestion(for: name, among: names)
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

  mutating func records(_ path: String, _ type: RecordType, _ name: String) -> [Record] {
    record(path, type)?.records(name) ?? []
  }
}
