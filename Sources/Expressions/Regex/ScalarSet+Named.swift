extension ScalarSet {
  static let digit = ScalarSet(["0"..."9"])
  static let whitespace = ScalarSet(["\t"..."\n", "\u{C}"..."\r", " "..." "])
  static let word = ScalarSet(["0"..."9", "A"..."Z", "_"..."_", "a"..."z"])
  static let all = ScalarSet([0...lastCodePoint])
  static let notLineFeed = ScalarSet([10...10]).inverted

  /// The set of `[:name:]`.
  static func posix(_ name: String) -> ScalarSet? { posixSets[name] }

  private static let posixSets: [String: ScalarSet] = [
    "alnum": ScalarSet(["0"..."9", "A"..."Z", "a"..."z"]),
    "alpha": ScalarSet(["A"..."Z", "a"..."z"]),
    "ascii": ScalarSet(["\0"..."\u{7F}"]),
    "blank": ScalarSet(["\t"..."\t", " "..." "]),
    "cntrl": ScalarSet(["\0"..."\u{1F}", "\u{7F}"..."\u{7F}"]),
    "digit": digit,
    "graph": ScalarSet(["!"..."~"]),
    "lower": ScalarSet(["a"..."z"]),
    "print": ScalarSet([" "..."~"]),
    "punct": ScalarSet(["!"..."/", ":"..."@", "["..."`", "{"..."~"]),
    "space": ScalarSet(["\t"..."\r", " "..." "]),
    "upper": ScalarSet(["A"..."Z"]),
    "word": word,
    "xdigit": ScalarSet(["0"..."9", "A"..."F", "a"..."f"]),
  ]

  private init(_ ranges: [ClosedRange<Unicode.Scalar>]) {
    self.init(ranges.map { $0.lowerBound.value...$0.upperBound.value })
  }
}
