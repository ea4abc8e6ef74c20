internal import Auditing
package import JSON
package import SourceText

/// What a comparison needs of a report, of today or of one that was kept.
package struct Snapshot: Sendable {
  struct Finding: Sendable {
    let key: FindingKey
    let kind: FindingKind
    let severity: Severity
    let message: String
  }

  struct Forecast: Sendable {
    let subject: String
    let name: String
    let text: String
    let value: JSONValue

    /// The value as it compares: 25 is 25.0.
    var comparable: JSONValue { value.number.map(JSONValue.double) ?? value }
  }

  struct Score: Sendable {
    let low: Int
    let high: Int
    let grade: Grade?
  }

  let system: String
  let file: String
  /// By which files of two sides are paired; nil for standard input.
  package let path: String?
  let checklistsHash: String
  let architectureHash: String
  let score: Score?
  let described: Double?
  let isGatePassed: Bool
  let findings: [Finding]
  let forecasts: [Forecast]
  /// What is said of implementations that nobody knows.
  let unknownImplementations: [String]
  let passes: Set<FindingKey>
  /// Every rule that the report asked about.
  let rules: Set<String>
  /// Everything that it says something about.
  let subjects: Set<String>
  /// What it was taken of, where that is at hand.
  private(set) var audit: Audit?

  /// What passed or failed.
  var decided: [FindingKey] { findings.filter { $0.kind == .fail }.map(\.key) + passes }

  /// The snapshot of a report of today.
  package init(_ report: Report) throws(Complaint) {
    try self.init(JSONReport.json(report, toolVersion: ""))
    audit = report.audit
  }

  /// The snapshot of a report as `check --format json` writes it.
  package init(_ json: JSONValue) throws(Complaint) {
    guard json["report"]?.text != EarlierReport.baselineForm else {
      throw Complaint(
        "a baseline keeps too little to compare with",
        help:
          "compare with the architecture itself, or with a report of `memaudit check --format json`"
      )
    }
    let report = try EarlierReport(json)
    checklistsHash = report.checklistsHash
    path = report.path
    system = json["system"]?.text ?? ""
    file = json["file"]?.text ?? ""
    architectureHash = json["architecture_hash"]?.text ?? ""
    score = json["score"].flatMap(Score.init)
    described = json["described"]?.number.flatMap { (0...1).contains($0) ? $0 : nil }
    isGatePassed = json["gate"]?["passed"] == .bool(true)
    findings = (json["findings"]?.items ?? []).compactMap(Finding.init)
    forecasts = (json["forecasts"]?.items ?? []).flatMap { group in
      (group["results"]?.items ?? []).compactMap {
        Forecast($0, of: group["subject"]?.text ?? "")
      }
    }
    unknownImplementations = (json["unknown_implementations"]?.items ?? []).compactMap {
      $0["sentence"]?.text
    }
    let asked = (json["checklists"]?.items ?? []).flatMap { $0["questions"]?.items ?? [] }
      .flatMap { $0["rules"]?.items ?? [] }
    let applied = (json["contributions"]?.items ?? []).compactMap { $0["rule"] }
    rules = Set((asked + applied).compactMap(\.text))
    passes = Set(report.decisions.filter { $0.value == .passed }.keys)
    subjects = Set(
      findings.map(\.key.subject) + passes.map(\.subject) + forecasts.map(\.subject)
        + (json["map"]?.items ?? []).compactMap { $0["component"]?.text } + ["system"])
  }
}

extension Snapshot.Finding {
  fileprivate init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let subject = json["subject"]?.text,
      let kind = json["verdict"]?.text.flatMap(FindingKind.init),
      let severity = json["severity"]?.text.flatMap(Severity.init)
    else { return nil }
    self.init(
      key: FindingKey(rule: rule, subject: subject), kind: kind, severity: severity,
      message: json["message"]?.text ?? "")
  }
}

extension Snapshot.Forecast {
  fileprivate init?(_ json: JSONValue, of subject: String) {
    guard let name = json["name"]?.text, let value = json["value"] else { return nil }
    self.init(subject: subject, name: name, text: json["text"]?.text ?? "", value: value)
  }
}

extension Snapshot.Score {
  fileprivate init?(_ json: JSONValue) {
    guard let low = json["low"]?.number.flatMap(Int.init(exactly:)),
      let high = json["high"]?.number.flatMap(Int.init(exactly:))
    else { return nil }
    self.init(low: low, high: high, grade: json["grade"]?.text.flatMap(Grade.init))
  }
}
