/// A stretch of syntax, and what the limits have to know of it.
struct PatternPart {
  let syntax: PatternSyntax
  /// How often its innermost part stands in the unfolded pattern.
  var copies = 1
  /// How many repetitions stand in one another.
  var repetitionDepth = 0
}

/// A group that is still open, or the whole pattern.
struct PatternGroup {
  let opening: Int
  /// The flags that hold again behind the group.
  let outerFlags: PatternFlags
  private var branches: [PatternSyntax] = []
  private var parts: [PatternSyntax] = []
  private var last: PatternPart?
  private var copies = 1
  private var repetitionDepth = 0

  init(opening: Int, outerFlags: PatternFlags) {
    self.opening = opening
    self.outerFlags = outerFlags
  }

  mutating func append(_ part: PatternPart) {
    if let last { parts.append(last.syntax) }
    last = part
    copies = max(copies, part.copies)
    repetitionDepth = max(repetitionDepth, part.repetitionDepth)
  }

  /// What a repetition operator would apply to; nil where nothing stands before it.
  mutating func takeLast() -> PatternPart? {
    defer { last = nil }
    return last
  }

  mutating func startBranch() {
    if let last { parts.append(last.syntax) }
    last = nil
    branches.append(.inSequence(parts))
    parts = []
  }

  mutating func closed() -> PatternPart {
    startBranch()
    return PatternPart(
      syntax: .anyOf(branches), copies: copies, repetitionDepth: repetitionDepth)
  }
}
