package import JSON
package import SourceText

/// What an earlier report decided about one file.
package struct EarlierReport: Sendable, Equatable {
  /// What a rule said of a subject, where it said something.
  package enum Decision: Sendable, Equatable {
    case passed
    case found(FindingKind)
    /// It was found, and somebody had accepted it for a time: that excuses it no longer than the waiver holds.
    case waived(FindingKind)

    /// Whether it could be told.
    var isDecided: Bool {
      switch self {
      case .passed, .found(.fail), .waived(.fail): true
      case .found(.undeclared), .waived(.undeclared): false
      }
    }
  }

  /// Seen from the root of the repository; nil where the architecture came from standard input.
  package let path: String?
  /// The hash of the checklists that the report was made with.
  package let checklistsHash: String
  package let decisions: [FindingKey: Decision]

  /// The form that says everything, and the one that keeps only what a baseline is for.
  package static let form = "report/v1"
  package static let baselineForm = "baseline/v1"

  /// Reads a report as `check` writes it with `--format json` or `--format baseline`.
  package init(_ json: JSONValue) throws(Complaint) {
    try Self.checkForm(json)
    guard let hash = json["checklists_hash"]?.text, let findings = json["findings"]?.items else {
      throw Complaint("the report lacks its `checklists_hash` or its `findings`")
    }
    var decisions: [FindingKey: Decision] = [:]
    for pass in json["passes"]?.items ?? [] {
      if let key = FindingKey(pass) { decisions[key] = .passed }
    }
    for (index, finding) in findings.enumerated() {
      guard let key = FindingKey(finding),
        let kind = finding["verdict"]?.text.flatMap(FindingKind.init)
      else {
        throw Complaint(
          "findings[\(index)] of the report lacks its `rule`, its `subject` or its `verdict`")
      }
      let isWaived = finding["waiver"] != nil || finding["waived"] == .bool(true)
      decisions[key] = isWaived ? .waived(kind) : .found(kind)
    }
    path = Self.path(json)
    checklistsHash = hash
    self.decisions = decisions
  }

  /// Complains of what is no report of this program.
  package static func checkForm(_ json: JSONValue) throws(Complaint) {
    guard case .object = json, let form = json["report"]?.text else {
      throw Complaint(
        "this is not a report of memaudit", help: "write one with `memaudit check --format json`")
    }
    guard form == Self.form || form == Self.baselineForm else {
      throw Complaint("this is a report of the form `\(form)`, and not `\(Self.form)`")
    }
  }

  /// Where the file of a report stands in its repository.
  package static func path(_ json: JSONValue) -> String? {
    json["repository_path"]?.text ?? json["file"]?.text.flatMap(repositoryPath)
  }
}

/// What the file of a name is called where no repository says so: as it was given, without the turns that lead nowhere.
/// Nil for standard input.
package func repositoryPath(_ name: String) -> String? {
  guard name != "-", name != SourceFile.standardInput else { return nil }
  let names = name.split(separator: "/").filter { $0 != "." }
  return (name.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
}

extension FindingKey {
  fileprivate init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let subject = json["subject"]?.text else { return nil }
    self.init(rule: rule, subject: subject)
  }
}
