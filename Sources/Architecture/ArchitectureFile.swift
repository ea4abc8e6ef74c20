package import SourceText
internal import YAML

/// What one architecture file says, every value with its place.
package struct ArchitectureFile: Sendable {
  package let file: SourceFile
  package let root: Record
  private let elements: Elements

  fileprivate init(file: SourceFile, root: Record, elements: Elements) {
    self.file = file
    self.root = root
    self.elements = elements
  }

  package var name: String { section("system")?.text("name") ?? "" }
  package var agents: [Record] { root.records(Collection.agents.rawValue) }
  package var components: [Record] { root.records(Collection.components.rawValue) }
  package var stores: [Record] { root.records(Collection.stores.rawValue) }

  /// The record under a key of the top level; nil where it is not declared.
  package func section(_ name: String) -> Record? { root.section(name) }

  /// The agent, component or store of an id.
  package func element(_ id: String) -> Elements.Element? { elements[id] }

  /// The file as it would read with other durations. A path that does not lead to one changes nothing; of several at
  /// one path, the last counts.
  package func replacing(_ replacements: [Replacement]) -> ArchitectureFile {
    guard !replacements.isEmpty, let root = root.replacing(replacements) else { return self }
    return ArchitectureFile(file: file, root: root, elements: elements)
  }

  /// What is written at the end of a path; nil where nothing, or `none`, is.
  package func value(at path: String) -> Value? {
    let names = path.split(separator: ".", omittingEmptySubsequences: false)
    guard names.count > 2, let element = element(String(names[1])),
      element.collection.rawValue == names[0],
      case .record(let record) = root.items(element.collection.rawValue)[element.index].value
    else { return root.value(at: names[...]) }
    return record.value(at: names[2...])
  }
}

/// The outcome of reading a file: the architecture, unless something is wrong, and everything that is.
package struct ArchitectureReading: Sendable {
  package let architecture: ArchitectureFile?
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceFile) {
    let document = Document(file)
    guard let root = document.root, root.scalar?.isNull != true else {
      architecture = nil
      diagnostics =
        document.diagnostics.isEmpty ? [Self.emptiness(of: file)] : document.diagnostics.inFileOrder
      return
    }
    if let checklist = root.entry("checklist"), root["memaudit"] == nil {
      architecture = nil
      diagnostics = [Self.confusion(with: checklist, of: file)]
      return
    }
    var reader = RecordReader()
    let record = reader.record(root, as: .architecture, path: "", subject: "the file")
    var elements = Elements()
    if let record {
      elements = reader.elements(of: record)
      reader.checkMentions(elements)
      reader.checkRebuilding(record)
    }
    diagnostics = (document.diagnostics + reader.diagnostics).inFileOrder
    architecture =
      diagnostics.isEmpty
      ? record.map { ArchitectureFile(file: file, root: $0, elements: elements) } : nil
  }

  private static func confusion(with checklist: Entry, of file: SourceFile) -> Diagnostic {
    Diagnostic(
      "this is a checklist, and no architecture", at: checklist.keySpan,
      help: "write `memaudit check ARCH --checklist \(SourceFile.operand(file.name))`")
  }

  private static func emptiness(of file: SourceFile) -> Diagnostic {
    Diagnostic(
      "the file is empty", at: Span(at: 0),
      help: "begin with `memaudit: 1`, a `system` with its name, and a list of `components`")
  }
}
