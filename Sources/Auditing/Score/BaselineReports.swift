package import JSON
package import SourceText

/// What a baseline holds: the reports of one file or of several, each of which counts for its own file. Files are known
/// by their paths from the root of the repository, wherever the program runs and however they are spelt.
package struct BaselineReports: Sendable, Equatable {
  /// The paths in the order of the baseline, those apart of which nothing was known.
  private var paths: [String] = []
  private var byPath: [String: Baseline] = [:]
  /// Where it holds one report and no more.
  private let only: Baseline?

  /// Reads one report or a list of them, as `check` writes it with `--format json` or `--format baseline`.
  package init(_ json: JSONValue) throws(Complaint) {
    let entries: [JSONValue] = if case .array(let entries) = json { entries } else { [json] }
    var baselines: [Baseline] = []
    for (index, entry) in entries.enumerated() {
      let path = EarlierReport.path(entry)
      let baseline: Baseline
      do throws(Complaint) {
        baseline = try Baseline(entry)
      } catch {
        guard entries.count > 1 else { throw error }
        let name = path.map { " (`\($0)`)" } ?? ""
        throw Complaint("report \(index + 1) of it\(name): \(error.message)", help: error.help)
      }
      baselines.append(baseline)
      guard let path else { continue }
      if case .report = baseline { paths.append(path) }
      byPath[path] = baseline
    }
    guard baselines.contains(where: { $0 != .refused }) else {
      throw Complaint(
        entries.isEmpty
          ? "it holds no report"
          : "what it was made of could not be audited, so that it holds no findings",
        help: "write one with `memaudit check --format baseline`")
    }
    only = baselines.count == 1 ? baselines.first : nil
  }

  /// What was known of the file at a path; standard input has none, and is what the only report is about.
  package func baseline(of path: String?) -> Baseline {
    path.map { byPath[$0] ?? .absent } ?? only ?? .absent
  }

  /// What is to be said where it knows files besides those at some paths.
  package func sentence(besides audited: Set<String>) -> String? {
    let rest = paths.filter { !audited.contains($0) }
    guard !rest.isEmpty else { return nil }
    let files =
      rest.count == 1 ? "1 file of the baseline was" : "\(rest.count) files of the baseline were"
    return "\(files) not audited: \(shortened(rest.map { "`\($0)`" })). "
      + "What was renamed or deleted goes when the baseline is written again: `\(writingABaseline)`."
  }
}

extension Baseline {
  /// What a report says of its file, also where that could not be audited.
  fileprivate init(_ json: JSONValue) throws(Complaint) {
    try EarlierReport.checkForm(json)
    self = json["problems"] == nil ? .report(try EarlierReport(json)) : .refused
  }
}
