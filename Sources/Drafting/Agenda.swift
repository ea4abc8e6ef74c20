internal import Architecture
internal import Auditing
internal import SourceText

/// What was not asked yet, what is worth most first.
struct Agenda {
  /// A path to ask for, within the record that is dealt with.
  struct Topic {
    let record: String
    let path: String
    /// What the whole record may add to the score; nil where its verdicts wait for other records too.
    let rise: Double?
    let isNew: Bool
  }

  private var passed: Set<String> = []
  private var passedRecord: String?
  private var record: String?

  /// Will not ask for a path again.
  mutating func pass(_ path: String) { passed.insert(path) }

  /// Will not ask for anything of a record.
  mutating func passAll(below path: String) { passedRecord = path }

  private func isPassed(_ path: String) -> Bool {
    passed.contains(path) || passedRecord.map { FieldPath.leads(path, through: $0) } ?? false
  }

  /// The next question. A record that was begun is dealt with to its end.
  mutating func next(in audit: Audit) -> Topic? {
    let open = audit.score.declareNext.compactMap { declaration in
      first(of: declaration.paths).map { (declaration, path: $0) }
    }
    let begun = open.first { $0.0.record == record }
    if let (declaration, path) = begun ?? open.first {
      return topic(declaration.record, path, rise: declaration.rise.uncapped)
    }
    return shared(audit).map { topic("several records", $0, rise: nil) }
  }

  private mutating func topic(_ record: String, _ path: String, rise: Double?) -> Topic {
    let isNew = record != self.record
    self.record = record
    return Topic(record: record, path: path, rise: rise, isNew: isNew)
  }

  /// In the order of the reference.
  private func first(of paths: [String]) -> String? {
    paths.filter { !isPassed($0) }
      .compactMap { path in Field.at(path).map { (path, $0.place) } }
      .min { $0.1.lexicographicallyPrecedes($1.1) }?.0
  }

  /// Of the paths that stand in the way of a verdict together with others, the one with the most weight behind it.
  private func shared(_ audit: Audit) -> String? {
    var weights: [String: Double] = [:]
    for judgement in audit.judgements {
      for path in judgement.verdict.paths where !isPassed(path) && Field.at(path) != nil {
        weights[path, default: 0] += judgement.rule.severity.weight
      }
    }
    return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
