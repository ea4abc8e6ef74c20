internal import Architecture
package import SourceText

/// Something that happened to somebody, in public.
package struct Incident: Sendable {
  package let id: String
  package let failureClass: String
  package let title: String
  /// `owner/repository#number`.
  package let source: String
  /// One sentence.
  package let happened: String
  /// The rules that would have told, the most telling first.
  package let caughtBy: [String]
  /// Why a description could not have shown it, where it could not.
  package let unseen: String?

  init(_ record: Record, failureClass: String) {
    id = record.text("id") ?? ""
    self.failureClass = failureClass
    title = record.text("title") ?? ""
    source = record.text("source") ?? ""
    happened = record.text("happened") ?? ""
    caughtBy = record.texts("caught_by")
    unseen = record.text("unseen")
  }

  /// Where it can be read.
  package var url: String { Self.url(of: source) ?? "" }

  /// The thread that `owner/repository#number` names; nil for what is written otherwise.
  package static func url(of source: String) -> String? {
    let parts = source.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].split(separator: "/").count == 2,
      !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber)
    else { return nil }
    return "https://github.com/\(parts[0])/issues/\(parts[1])"
  }
}

/// The incidents of every class.
package struct Incidents: Sendable {
  package let all: [Incident]
  /// What is wrong with the files, by file; ours are tested to have nothing.
  package let diagnostics: [(file: SourceFile, diagnostic: Diagnostic)]

  package init() {
    var loader = KnowledgeLoader()
    all = EmbeddedFiles.paths(in: "incidents/").flatMap { path -> [Incident] in
      guard let record = loader.record(path, .incidentsFile) else { return [] }
      let failureClass = record.text("failure_class") ?? ""
      return record.records("incidents").map { Incident($0, failureClass: failureClass) }
    }
    diagnostics = loader.diagnostics
  }

  /// What happened where a rule would have told: first those that it is known to tell, then others of its classes.
  package func alike(rule: String, failureClasses: [String]) -> [Incident] {
    let own = all.filter { $0.caughtBy.contains(rule) }
    guard own.isEmpty, let first = failureClasses.first else { return own }
    return all.filter { $0.failureClass == first && !$0.caughtBy.isEmpty }
  }
}
