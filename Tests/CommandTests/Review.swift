import Foundation
import Testing

/// What a review for people shows of what is open.
struct Review {
  let findings: Set<Statement.Finding>
  /// The verdicts that it shows one by one.
  let verdicts: [String]
  /// What stands at its head.
  let head: String

  /// Whether its head tells the score.
  func says(_ numbers: [String]) -> Bool { numbers.allSatisfy(head.contains) }

  /// A finding is an element that says of itself what it is.
  init(html: String) throws {
    findings = Set(
      html.matches(
        of:
          /id="[^"]*:([a-z0-9-]+)@[^"]*"[^>]*data-severity="(\w+)" data-verdict="(\w+)"[^>]*data-subject="([^"]*)"/
      ).map {
        Statement.Finding(
          rule: String($0.1), subject: String($0.4), verdict: String($0.3),
          severity: String($0.2), isWaived: false)
      })
    verdicts = ["fail", "undeclared"]
    head = try String(
      #require(html.firstMatch(of: /<header class="masthead">[\s\S]*?<\/header>/)).0)
  }

  /// A fail has a heading of its own; what is undeclared is told by records.
  init(markdown: String) throws {
    findings = Set(
      markdown.matches(of: /\n### \d+\. `([^`]+)` on `([^`]+)` \((\w+)\)/).map {
        Statement.Finding(
          rule: String($0.1), subject: String($0.2), verdict: "fail", severity: String($0.3),
          isWaived: false)
      })
    verdicts = ["fail"]
    head = String(try #require(markdown.components(separatedBy: "\n## ").first))
  }
}
