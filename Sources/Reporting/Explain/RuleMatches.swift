internal import Auditing
package import SourceText

/// The rules that speak of something for which there is no such name.
package struct RuleMatches {
  let words: String
  /// The nearest first.
  let rules: [Rule]
  /// Other names that are like the words.
  let names: [String]

  package func rendered(paint: Paint, width: Int) -> String {
    let nearest = Array(rules.prefix(12))
    var text = sentence(nearest.count, paint) + "\n\n"
    text += RuleRows(nearest).rendered(width: width, paint: paint)
    let others = names.filter { name in !rules.contains { $0.id == name } }
    if !others.isEmpty {
      let list = "Other names like it: " + others.joined(separator: ", ")
      text += "\n" + lines(of: list, to: width, first: "", rest: "")
    }
    return text + "\n`memaudit explain NAME` says more of each.\n"
  }

  private func sentence(_ shown: Int, _ paint: Paint) -> String {
    let words = paint(printable(words), .bold)
    if shown < rules.count { return "The nearest \(shown) of \(rules.count) rules on \(words)" }
    return "\(counted(shown, "rule")) on \(words)"
  }
}
