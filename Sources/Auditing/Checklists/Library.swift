internal import Analysis
package import SourceText

/// All checklists of a run: the built-in ones, then those that were asked for.
package struct Library: Sendable {
  package let checklists: [Checklist]
  /// Tells apart sets of checklists: scores compare only under the same hash.
  package let hash: String
  let questions: Questions

  /// Whether only some rules were asked for.
  package let isRestricted: Bool

  private init(
    _ checklists: [Checklist], hash: String, rules: [Rule], isRestricted: Bool = false
  ) {
    self.checklists = checklists
    self.hash = hash
    questions = Questions(rules)
    self.isRestricted = isRestricted
  }

  /// The rules that are applied, in the order of their checklists.
  package var rules: [Rule] { questions.rules }

  /// The ids of all rules, applied or not.
  package var knownRules: Set<String> { Set(checklists.lazy.flatMap { $0.rules.map(\.id) }) }

  /// The ids of those that are not asked.
  var rulesLeftOut: Set<String> {
    isRestricted ? knownRules.subtracting(rules.map(\.id)) : []
  }

  /// The same with only some rules, or the rules of some checklists; a complaint where a name is neither.
  package func restricted(to names: [String]) throws(Complaint) -> Library {
    guard !names.isEmpty else { return self }
    let ids = checklists.map(\.id)
    let knownRules = knownRules
    for name in names where !ids.contains(name) && !knownRules.contains(name) {
      throw Complaint(
        unknownRule: name, kind: "checklist or rule",
        meant: suggestion(for: name, among: ids + knownRules.sorted()))
    }
    let chosen = rules.filter { names.contains($0.id) || names.contains($0.checklist) }
    return Library(checklists, hash: hash, rules: chosen, isRestricted: true)
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
  package static func load(_ additional: [SourceFile] = [])
    -> (library: Library?, broken: [Broken])
  {
    let prepared = PreparedLibrary.embedded
    let own: Compiled = prepared.map { ($0.checklists, []) } ?? compiledBuiltIn
    let more = compiled(additional)
    let checklists = own.checklists + more.checklists
    var broken = own.broken + more.broken
    // What was prepared was compiled before, and its checklists agree.
    if prepared == nil || !additional.isEmpty { broken += clashes(among: checklists) }
    guard broken.isEmpty else { return (nil, broken) }
    let hash = (prepared?.hash ?? builtInHash).adding(additional).text
    return (Library(checklists, hash: hash, rules: checklists.flatMap(\.rules)), [])
  }

  typealias Compiled = (checklists: [Checklist], broken: [Broken])

  /// The built-in checklists, read from their files.
  static var compiledBuiltIn: Compiled { compiled(builtInFiles, builtIn: true) }
  static var builtInHash: FNVHash { FNVHash().adding(builtInFiles) }

  private static func compiled(_ files: [SourceFile], builtIn: Bool = false) -> Compiled {
    var checklists: [Checklist] = []
    var broken: [Broken] = []
    for file in files {
      let reading = ChecklistReading(file, isBuiltIn: builtIn)
      if let checklist = reading.checklist {
        checklists.append(checklist)
      } else {
        broken.append(Broken(file: file, diagnostics: reading.diagnostics))
      }
    }
    return (checklists, broken)
  }

  /// The rule of an id, if it is applied.
  package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  private static var builtInFiles: [SourceFile] {
    EmbeddedFiles.paths().filter {
      !$0.contains("/") && !Knowledge.filesAmongChecklists.contains($0)
    }.compactMap(EmbeddedFiles.file)
  }

  /// Whose an id is. `--only` takes those of checklists and those of rules.
  private enum Owner {
    case checklist(Checklist)
    case rule(of: Checklist)

    var isChecklist: Bool { if case .checklist = self { true } else { false } }

    /// That nothing else can have the id.
    func keeps(_ id: String, at span: Span) -> Diagnostic {
      let (owner, checklist) =
        switch self {
        case .checklist(let checklist): ("the", checklist)
        case .rule(let checklist): ("a rule of the", checklist)
        }
      let origin = checklist.isBuiltIn ? "built-in checklist" : "checklist"
      return Diagnostic(
        "the id `\(id)` is taken by \(owner) \(origin) `\(checklist.file.name)`", at: span,
        help: "write another: ids of checklists and rules are unique among all that are loaded")
    }
  }

  /// Ids that are taken, and questions that name rules which are nowhere.
  private static func clashes(among checklists: [Checklist]) -> [Broken] {
    var owners: [String: Owner] = [:]
    let known = Set(checklists.flatMap { $0.rules.map(\.id) })
    lazy var sorted = known.sorted()
    var guesses = Guesses()
    return checklists.compactMap { checklist in
      var diagnostics: [Diagnostic] = []
      let owner = owners.updateValue(.checklist(checklist), forKey: checklist.id)
      if let owner { diagnostics.append(owner.keeps(checklist.id, at: checklist.idSpan)) }
      // Where a checklist is there twice, so are its rules.
      for rule in owner?.isChecklist == true ? [] : checklist.rules {
        guard let owner = owners.updateValue(.rule(of: checklist), forKey: rule.id) else {
          continue
        }
        diagnostics.append(owner.keeps(rule.id, at: rule.origin.id))
      }
      for question in checklist.questions {
        for id in question.rules where !known.contains(id.text) {
          let near = guesses.next(for: id.text, among: sorted)
          diagnostics.append(
            Diagnostic(Complaint(unknownRule: id.text, meant: near, otherwise: nil), at: id.span))
        }
      }
      return diagnostics.isEmpty ? nil : Broken(file: checklist.file, diagnostics: diagnostics)
    }
  }
}

extension FNVHash {
  fileprivate func adding(_ files: [SourceFile]) -> FNVHash {
    files.reduce(into: self) { hash, file in
      hash.add(file.bytes)
      hash.add([0xFF])
    }
  }
}
