extension PatternParser {
  mutating func openGroup() throws(RegularExpressionError) {
    let start = reader.index
    guard outerGroups.count < PatternLimit.nesting else {
      throw failure("groups are nested more than \(PatternLimit.nesting) deep", from: start)
    }
    let outerFlags = flags
    if reader.isAt("(?") {
      guard try parseGroupKind() else { return }
    } else {
      reader.advance()
    }
    outerGroups.append(group)
    group = PatternGroup(opening: start, outerFlags: outerFlags)
  }

  mutating func closeGroup() throws(RegularExpressionError) {
    guard !outerGroups.isEmpty else {
      throw failure("`)` closes no group", from: reader.index)
    }
    reader.advance()
    flags = group.outerFlags
    let part = group.closed()
    group = outerGroups.removeLast()
    group.append(part)
  }

  /// What stands between `(?` and the group's content; false where it only sets flags.
  private mutating func parseGroupKind() throws(RegularExpressionError) -> Bool {
    let start = reader.index
    for (opening, construct) in refusedGroups where reader.isAt(opening) {
      throw notLinear("\(construct) `\(opening)`", from: start)
    }
    if reader.skip("(?P<") || reader.skip("(?<") {
      try parseGroupName(from: start)
      return true
    }
    reader.advance(2)
    return try parseFlags(from: start)
  }

  private mutating func parseGroupName(from start: Int) throws(RegularExpressionError) {
    let name = reader.takeWhile { ScalarSet.word.contains($0.value) }
    guard !name.isEmpty, reader.skip(">") else {
      throw failure("a group's name is letters, digits and `_`, and ends with `>`", from: start)
    }
    guard groupNames.insert(name).inserted else {
      throw failure("the name of `\(reader.excerpt(from: start))` is already taken", from: start)
    }
  }

  /// Reads `i-s)` or `i-s:`; true where a group follows.
  private mutating func parseFlags(from start: Int) throws(RegularExpressionError) -> Bool {
    var changed = flags
    var clears = false
    var needsFlag = false
    while let scalar = reader.take() {
      switch scalar {
      case "i": changed.ignoresCase = !clears
      case "m": changed.anchorsMatchLines = !clears
      case "s": changed.dotMatchesLineFeed = !clears
      case "U": break
      case "-" where !clears:
        clears = true
        needsFlag = true
        continue
      case ":" where !needsFlag, ")" where !needsFlag:
        flags = changed
        return scalar == ":"
      default:
        throw failure("`\(reader.excerpt(from: start))` opens no kind of group", from: start)
      }
      needsFlag = false
    }
    throw failure("the flags of this group are never closed", from: start)
  }
}

private let refusedGroups = [
  ("(?=", "look-ahead"), ("(?!", "look-ahead"),
  ("(?<=", "look-behind"), ("(?<!", "look-behind"),
  ("(?>", "the atomic group"), ("(?P=", "the backreference"), ("(?(", "the conditional group"),
  ("(?P>", "the recursion"), ("(?&", "the recursion"), ("(?R", "the recursion"),
]
