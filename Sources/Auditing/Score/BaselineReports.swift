package import JSON
package import SourceText

/// What a baseline holds: the report of one file, or those of several, of which each counts for its own file.
package enum BaselineReports: Sendable, Equatable {
  case one(Baseline)
  case several(first: Baseline, byFile: [String: Baseline])

  /// Reads one report or a list of them, as `check --format json` writes it.
  package init(_ json: JSONValue) throws(Complaint) {
    guard case .array(let reports) = json else {
      self = .one(try Baseline(json))
      return
    }
    var byFile: [String: Baseline] = [:]
    var first: Baseline?
    // A file that could not be audited had no findings to be known by.
    for report in reports where report["problems"] == nil {
      let baseline = try Baseline(report)
      guard let file = report["file"]?.text else { throw Complaint("a report lacks its `file`") }
      byFile[Self.name(file)] = baseline
      first = first ?? baseline
    }
    guard let first else {
      throw Complaint(
        "it holds no report", help: "write one with `memaudit check --format json`")
    }
    self = .several(first: first, byFile: byFile)
  }

  /// What was known of a file. Of one that the list does not have, nothing was.
  package func baseline(of file: String) -> Baseline {
    switch self {
    case .one(let baseline): baseline
    case .several(let first, let byFile):
      byFile[Self.name(file)] ?? Baseline(checklistsHash: first.checklistsHash, fingerprints: [])
    }
  }

  /// A file's name however the folder was given.
  private static func name(_ file: String) -> String {
    file.hasPrefix("./") ? String(file.dropFirst(2)) : file
  }
}
