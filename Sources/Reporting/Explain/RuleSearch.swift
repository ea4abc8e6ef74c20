internal import Auditing

/// Finds rules by words that people use: in what rules are called, what they guard against, and why they are there.
struct RuleSearch {
  private let own: [String]
  private let synonyms: [[String]]

  init(_ words: String) {
    own = words.searchWords
    synonyms = SearchWords.synonyms(of: own).map(\.searchWords)
  }

  /// The rules that match, the nearest first.
  func rules(of library: Library) -> [Rule] {
    guard own.joined().count >= 3 else { return [] }
    let found = library.rules.enumerated().compactMap { index, rule in
      let weight = weight(of: rule)
      return weight > 0 ? (index: index, weight: weight, rule: rule) : nil
    }
    return found.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }.map(\.rule)
  }

  /// How near a rule is. The words that were asked for count more than others for the same, a name more than the
  /// reasons behind it.
  private func weight(of rule: Rule) -> Int {
    let names = [rule.id.searchWords, rule.title.searchWords]
    let classes = rule.failureClasses.map(\.searchWords)
    let isNamed = { (wanted: [String]) in names.contains { $0.hasAll(wanted) } }
    let isClassed = { (wanted: [String]) in classes.contains { $0.hasAll(wanted) } }
    if isNamed(own) { return 5 }
    if isClassed(own) { return 4 }
    if synonyms.contains(where: isNamed) { return 3 }
    if synonyms.contains(where: isClassed) { return 2 }
    // Words that nothing says together are found one by one, in all that a rule says.
    let all = (names + classes).flatMap(\.self) + rule.why.searchWords + rule.fix.searchWords
    return all.hasAll(own) ? 1 : 0
  }
}

extension [String] {
  /// Whether each wanted word begins one of these: `stale` finds `staleness`, and `race` does not find `trace`.
  fileprivate func hasAll(_ wanted: [String]) -> Bool {
    wanted.allSatisfy { word in contains { $0.hasPrefix(word) } }
  }
}

extension String {
  /// The words of a text in small letters, without what joins them.
  var searchWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }
}
