import Foundation
import TestSupport

/// A command as a page shows it: `memaudit check . --format json > report.json  # for later`.
struct DocumentedCommand {
  let words: [String]
  /// The file that takes the output.
  private let target: String?
  /// The lines of the output that `| head -12` leaves.
  private let headCount: Int?

  /// Nil where a line calls something else.
  init?(_ line: String) {
    guard line == "memaudit" || line.hasPrefix("memaudit ") else { return nil }
    let said = line.split(separator: /\s+#\s/, maxSplits: 1).first ?? ""
    let pipeline = said.split(separator: " | ", maxSplits: 1)
    let parts = (pipeline.first ?? "").split(separator: " > ", maxSplits: 1)
    words = (parts.first ?? "").split(separator: " ").dropFirst().map(String.init)
    target = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : nil
    headCount =
      pipeline.count > 1
      ? pipeline[1].firstMatch(of: /^head -(\d+)$/).flatMap { Int($0.1) } : nil
  }

  /// Runs it and gives what a terminal would show.
  func run(in folder: TemporaryFolder) throws -> (shown: [String], exit: Int32) {
    let outcome = try Command.run(words, in: folder.path)
    if let target { try folder.write(outcome.output, to: target) }
    let text = (target == nil ? outcome.output : "") + outcome.errors
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return (headCount.map { Array(lines.prefix($0)) } ?? lines, outcome.exit)
  }
}
