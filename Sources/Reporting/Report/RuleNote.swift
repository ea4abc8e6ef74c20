package import Auditing

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
  /// The page that explains it; nil for a rule of somebody's own.
  package let page: String?

  package init(_ rule: Rule) {
    id = rule.id
    title = rule.title
    checklist = rule.checklist
    severity = rule.severity
    why = rule.why
    fix = rule.fix
    failureClasses = rule.failureClasses
    sources = rule.sources
    page = rule.page
  }

  /// Whether it guards what an attacker could use.
  package var isAboutSecurity: Bool {
    checklist == "security-and-privacy"
      || failureClasses.contains { $0 == "tenant_isolation" || $0 == "poisoning" }
  }
}
