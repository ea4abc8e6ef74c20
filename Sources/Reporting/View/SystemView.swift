package import Analysis
internal import Architecture
internal import SourceText

/// What there is to say about a system before any rule is applied. Every part is computed when it is asked for.
package struct SystemView: Sendable {
  let system: AnalyzedSystem

  package init(_ system: AnalyzedSystem) {
    self.system = system
  }

  package var name: String { system.file.name }
  package var file: String { system.file.file.name }
  package var description: String? { system.root.system.description.text }

  /// What the system was held to. What is asked before production is asked of one that does not say its stage.
  var auditedFor: String {
    system.root.system.stage.text.map { "audited for \($0), as declared by `stage`" }
      ?? "audited as for pre-production, since `stage` is not declared"
  }

  /// What the file says besides of the system as a whole: `domain`, `deployment`.
  var traits: [(name: String, value: String)] {
    ["domain", "deployment"].compactMap { name in
      system.root.system[name].text.map { (name, $0) }
    }
  }

  /// Who decides on one kind of matter; nil where the file does not say.
  package func owner(_ role: Owner) -> String? {
    system.root.system.owners[role.rawValue].text
  }

  /// Who has to decide something.
  package enum Owner: String, CaseIterable, Sendable {
    case product
    case engineering
  }
}
