internal import Auditing
internal import JSON

/// A rule as a reporting descriptor.
enum SARIFRule {
  static func json(_ rule: RuleNote) -> JSONValue {
    let why = SARIFReport.plainText(rule.why)
    return .object(
      ("id", .string(rule.id)),
      ("shortDescription", ["text": .string(SARIFReport.plainText(rule.title))]),
      ("fullDescription", ["text": .string(why)]),
      (
        "help",
        [
          "text": .string("\(why)\n\nFix: \(SARIFReport.plainText(rule.fix))"),
          "markdown": .string(markdown(rule)),
        ]
      ),
      ("helpUri", rule.page.map(JSONValue.string)),
      ("defaultConfiguration", ["level": .string(SARIFLevel(rule.severity).rawValue)]),
      ("properties", properties(rule)))
  }

  /// What the reasons of the gate are listed under that are no findings.
  static var gate: JSONValue {
    let why =
      "The gate also fails where no rule does: on what is not declared, a score that is too low, a waiver that has expired or names nothing, evidence that is out of date or cannot be read, and on what a baseline knows and is not asked any more."
    let fix = "Each result says what opens the gate."
    let page = Project.page("docs/score.md#the-gate")
    return .object(
      ("id", .string(Report.GateIssue.rule)),
      ("shortDescription", ["text": .string(Report.GateIssue.title)]),
      ("fullDescription", ["text": .string(why)]),
      (
        "help",
        [
          "text": .string("\(why)\n\nFix: \(fix)"),
          "markdown": .string("\(why)\n\n**Fix:** \(fix)\n\n[\(Report.GateIssue.rule)](\(page))"),
        ]
      ),
      ("helpUri", .string(page)),
      ("defaultConfiguration", ["level": .string(SARIFLevel.error.rawValue)]))
  }

  private static func properties(_ rule: RuleNote) -> JSONValue {
    let tags = (rule.isAboutSecurity ? ["security"] : []) + [rule.checklist] + rule.failureClasses
    return .object(
      ("tags", .strings(tags)), ("severity", .string(rule.severity.rawValue)),
      ("problem.severity", .string(problemSeverity(rule.severity))),
      ("security-severity", rule.isAboutSecurity ? .string(points(rule.severity)) : nil))
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "recommendation"
    }
  }

  /// In the middle of the range that code scanning gives to the word of the same name.
  private static func points(_ severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    }
  }

  private static func markdown(_ rule: RuleNote) -> String {
    let page = rule.page.map { "\n\n[\(rule.id)](\($0))" } ?? ""
    return "\(SARIFReport.markdown(rule.why))\n\n**Fix:** \(SARIFReport.markdown(rule.fix))\(page)"
  }
}
