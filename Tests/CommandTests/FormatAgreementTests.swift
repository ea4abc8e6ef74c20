import Foundation
import JSON
import Reporting
import TestSupport
import Testing

/// All formats of one audit state the same findings, verdicts, severities and scores, each in its own words.
@Suite struct FormatAgreementTests {
  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func allFormatsAgree(example: String) throws {
    let folder = try TemporaryFolder()
    let formats = ReportFormat.allCases.flatMap {
      ["--format", "\($0.rawValue)=\(folder.path)/\($0.rawValue)"]
    }
    _ = try Command.run(
      ["check", "examples/\(example).yaml", "--today", "2026-11-01"] + formats, in: ".")
    let json = try folder.read("json")
    let stated = try Statement(json: JSONValue(parsing: Array(json.utf8)))
    let isClosed = try JSONValue(parsing: Array(json.utf8))["gate"]?["passed"] == .bool(false)
    for format in ReportFormat.allCases {
      let text = try folder.read(format.rawValue)
      if isClosed, let hasError = Self.errors[format.rawValue] {
        let isTold = hasError(text)
        #expect(isTold, "the gate fails, and \(format) of \(example) has no error")
      }
      switch Reading.of[format.rawValue] {
      case .statement(let read):
        let other = try read(text)
        #expect(other.findings == stated.findings, "\(format)")
        if let scores = other.scores { #expect(scores == stated.scores, "\(format)") }
      case .decisions(let read):
        #expect(
          try read(text)
            == Set(stated.findings.map { Statement.Decision($0.rule, $0.subject, $0.verdict) }),
          "\(format)")
      case .reviews(let read):
        let open = stated.findings.filter { !$0.isWaived }
        let other = try read(text)
        for verdict in Set(other.verdicts) {
          #expect(
            other.findings.filter { $0.verdict == verdict }
              == open.filter { $0.verdict == verdict }, "\(verdict) in \(format)")
        }
        let isScore = other.says(stated.numbers)
        #expect(isScore, "\(format) of \(example) tells another score")
      case .text:
        for word in stated.words where !text.contains(word) {
          Issue.record("\(format) of \(example) does not say `\(word)`")
        }
      case nil:
        Issue.record("the format \(format) is not held to the others: say here how to read it")
      }
    }
  }

  /// How formats that list what is wrong tell that something is.
  static let errors: [String: @Sendable (String) -> Bool] = [
    "github": { $0.contains("\n::error ") || $0.hasPrefix("::error ") },
    "junit": { $0.contains("<failure ") },
    "sarif": { $0.contains("\"level\":\"error\"") && $0.contains("\"kind\":\"fail\"") },
    "gitlab": {
      $0.contains("\"severity\":\"critical\"") || $0.contains("\"severity\":\"major\"")
    },
  ]

  /// How to read what a format states; by its name, so that one which is still to come can be here already.
  enum Reading: Sendable {
    case statement(@Sendable (String) throws -> Statement)
    /// What was found and nothing more of it.
    case decisions(@Sendable (String) throws -> Set<Statement.Decision>)
    /// What of it is open, as a review for people shows it.
    case reviews(@Sendable (String) throws -> Review)
    /// Text for people.
    case text

    static let of: [String: Reading] = [
      "json": .statement { try Statement(json: JSONValue(parsing: Array($0.utf8))) },
      "jsonl": .statement { try Statement(json: JSONValue(parsing: Array($0.utf8))) },
      "sarif": .statement(Statement.init(sarif:)),
      "junit": .statement(Statement.init(junit:)),
      "github": .statement(Statement.init(github:)),
      "gitlab": .statement(Statement.init(gitlab:)),
      "baseline": .decisions(Statement.decisions(baseline:)),
      "text": .text,
      "markdown": .reviews(Review.init(markdown:)),
      "html": .reviews(Review.init(html:)),
    ]
  }
}

/// What a report states, in whatever format.
struct Statement: Equatable {
  struct Finding: Hashable {
    let rule: String
    let subject: String
    let verdict: String
    let severity: String
    let isWaived: Bool
  }

  struct Decision: Hashable {
    let rule: String
    let subject: String
    let verdict: String

    init(_ rule: String, _ subject: String, _ verdict: String) {
      self.rule = rule
      self.subject = subject
      self.verdict = verdict
    }
  }

  struct Scores: Equatable {
    let low: Double?
    let high: Double?
    let grade: String?
  }

  let findings: Set<Finding>
  /// Nil in a format that has no place for them.
  let scores: Scores?

  /// Both ends of the score, as they are printed.
  var numbers: [String] {
    [scores?.low, scores?.high].compactMap { $0.map { "\(Int($0))" } }
  }

  /// What every text for people must say.
  var words: Set<String> {
    let fails = findings.filter { $0.verdict == "fail" }
    return Set(fails.flatMap { [$0.rule, $0.subject, $0.severity] } + numbers)
  }

  // MARK: Formats of values

  /// `report/v1` and `report-line/v1`.
  init(json: JSONValue) throws {
    findings = Set(
      try #require(json["findings"]?.items).map { finding in
        Finding(
          rule: try #require(finding["rule"]?.text),
          subject: try #require(finding["subject"]?.text),
          verdict: try #require(finding["verdict"]?.text),
          severity: try #require(finding["severity"]?.text),
          isWaived: finding["waiver"] != nil || finding["waived"] != nil)
      })
    let score = json["score"]
    scores = Scores(
      low: score?["low"]?.number, high: score?["high"]?.number, grade: score?["grade"]?.text)
  }

  static func decisions(baseline text: String) throws -> Set<Decision> {
    let files = try #require(JSONValue(parsing: Array(text.utf8)).items)
    #expect(files.count == 1)
    return Set(
      try #require(files.first?["findings"]?.items).map { finding in
        Decision(
          try #require(finding["rule"]?.text), try #require(finding["subject"]?.text),
          try #require(finding["verdict"]?.text))
      })
  }

  init(sarif text: String) throws {
    let run = try #require(JSONValue(parsing: Array(text.utf8))["runs"]?.items?.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.items).map { $0["id"]?.text }
    findings = Set(
      try #require(run["results"]?.items).filter {
        $0["ruleId"]?.text != "memaudit/gate"
      }.map { result in
        let properties = try #require(result["properties"])
        let rule = try #require(result["ruleId"]?.text)
        let index = try #require(result["ruleIndex"]?.number)
        #expect(rules[Int(index)] == rule)
        let finding = Finding(
          rule: rule,
          subject: try #require(
            result["locations"]?.items?.first?["logicalLocations"]?.items?.first?["name"]?.text),
          verdict: result["kind"]?.text == "fail" ? "fail" : "undeclared",
          severity: try #require(properties["severity"]?.text),
          isWaived: result["suppressions"]?.items?.isEmpty == false)
        let levels = ["critical": "error", "high": "error", "medium": "warning", "low": "note"]
        let level = finding.verdict == "fail" ? levels[finding.severity] : "none"
        #expect(result["level"]?.text == level)
        return finding
      })
    let artifact = try #require(run["artifacts"]?.items?.first?["properties"])
    scores = Scores(
      low: artifact["scoreLow"]?.number, high: artifact["scoreHigh"]?.number,
      grade: artifact["grade"]?.text)
  }

  init(gitlab text: String) throws {
    let issues = try #require(JSONValue(parsing: Array(text.utf8)).items)
    let fingerprints = Set(issues.compactMap { $0["fingerprint"]?.text })
    #expect(fingerprints.count == issues.count)
    let words = ["critical": "critical", "high": "major", "medium": "minor", "low": "info"]
    findings = Set(
      try issues.filter {
        !["unknown-implementation", "memaudit/gate"].contains($0["check_name"]?.text)
      }.map { issue in
        let finding = try Finding(
          rule: #require(issue["check_name"]?.text),
          headline: #require(issue["description"]?.text))
        let informs = finding.verdict == "undeclared" || finding.isWaived
        #expect(issue["severity"]?.text == (informs ? "info" : words[finding.severity]))
        return finding
      })
    scores = nil
  }

  // MARK: Formats of lines

  init(junit text: String) throws {
    var findings: Set<Finding> = []
    var properties: [String: String] = [:]
    var rule = ""
    for line in text.split(separator: "\n") {
      if let match = line.firstMatch(of: /<property name="(\w+)" value="([^"]*)"/) {
        properties[String(match.1)] = String(match.2)
      } else if let match = line.firstMatch(of: /<testcase .*classname="([^"]*)"/) {
        rule = String(match.1)
      } else if rule != "memaudit/gate",
        let match = line.firstMatch(of: /^ *<(failure|skipped) .*message="([^"]*)"/)
      {
        let finding = try Finding(rule: rule, headline: String(match.2))
        #expect((match.1 == "failure") == (finding.verdict == "fail" && !finding.isWaived))
        findings.insert(finding)
      }
    }
    self.findings = findings
    let grade = properties["grade"]
    scores = Scores(
      low: properties["score_low"].flatMap(Double.init),
      high: properties["score_high"].flatMap(Double.init), grade: grade == "none" ? nil : grade)
  }

  init(github text: String) throws {
    var findings: Set<Finding> = []
    var scores: Scores?
    let kinds = ["critical": "error", "high": "error", "medium": "warning", "low": "notice"]
    for line in text.split(separator: "\n") {
      if let match = line.firstMatch(of: /^::(\w+) .*title=([a-z0-9-]+)%3A ([^:]*)::/) {
        let headline = match.3.replacingOccurrences(of: "%2C", with: ",")
        let finding = try Finding(rule: String(match.2), headline: headline)
        let informs = finding.verdict == "undeclared" || finding.isWaived
        #expect(String(match.1) == (informs ? "notice" : kinds[finding.severity]))
        findings.insert(finding)
      } else if let match = line.firstMatch(of: #/: score (\d+)(?:–(\d+))?, grade ([A-F–]), /#) {
        scores = Scores(
          low: Double(match.1), high: Double(match.2 ?? match.1),
          grade: match.3 == "–" ? nil : String(match.3))
      }
    }
    self.findings = findings
    self.scores = scores
    #expect(scores != nil)
  }
}

extension Statement.Finding {
  /// `high fail on profile, waived: …`
  init(rule: String, headline: String) throws {
    let match = try #require(
      headline.firstMatch(of: /^(\w+) (\w+) on ([\w-]+)(, waived)?(?::|$)/), "\(headline)")
    self.init(
      rule: rule, subject: String(match.3), verdict: String(match.2), severity: String(match.1),
      isWaived: match.4 != nil)
  }
}
