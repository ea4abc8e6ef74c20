extension Run.Row {
  /// What came of one file, in a line.
  var sentence: String {
    guard let audited else { return "\(file): not audited" }
    let words = ScoreWords(audited)
    return
      "\(file): score \(words.score), grade \(words.grade), \(audited.fails) fail, "
      + "\(audited.undeclared) undeclared, \(words.described) described, "
      + "the gate \(audited.isGatePassed ? "passes" : "fails")"
  }
}

extension Run {
  /// What came of all files, in a line.
  package var sentence: String {
    if let row = rows.first, rows.count == 1 { return row.sentence }
    let audited = rows.compactMap(\.audited)
    let passed = audited.count(where: \.isGatePassed)
    let refused = rows.count - audited.count
    return
      "\(rows.count) files: the gate passes for \(passed) and fails for \(audited.count - passed)"
      + (refused > 0 ? "; \(refused) not audited" : "")
  }
}
