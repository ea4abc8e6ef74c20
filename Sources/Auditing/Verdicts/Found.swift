/// Verdicts, as they were found.
struct Found: Sendable {
  private var findings: [Finding] = []

  private struct Finding {
    let judgement: Judgement
    /// That of its rule among all.
    let place: Int
    /// The turn at which it was found.
    let turn: Int
  }

  mutating func add(_ judgement: Judgement, of place: Int, at turn: Int) {
    findings.append(Finding(judgement: judgement, place: place, turn: turn))
  }

  /// In the order of so many rules, and of each in that of so many turns.
  ///
  /// - Parameter all: What was found by each, in the order of turns.
  static func inOrder(_ all: [Found], rules: Int, turns: Int) -> [Judgement] {
    var findings = all.first?.findings ?? []
    if all.count > 1 {
      findings = all.flatMap(\.findings)
      findings = order(of: findings.map(\.turn), below: turns).map { findings[$0] }
    }
    return order(of: findings.map(\.place), below: rules).map { findings[$0].judgement }
  }

  /// The places of numbers below a count, smaller ones first, and of the same as they stand.
  private static func order(of numbers: [Int], below count: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for number in numbers { starts[number + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int](repeating: 0, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      order[starts[number]] = place
      starts[number] += 1
    }
    return order
  }
}
