internal import Auditing
internal import JSON
internal import SourceText

/// A rule as a reporting descriptor.
enum SARIFRule {
  static func json(_ rule: RuleNote) -> JSONValue {
    .object(
      ("id", .string(rule.id)),
      ("shortDescription", ["text": .string(line(rule.title))]),
      ("fullDescription", ["text": .string(line(rule.why))]),
      (
        "help",
        [
          "text": .string("\(line(rule.why))\n\nFix: \(line(rule.fix))"),
          "markdown": .string(markdown(rule)),
        ]
      ),
      ("helpUri", rule.page.map(JSONValue.string)),
      ("defaultConfiguration", ["level": .string(SARIFLevel(rule.severity).rawValue)]),
      ("properties", properties(rule)))
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

  private static func line(_ text: String) -> String {
    printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  private static func markdown(_ rule: RuleNote) -> String {
    let page = rule.page.map { "\n\n[\(rule.id)](\($0))" } ?? ""
    return "\(prose(rule.why))\n\n**Fix:** \(prose(rule.fix))\(page)"
  }

  /// Prose in which backticks, where they come in pairs, are the only markup.
  private static func prose(_ text: String) -> String {
    let parts = line(text).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count.isMultiple(of: 2) else {
      return parts.enumerated().map { index, part in
        index.isMultiple(of: 2) ? escaped(part) : String(part)
      }.joined(separator: "`")
    }
    return escaped(line(text))
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    text.map { "\\`*_[]<>#|!~@&".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
