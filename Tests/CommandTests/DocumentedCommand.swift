import Foundation
import TestSupport

/// A command as a page shows it: `memaudit check . --format json > report.json  # for later`.
struct DocumentedCommand {
  let words: [String]
  /// The file that takes the output.
  private let target: String?
  /// What `| head -12` or `| tail -3` leaves of the output.
  private let excerpt: Excerpt?

  private enum Excerpt {
    case head(Int)
    case tail(Int)

    init?(_ filter: Substring) {
      guard let match = filter.firstMatch(of: /^(head|tail) -(\d+)$/), let count = Int(match.2)
      else { return nil }
      self = match.1 == "head" ? .head(count) : .tail(count)
    }

    func of(_ lines: [String]) -> [String] {
      switch self {
      case .head(let count): Array(lines.prefix(count))
      case .tail(let count): lines.suffix(count)
      }
    }
  }

  /// Nil where a line calls something else.
  init?(_ line: String) {
    guard line == "memaudit" || line.hasPrefix("memaudit ") else { return nil }
    let said = line.split(separator: /\s+#\s/, maxSplits: 1).first ?? ""
    let pipeline = said.split(separator: " | ", maxSplits: 1)
    let parts = (pipeline.first ?? "").split(separator: " > ", maxSplits: 1)
    words = (parts.first ?? "").split(separator: " ").dropFirst().map(String.init)
    target = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : nil
    excerpt = pipeline.count > 1 ? Excerpt(pipeline[1]) : nil
  }

  /// Runs it and gives what a terminal would show.
  func run(in folder: TemporaryFolder) throws -> (shown: [String], exit: Int32) {
    let outcome = try Command.run(words, in: folder.path)
    if let target { try folder.write(outcome.output, to: target) }
    let text = (target == nil ? outcome.output : "") + outcome.errors
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return (excerpt?.of(lines) ?? lines, outcome.exit)
  }
}
