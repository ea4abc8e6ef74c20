internal import Auditing
internal import JSON
internal import SourceText

/// SARIF 2.1.0: one run for all files. Results stand one to a line, so that two reports can be compared by their lines.
enum SARIFReport {
  /// What one file brings to the run: its lines, each with the list that it belongs to and the rule that it is about.
  static func piece(_ outcome: FileOutcome) -> String {
    switch outcome {
    case .audited(let report):
      line(.artifact, SARIFArtifact.json(report))
        + report.findings.map { finding in
          line(
            .result, rule: finding.rule,
            SARIFResult.json(finding, in: ShownFile(report.file.name)))
        }.joined()
        + report.gateIssues.map { issue in
          line(
            .result, rule: Report.GateIssue.rule,
            SARIFResult.json(issue, in: ShownFile(report.file.name), isCompared: report.isCompared))
        }.joined()
        + report.unknownImplementations.map { implementation in
          line(.note, SARIFResult.json(implementation, in: ShownFile(report.file.name)))
        }.joined()
    case .refused(let refusal):
      line(.artifact, SARIFArtifact.json(refusal))
        + refusal.problems.map { problem in
          line(.problem, SARIFResult.json(problem, in: ShownFile(refusal.file)))
        }.joined()
    }
  }

  static func whole(_ pieces: [String], of run: Run) -> String {
    let indices = Dictionary(
      (run.rules.map(\.id) + [Report.GateIssue.rule]).enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let lists = Lists(pieces, indices: indices)
    let rules = run.rules.map { SARIFRule.json($0).compact } + [SARIFRule.gate.compact]
    let notes = lists.notes + run.notes.map { Substring(SARIFResult.json(note: $0)) }
    return """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":{"name":"memaudit","version":\(quoted(run.toolVersion)),\
      "semanticVersion":\(quoted(run.toolVersion)),"informationUri":\(quoted(Project.home)),"rules":[
      \(rules.joined(separator: ",\n"))
      ]}},
      "columnKind":"unicodeCodePoints",
      "originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The folder in which memaudit ran."}}},
      "invocations":[{"executionSuccessful":\(lists.problems.isEmpty),"toolExecutionNotifications":[
      \((lists.problems + notes).joined(separator: ",\n"))
      ]}],
      "artifacts":[
      \(lists.artifacts.joined(separator: ",\n"))
      ],
      "results":[
      \(lists.results.joined(separator: ",\n"))
      ]
      }]}

      """
  }

  private static func quoted(_ text: String) -> String { JSONValue.quoted(text) }

  // MARK: Pieces

  private enum List: String {
    case artifact = "a"
    case problem = "p"
    case note = "n"
    case result = "r"
  }

  private static func line(_ list: List, rule: String = "", _ json: String) -> String {
    "\(list.rawValue)\(rule)\t\(json)\n"
  }

  /// The lines of all pieces, each in its list. Only now is it known which place a rule has among all of the run.
  private struct Lists {
    private(set) var artifacts: [Substring] = []
    private(set) var problems: [Substring] = []
    private(set) var notes: [Substring] = []
    private(set) var results: [String] = []

    init(_ pieces: [String], indices: [String: Int]) {
      for line in pieces.lines {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
          let list = List(rawValue: String(Substring(line.prefix(1))))
        else { continue }
        let json = Substring(line[line.index(after: tab)...])
        switch list {
        case .artifact: artifacts.append(json)
        case .problem: problems.append(json)
        case .note: notes.append(json)
        case .result:
          let rule = String(Substring(line[..<tab].dropFirst()))
          results.append(
            indices[rule].map { "{\"ruleIndex\":\($0)," + String(json.dropFirst()) } ?? String(json)
          )
        }
      }
    }
  }
}
