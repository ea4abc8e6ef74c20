internal import Analysis
package import SourceText

/// All checklists of a run: the built-in ones, then those that were asked for.
package struct Library: Sendable {
  package let checklists: [Checklist]
  /// Tells apart sets of checklists: scores compare only under the same hash.
  package let hash: String
  /// The rules that are applied, in the order of their checklists.
  package let rules: [Rule]
  /// The ids of all rules, applied or not.
  package let knownRules: Set<String>

  private init(_ checklists: [Checklist], hash: String, rules: [Rule]) {
    self.checklists = checklists
    self.hash = hash
    self.rules = rules
    knownRules = Set(checklists.flatMap { $0.rules.map(\.id) })
  }

  /// The same with only some rules, or the rules of some checklists; a complaint where a name is neither.
  package func restricted(to names: [String]) throws(Complaint) -> Library {
    guard !names.isEmpty else { return self }
    let ids = checklists.map(\.id)
    for name in names where !ids.contains(name) && !knownRules.contains(name) {
      let near = suggestion(for: name, among: ids + knownRules.sorted())
      throw Complaint(
        "there is no checklist or rule `\(name)`",
        help: near.map { "did you mean `\($0)`?" } ?? "`memaudit rules` lists them")
    }
    let chosen = rules.filter { names.contains($0.id) || names.contains($0.checklist) }
    return Library(checklists, hash: hash, rules: chosen)
  }

  /// A checklist that cannot be used, with everything that is wrong with it.
  package struct Broken: Error, Sendable {
    package let file: SourceFile
    package let diagnostics: [Diagnostic]

    package init(file: SourceFile, diagnostics: [Diagnostic]) {
      self.file = file
      self.diagnostics = diagnostics
    }
  }

  /// Reads and checks all checklists; says for each file what is wrong, if something is.
  package static func load(_ additional: [SourceFile] = [], builtIn: Bool = true)
    -> (library: Library?, broken: [Broken])
  {
    let own = builtIn ? builtInFiles : []
    let files = own + additional
    var checklists: [Checklist] = []
    var broken: [Broken] = []
    for (index, file) in files.enumerated() {
      let reading = ChecklistReading(file, isBuiltIn: index < own.count)
      if let checklist = reading.checklist {
        checklists.append(checklist)
      } else {
        broken.append(Broken(file: file, diagnostics: reading.diagnostics))
      }
    }
    broken += clashes(among: checklists)
    guard broken.isEmpty else { return (nil, broken) }
    return (
      Library(
        checklists, hash: hexadecimalHash(files.lazy.flatMap { $0.bytes + [0xFF] }),
        rules: checklists.flatMap(\.rules)), []
    )
  }

  package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  package static var builtInFiles: [SourceFile] {
    let knowledge = ["equivalence-map.yaml", "literature.yaml"]
    return EmbeddedFiles.paths().filter { !$0.contains("/") && !knowledge.contains($0) }
      .compactMap(EmbeddedFiles.file)
  }

  /// Ids that are taken, and questions that name rules which are nowhere.
  private static func clashes(among checklists: [Checklist]) -> [Broken] {
    var owners: [String: String] = [:]
    let known = Set(checklists.flatMap { $0.rules.map(\.id) })
    return checklists.compactMap { checklist in
      var diagnostics: [Diagnostic] = []
      for rule in checklist.rules {
        if let owner = owners[rule.id] {
          diagnostics.append(
            Diagnostic(
              "the rule `\(rule.id)` is already in `\(owner)`", at: rule.origin.id,
              help: "ids are unique among all checklists that are loaded"))
        }
        owners[rule.id] = checklist.id
      }
      for question in checklist.questions {
        for id in question.rules where !known.contains(id.text) {
          let near = suggestion(for: id.text, among: known.sorted())
          diagnostics.append(
            Diagnostic(
              "there is no rule `\(id.text)`", at: id.span,
              help: near.map { "did you mean `\($0)`?" }))
        }
      }
      return diagnostics.isEmpty ? nil : Broken(file: checklist.file, diagnostics: diagnostics)
    }
  }
}
