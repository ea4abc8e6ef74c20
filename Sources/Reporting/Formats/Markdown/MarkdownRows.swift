internal import SourceText

/// How many rows a comment has room for, and in how many bytes.
struct MarkdownRoom: Sendable {
  let rows: Int
  let bytes: Int
}

/// Rows of Markdown, as many as there is room for; how many are left out is said.
struct MarkdownRows {
  private(set) var lines: [String] = []
  private let rest: Int

  /// - Parameter room: Nil where everything is shown.
  init<Row>(_ rows: [Row], in room: MarkdownRoom?, _ line: (Row) -> String) {
    guard let room else {
      lines = rows.map(line)
      rest = 0
      return
    }
    var bytes = 0
    for row in rows.prefix(room.rows) {
      let next = line(row)
      bytes += next.utf8.count
      guard bytes <= room.bytes else { break }
      lines.append(next)
    }
    rest = rows.count - lines.count
  }

  /// A list, or nothing where there are no rows.
  func list(of thing: String) -> String {
    let items = lines.map { "- \($0)\n" }.joined()
    return items.isEmpty && rest == 0 ? "" : items + note(thing, before: "- ")
  }

  /// A table; each row has been made with `cells`.
  func table(_ heading: [String], of thing: String) -> String {
    guard !lines.isEmpty else { return note(thing, before: "") }
    let rule = "|" + String(repeating: "---|", count: heading.count) + "\n"
    return Self.cells(heading) + "\n" + rule + lines.map { $0 + "\n" }.joined()
      + note(thing, before: "\n")
  }

  /// A row of a table.
  static func cells(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// The rows one after the other.
  var sentence: String { listed(lines, andMore: rest) }

  private func note(_ thing: String, before: String) -> String {
    guard rest > 0 else { return "" }
    return before + (lines.isEmpty ? counted(rest, thing) : "and " + counted(rest, "more " + thing))
      + "\n"
  }
}
