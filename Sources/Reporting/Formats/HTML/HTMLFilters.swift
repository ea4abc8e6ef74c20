internal import Auditing
internal import SourceText

/// What the script filters findings by. Without the script the form stays hidden and everything is visible.
struct HTMLFilters {
  private let report: Report
  private let anchor: Anchor

  init(_ report: Report, anchor: Anchor) {
    self.report = report
    self.anchor = anchor
  }

  private var findings: [Report.Finding] { report.findings }

  /// What the script knows of a finding.
  static func data(of finding: Report.Finding) -> Markup {
    """
    data-severity="\(finding.severity.rawValue)" data-verdict="\(verdicts(of: finding).joined(separator: " "))" \
    data-checklist="\(finding.checklist)" data-subject="\(finding.subject)"
    """
  }

  private static func verdicts(of finding: Report.Finding) -> [String] {
    [finding.kind.rawValue] + (finding.waiver == nil ? [] : ["waived"])
      + (finding.isNew == true ? ["new"] : [])
  }

  var markup: Markup {
    let severities = Severity.allCases.reversed().map(\.rawValue).filter { severity in
      findings.contains { $0.severity.rawValue == severity }
    }
    return """
      <form class="filters" aria-label="Filter findings on \(report.name), \(report.file.name)" hidden>
      \(choice("severity", severities))\(choice("verdict", unique { Self.verdicts(of: $0) }))\
      \(choice("checklist", unique { [$0.checklist] }))\(choice("subject", unique { [$0.subject] }.sorted()))\
      <button type="reset">Show all</button>
      <output>\(counted(findings.count, "finding"))</output>
      </form>

      """
  }

  private func choice(_ name: String, _ values: [String]) -> Markup {
    let id = anchor(name).name
    let options = values.map { "<option value=\"\($0)\">\($0)</option>\n" as Markup }
    return """
      <div><label for="\(id)">\(name.uppercasedFirst)</label>
      <select id="\(id)" name="\(name)">
      <option value="">all</option>
      \(options)</select></div>

      """
  }

  /// Each once, in the order in which they come.
  private func unique(_ values: (Report.Finding) -> [String]) -> [String] {
    var seen: Set<String> = []
    return findings.flatMap(values).filter { seen.insert($0).inserted }
  }
}
