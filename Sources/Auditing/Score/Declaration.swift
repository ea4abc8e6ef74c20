internal import Architecture
internal import SourceText

/// A record of the architecture with something to declare, and what it would be worth if every verdict that waits for
/// nothing else passed, and no fail were graver for it.
package struct Declaration: Equatable, Sendable {
  /// The path of the record: `stores.redis`, `stores.redis.latency`; of a list that is not there, the list's.
  package let record: String
  /// What to declare in it, sorted.
  package let paths: [String]
  /// How many verdicts wait for these paths alone.
  package let verdicts: Int
  package let rise: Rise

  /// Those first that are worth most. A verdict lies in the innermost record around all its paths, and in the records
  /// around that one in which other verdicts lie; one that needs several parts of the system lies in none.
  static func ranked(_ judgements: [Judgement], _ ledger: Ledger, waived: Set<FindingKey>)
    -> [Declaration]
  {
    var records = RecordTree()
    let innermost = zip(judgements, ledger.places).map { judgement, place in
      ledger.tallies[place].isDisabled ? nil : records.innermost(around: judgement.openPaths)
    }
    let chosen = Set(innermost.compactMap { $0 })
    var groups: [Int: [Int]] = [:]
    for (index, record) in innermost.enumerated() {
      var next = record
      while let record = next {
        if chosen.contains(record) { groups[record, default: []].append(index) }
        next = records.parent(of: record)
      }
    }
    return groups.map { record, members in
      var group = Group()
      for index in members {
        group.add(judgements[index], at: ledger.places[index], waived: waived)
      }
      return Declaration(
        record: records.path(of: record), paths: group.paths.sorted(), verdicts: members.count,
        rise: group.rise(in: ledger))
    }.sorted { $0.rise != $1.rise ? $0.rise > $1.rise : $0.record < $1.record }
  }

  /// Verdicts that would be decided together.
  private struct Group {
    private(set) var paths: Set<String> = []
    private var caps = CapCount()
    private var counts: [Int: (undeclared: Int, passOrNotApplicable: Int)] = [:]

    mutating func add(_ judgement: Judgement, at place: Int, waived: Set<FindingKey>) {
      paths.formUnion(judgement.openPaths)
      guard judgement.finding != nil else {
        counts[place, default: (0, 0)].passOrNotApplicable += 1
        return
      }
      let isWaived = !waived.isEmpty && waived.contains(judgement.key)
      if !isWaived { caps.add(judgement.severityAtWorst) }
      if judgement.finding == .fail {
        if !isWaived { caps.add(judgement.severity, -1) }
      } else {
        counts[place, default: (0, 0)].undeclared += 1
      }
    }

    func rise(in ledger: Ledger) -> Rise {
      let changes = counts.sorted { $0.key < $1.key }.map { place, count in
        (
          place,
          ledger.tallies[place].deciding(
            undeclared: count.undeclared, passOrNotApplicable: count.passOrNotApplicable)
        )
      }
      return ledger.rise(changes, without: caps)
    }
  }
}

extension Verdict {
  /// What must be declared before it can be told; empty where it is told.
  package var paths: [String] {
    switch self {
    case .undeclared(let paths), .passOrNotApplicable(let paths): paths
    case .pass, .fail, .notApplicable: []
    }
  }
}

/// The records that paths lie in, each a number, with the records around them.
private struct RecordTree {
  private var paths: [String] = []
  private var parents: [Int?] = []
  private var depths: [Int] = []
  private var numbers: [String: Int] = [:]

  func path(of record: Int) -> String { paths[record] }
  func parent(of record: Int) -> Int? { parents[record] }

  /// Nil where there is no path, no record is around them all, or there may be more than are told.
  mutating func innermost(around paths: [String]) -> Int? {
    guard let first = paths.first, paths.count < FieldPath.mostTold else { return nil }
    var common = record(of: first)
    for path in paths.dropFirst() {
      let record = record(of: path)
      guard let both = self.common(common, record) else { return nil }
      common = both
    }
    return common
  }

  /// The record of a value is its path without the last name; a list that is not there stands for itself.
  private mutating func record(of path: String) -> Int {
    number(Self.around(path) ?? path[...])
  }

  private mutating func number(_ path: Substring) -> Int {
    let path = String(path)
    if let known = numbers[path] { return known }
    // What lies around an element is a list, and a list is no record.
    let parent = Self.around(path).flatMap {
      Collection(rawValue: String($0)) == nil ? number($0) : nil
    }
    let new = paths.count
    numbers[path] = new
    paths.append(path)
    parents.append(parent)
    depths.append(parent.map { depths[$0] + 1 } ?? 0)
    return new
  }

  /// The path without its last name.
  private static func around(_ path: String) -> Substring? {
    path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[..<$0] }
  }

  private func common(_ left: Int, _ right: Int) -> Int? {
    var left = left
    var right = right
    while left != right {
      guard let outer = parents[depths[left] >= depths[right] ? left : right] else { return nil }
      if depths[left] >= depths[right] { left = outer } else { right = outer }
    }
    return left
  }
}
