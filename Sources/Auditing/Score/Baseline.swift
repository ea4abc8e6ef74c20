package import JSON
package import SourceText

/// The findings of an earlier report. What they are again is not new.
package struct Baseline: Sendable, Equatable {
  /// The hash of the checklists that the earlier report was made with.
  package let checklistsHash: String
  package let fingerprints: Set<Fingerprint>
  /// What passed.
  private let passes: Set<FindingKey>

  package init(
    checklistsHash: String, fingerprints: Set<Fingerprint>, passes: Set<FindingKey> = []
  ) {
    self.checklistsHash = checklistsHash
    self.fingerprints = fingerprints
    self.passes = passes
  }

  package static let report = "report/v1"

  /// Reads a report as `check --format json` writes it.
  package init(_ json: JSONValue) throws(Complaint) {
    guard case .object = json, let version = json["report"]?.text else {
      throw Complaint(
        "this is not a report of memaudit", help: "write one with `memaudit check --format json`")
    }
    guard version == Self.report else {
      throw Complaint("this is a report of the form `\(version)`, and not `\(Self.report)`")
    }
    guard let hash = json["checklists_hash"]?.text, let findings = json["findings"]?.items else {
      throw Complaint("the report lacks its `checklists_hash` or its `findings`")
    }
    var fingerprints: Set<Fingerprint> = []
    for (index, finding) in findings.enumerated() {
      guard let text = finding["fingerprint"]?.text, let fingerprint = Fingerprint(text) else {
        throw Complaint("findings[\(index)] of the report has no `fingerprint` of 16 digits")
      }
      fingerprints.insert(fingerprint)
    }
    let passes = (json["passes"]?.items ?? []).compactMap { pass in
      pass["rule"]?.text.flatMap { rule in
        pass["subject"]?.text.map { FindingKey(rule: rule, subject: $0) }
      }
    }
    self.init(checklistsHash: hash, fingerprints: fingerprints, passes: Set(passes))
  }

  /// Whether a fail or an undeclared verdict was not there before. One that failed and now cannot be told is new: what
  /// was decided has been taken out of the file.
  package func isNew(_ judgement: Judgement) -> Bool {
    judgement.fingerprint.map { !fingerprints.contains($0) } ?? false
  }

  /// Whether what failed or passed before cannot be told any more.
  package func wasDecided(_ judgement: Judgement) -> Bool {
    guard case .undeclared = judgement.verdict else { return false }
    return passes.contains(judgement.key)
      || fingerprints.contains(Fingerprint(.fail, judgement.key))
  }
}
