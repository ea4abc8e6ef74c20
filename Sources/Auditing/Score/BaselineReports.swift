package import JSON
package import SourceText

/// What a baseline holds: the reports of one file or of several, each of which counts for its own file. Files are known
/// by their paths from the root of the repository, wherever the program runs and however they are spelt.
package struct BaselineReports: Sendable, Equatable {
  /// The paths in the order of the baseline, those apart of which nothing was known.
  private var paths: [String] = []
  private var byPath: [ExactText: Baseline] = [:]
  /// What the systems of the files are called, where the baseline says so.
  private var systems: [ExactText: String] = [:]
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
      byPath[ExactText(path)] = baseline
      systems[ExactText(path)] = entry["system"]?.text
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
    path.map { byPath[ExactText($0)] ?? .absent } ?? only ?? .absent
  }

  /// What is to be said where it knows files of the folders that were looked at and that were not found there.
  ///
  /// - Parameters:
  ///   - audited: The paths of files, and what their systems are called.
  ///   - folders: The paths of what was looked at, seen from the root; an empty one is the root itself.
  ///   - isGatePassed: Written while a gate fails, a baseline would excuse what is new.
  package func sentences(
    besides audited: [(path: String, system: String)], in folders: [String], isGatePassed: Bool
  ) -> [String] {
    let seen = Set(audited.map { ExactText($0.path) })
    let rest = paths.filter { path in
      !seen.contains(ExactText(path))
        && folders.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
    }
    guard !rest.isEmpty else { return [] }
    let files = counted(rest.count, "file of the baseline was", "files of the baseline were")
    let added = Dictionary(
      grouping: audited.filter { byPath[ExactText($0.path)] == nil }, by: \.system)
    let renamed = rest.compactMap { old -> (old: String, new: String)? in
      guard let same = systems[ExactText(old)].flatMap({ added[$0] }), same.count == 1 else {
        return nil
      }
      return same.first.map { (old, $0.path) }
    }
    var sentences = ["\(files) not audited: \(listed(rest) { "`\($0)`" })."]
    if !renamed.isEmpty {
      let pairs = renamed.map { "`\($0.new)` looks like `\($0.old)`, renamed" }
      sentences.append(
        "\(listed(pairs)): change its `repository_path` in the baseline to the new path, and what is known of it stays known."
      )
    }
    if renamed.count < rest.count {
      sentences.append(
        isGatePassed
          ? "Where one was renamed, change its `repository_path` in the baseline; what was deleted goes when it is written again: `\(writingABaseline)`."
          : "Where one was renamed, change its `repository_path` in the baseline; what was deleted closes no gate, and goes when it is written again once the gate passes."
      )
    }
    return sentences
  }
}

extension Baseline {
  /// What a report says of its file, also where that could not be audited.
  fileprivate init(_ json: JSONValue) throws(Complaint) {
    try EarlierReport.checkForm(json)
    self = json["problems"] == nil ? .report(try EarlierReport(json)) : .refused
  }
}
