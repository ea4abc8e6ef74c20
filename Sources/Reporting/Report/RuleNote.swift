package import Auditing

/// A rule as formats describe it that list rules apart from findings.
package struct RuleNote: Sendable {
  private let rule: Rule

  package init(_ rule: Rule) {
    self.rule = rule
  }

  package var id: String { rule.id }
  package var title: String { rule.title }
  package var checklist: String { rule.checklist }
  package var severity: Severity { rule.severity }
  package var why: String { rule.why }
  package var fix: String { rule.fix }
  package var failureClasses: [String] { rule.failureClasses }
  /// The page that explains it; nil for a rule of somebody's own.
  package var page: String? { rule.page }

  /// Whether it guards what an attacker could use.
  var isAboutSecurity: Bool {
    checklist == "security-and-privacy"
      || failureClasses.contains { $0 == "tenant_isolation" || $0 == "poisoning" }
  }
}
