internal import Analysis
package import Auditing
internal import SourceText

/// A rule as formats describe it that list rules apart from findings.
package struct RuleNote: Sendable {
  package let id: String
  package let title: String
  package let checklist: String
  package let severity: Severity
  package let why: String
  package let fix: String
  package let failureClasses: [String]
  package let sources: [String]
  private let file: SourceFile

  package init(_ rule: Rule) {
    id = rule.id
    title = rule.title
    checklist = rule.checklist
    severity = rule.severity
    why = rule.why
    fix = rule.fix
    failureClasses = rule.failureClasses
    sources = rule.sources
    file = rule.origin.file
  }

  /// The page that explains it; nil for a rule of somebody's own.
  package var page: String? {
    let embedded = EmbeddedFiles.file(file.name)
    return embedded?.bytes == file.bytes ? Project.page(ofRule: id) : nil
  }

  /// Whether it guards what an attacker could use.
  package var isAboutSecurity: Bool {
    checklist == "security-and-privacy"
      || failureClasses.contains { $0 == "tenant_isolation" || $0 == "poisoning" }
  }
}
