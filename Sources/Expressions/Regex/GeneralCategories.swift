/// The sets of `\p{…}`: general categories of Unicode, by their short names.
enum GeneralCategories {
  /// `C` leaves out what is unassigned, as in RE2.
  static func set(named name: String) -> ScalarSet? {
    if name == "Any" { return .all }
    if name == "Cs" { return ScalarSet([surrogates]) }
    if name == "C" { return ScalarSet([surrogates] + ranges(startingWith: name)) }
    let found = ranges(startingWith: name)
    return found.isEmpty || !isName(name) ? nil : ScalarSet(found)
  }

  private static func isName(_ name: String) -> Bool {
    codes.contains { $0.code == name } || (name.utf8.count == 1 && "LMNPSZ".contains(name))
  }

  private static func ranges(startingWith prefix: String) -> [ClosedRange<UInt32>] {
    runs.filter { $0.code.hasPrefix(prefix) }.map(\.range)
  }

  private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

  /// The planes in which Unicode assigns characters one by one.
  private static let surveyed: [ClosedRange<UInt32>] = [0...0x3FFFF, 0xE0000...0xE0FFF]

  /// The planes that are private as a whole, without the noncharacters that end a plane.
  private static let privatePlanes: [ClosedRange<UInt32>] = [
    0xF0000...0xFFFFD, 0x100000...0x10FFFD,
  ]

  private static let runs: [(range: ClosedRange<UInt32>, code: String)] = {
    let codeOf = Dictionary(uniqueKeysWithValues: codes.map { ($0.category, $0.code) })
    var runs = privatePlanes.map { (range: $0, code: "Co") }
    for plane in surveyed {
      var start = plane.lowerBound
      var current: Unicode.GeneralCategory?
      for value in plane.lowerBound...(plane.upperBound + 1) {
        let category = plane.contains(value) ? category(of: value) : nil
        guard category != current else { continue }
        if let code = current.flatMap({ codeOf[$0] }) { runs.append((start...(value - 1), code)) }
        (start, current) = (value, category)
      }
    }
    return runs
  }()

  private static func category(of value: UInt32) -> Unicode.GeneralCategory? {
    Unicode.Scalar(value)?.properties.generalCategory
  }

  private static let codes: [(code: String, category: Unicode.GeneralCategory)] = [
    ("Cc", .control), ("Cf", .format), ("Co", .privateUse),
    ("Ll", .lowercaseLetter), ("Lm", .modifierLetter), ("Lo", .otherLetter),
    ("Lt", .titlecaseLetter), ("Lu", .uppercaseLetter),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Mn", .nonspacingMark),
    ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
    ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Pe", .closePunctuation),
    ("Pf", .finalPunctuation), ("Pi", .initialPunctuation), ("Po", .otherPunctuation),
    ("Ps", .openPunctuation),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("Sm", .mathSymbol), ("So", .otherSymbol),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Zs", .spaceSeparator),
  ]
}
