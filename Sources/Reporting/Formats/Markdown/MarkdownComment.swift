/// Several pages in one comment, as many as there is room for; how many are left out is said.
enum MarkdownComment {
  /// A comment holds 65,536 characters; bytes are never fewer.
  private static let mostBytes = 65_000

  static func joined(_ head: String, _ pages: [String], of things: String) -> String {
    var bytes = head.utf8.count
    var hasRoom: Set<Int> = []
    for index in pages.indices
    where bytes + pages[index].utf8.count + 1 <= mostBytes {
      hasRoom.insert(index)
      bytes += pages[index].utf8.count + 1
    }
    let shown = pages.indices.filter(hasRoom.contains).map { pages[$0] }
    let rest = pages.count - shown.count
    return ([head] + shown).joined(separator: "\n")
      + (rest > 0
        ? "\n*For want of room, \(rest) of \(pages.count) \(things) are left out here.*\n" : "")
  }
}
