internal import Auditing
package import JSON
package import SourceText

/// What a change does to the audits of several files.
package struct Comparisons: Sendable {
  /// What there is on one side of a comparison.
  package struct Side: Sendable {
    package var snapshots: [Snapshot] = []
    /// The files that could not be audited.
    package var refused: [String] = []

    package init() {}
  }

  /// The files of both sides, in the order of the new one.
  package let pairs: [Comparison]
  package let added: [Snapshot]
  package let removed: [Snapshot]
  /// What could not be audited, on either side.
  package let refused: [String]

  /// Where each side is one file, these are compared whatever they are called; of several, those with the same path from
  /// the root of their repositories.
  package init(old: Side, new: Side) {
    var named: Set<ExactText> = []
    refused = (old.refused + new.refused).sorted().filter { named.insert(ExactText($0)).inserted }
    if let before = old.snapshots.first, let after = new.snapshots.first,
      old.isOneFile && new.isOneFile
    {
      pairs = [Comparison(old: before, new: after)]
      added = []
      removed = []
      return
    }
    let before = Dictionary(old.named, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.named, uniquingKeysWith: { first, _ in first })
    pairs = new.snapshots.compactMap { new in
      new.key.flatMap { before[$0] }.map { Comparison(old: $0, new: new) }
    }
    let notBefore = old.refusedPlaces
    let notAfter = new.refusedPlaces
    added = new.snapshots.filter {
      !notBefore.contains(ExactText($0.place)) && $0.key.flatMap { before[$0] } == nil
    }
    removed = old.snapshots.filter {
      !notAfter.contains(ExactText($0.place)) && $0.key.flatMap { after[$0] } == nil
    }
  }

  var changed: [Comparison] { pairs.filter { !$0.isNothing } }

  /// What is to be said of files that need no comparison of their own, each in a sentence.
  var notes: [String] {
    [
      ("Unchanged", pairs.filter(\.isNothing).map(\.new.place)), ("Only after", added.map(\.place)),
      ("Only before", removed.map(\.place)), ("Not audited", refused),
    ].filter { !$0.1.isEmpty }.map { title, files in
      "\(title): \(files.map { "`\($0)`" }.joined(separator: ", "))."
    }
  }

  /// Whether there is more on the two sides than one file.
  var isOfSeveral: Bool { pairs.count + added.count + removed.count + refused.count > 1 }
}

extension Comparisons.Side {
  /// Reads a report, or a list of them, as `check --format json` writes it.
  package init(_ json: JSONValue) throws(Complaint) {
    let reports: [JSONValue] = if case .array(let reports) = json { reports } else { [json] }
    for report in reports {
      try EarlierReport.checkForm(report)
      if report["problems"] != nil {
        refused.append(EarlierReport.path(report) ?? SourceFile.standardInput)
      } else {
        snapshots.append(try Snapshot(report))
      }
    }
    guard !reports.isEmpty else {
      throw Complaint(
        "it holds no report", help: "write one with `memaudit check --format json`")
    }
    guard !snapshots.isEmpty else {
      let files = refused.map { "`\($0)`" }.joined(separator: ", ")
      throw Complaint(
        "\(files) could not be audited when it was written, so that there is nothing to compare")
    }
  }

  /// Where a file of the other side could not be audited here.
  fileprivate var refusedPlaces: Set<ExactText> { Set(refused.map { ExactText($0) }) }

  fileprivate var isOneFile: Bool { snapshots.count == 1 && refused.isEmpty }

  fileprivate var named: [(ExactText, Snapshot)] {
    snapshots.compactMap { snapshot in snapshot.key.map { ($0, snapshot) } }
  }
}

extension Snapshot {
  /// What the file is called among others.
  var place: String { path ?? file }

  fileprivate var key: ExactText? { path.map { ExactText($0) } }
}
