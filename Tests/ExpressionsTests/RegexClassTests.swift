import Testing

@testable import Expressions

@Suite struct RegexClassTests {
  @Test(arguments: [
    RegexExpectation("^[abc]$", found: ["a", "b", "c"], missed: ["d", "", "ab", "A"]),
    RegexExpectation("^[a-c]$", found: ["a", "b", "c"], missed: ["d", "-"]),
    RegexExpectation("^[^a-c]$", found: ["d", "\n", "é", "😀"], missed: ["a", "b", ""]),
    RegexExpectation("^[a-cx-z]$", found: ["b", "y"], missed: ["m"]),
    RegexExpectation("^[]a]$", found: ["]", "a"], missed: ["[", "[]a]"]),
    RegexExpectation("^[^]a]$", found: ["b"], missed: ["]", "a"]),
    RegexExpectation("^[a^]$", found: ["a", "^"], missed: ["b"]),
    RegexExpectation("^[a-]$", found: ["a", "-"], missed: ["b"]),
    RegexExpectation("^[-a]$", found: ["a", "-"], missed: ["b"]),
    RegexExpectation("^[a-c-e]$", found: ["b", "-", "e"], missed: ["d"]),
    RegexExpectation("^[+--]$", found: ["+", ",", "-"], missed: ["."]),
    RegexExpectation("^[\\d-z]$", found: ["5", "-", "z"], missed: ["a"]),
    RegexExpectation("^[\\]\\\\]$", found: ["]", "\\"], missed: ["["]),
    RegexExpectation("^[\\n\\t]$", found: ["\n", "\t"], missed: ["n", "t"]),
    RegexExpectation("^[\\x61-\\x{63}]$", found: ["b"], missed: ["x"]),
    RegexExpectation("^[\\141]$", found: ["a"], missed: ["1"]),
    RegexExpectation("^[.*+?(){}|$]+$", found: [".*+?(){}|$"], missed: ["a"]),
    RegexExpectation("^[[]$", found: ["["], missed: ["]"]),
    RegexExpectation("^[[:a]$", found: ["[", ":", "a"], missed: ["b"]),
    RegexExpectation("^[:alpha:]$", found: [":", "a", "l", "h"], missed: ["b", "z"]),
    RegexExpectation("^[α-ω]$", found: ["λ"], missed: ["Λ", "l"]),
    RegexExpectation("^[^\\x00-\\x{10FFFF}]?$", found: [""], missed: ["a"]),
    RegexExpectation("^[\\x00-\\x{10FFFF}]$", found: ["a", "\n", "\u{10FFFF}"], missed: [""]),
    RegexExpectation("^[a-ac-cb]$", found: ["a", "b", "c"], missed: ["d"]),
    RegexExpectation("^[😀-😂]$", found: ["😁"], missed: ["😃", "😀😀"]),
  ])
  func brackets(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^\\d$", found: ["0", "9"], missed: ["a", "٣", "/", ":"]),
    RegexExpectation("^\\D$", found: ["a", "٣", "\n"], missed: ["0"]),
    RegexExpectation(
      "^\\s$", found: [" ", "\t", "\n", "\u{C}", "\r"], missed: ["\u{B}", "\u{A0}"]),
    RegexExpectation("^\\S$", found: ["a", "\u{B}", "\u{A0}"], missed: [" ", "\n"]),
    RegexExpectation("^\\w$", found: ["a", "Z", "0", "_"], missed: ["é", "-", " "]),
    RegexExpectation("^\\W$", found: ["é", "-"], missed: ["a", "_"]),
    RegexExpectation("^[\\w.]+$", found: ["a.b_1"], missed: ["a-b"]),
    RegexExpectation("^[^\\w]$", found: ["-"], missed: ["a"]),
    RegexExpectation("^[\\W]$", found: ["-"], missed: ["a"]),
    RegexExpectation("^[^\\W]$", found: ["a"], missed: ["-"]),
    RegexExpectation("^[\\D5]$", found: ["a", "5"], missed: ["4"]),
    RegexExpectation("^[\\d\\s]+$", found: ["1 2"], missed: ["a"]),
  ])
  func perlClasses(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^[[:alnum:]]$", found: ["a", "Z", "5"], missed: ["_", "é"]),
    RegexExpectation("^[[:alpha:]]$", found: ["a", "Z"], missed: ["5", "é"]),
    RegexExpectation("^[[:ascii:]]$", found: ["\0", "\u{7F}"], missed: ["\u{80}"]),
    RegexExpectation("^[[:blank:]]$", found: [" ", "\t"], missed: ["\n"]),
    RegexExpectation("^[[:cntrl:]]$", found: ["\u{1F}", "\u{7F}"], missed: [" "]),
    RegexExpectation("^[[:digit:]]$", found: ["5"], missed: ["a"]),
    RegexExpectation("^[[:graph:]]$", found: ["!", "~"], missed: [" ", "\u{7F}"]),
    RegexExpectation("^[[:lower:]]$", found: ["a"], missed: ["A"]),
    RegexExpectation("^[[:print:]]$", found: [" ", "~"], missed: ["\n"]),
    RegexExpectation("^[[:punct:]]$", found: ["!", "@", "_", "~"], missed: ["a", " "]),
    RegexExpectation("^[[:space:]]$", found: [" ", "\u{B}"], missed: ["a"]),
    RegexExpectation("^[[:upper:]]$", found: ["A"], missed: ["a"]),
    RegexExpectation("^[[:word:]]$", found: ["_", "a"], missed: ["-"]),
    RegexExpectation("^[[:xdigit:]]$", found: ["f", "F", "9"], missed: ["g"]),
    RegexExpectation("^[[:^alpha:]]$", found: ["5", "é"], missed: ["a"]),
    RegexExpectation("^[^[:alpha:]]$", found: ["5"], missed: ["a"]),
    RegexExpectation("^[^[:^alpha:]]$", found: ["a"], missed: ["5"]),
    RegexExpectation("^[[:digit:][:blank:]x]+$", found: ["1 x"], missed: ["y"]),
  ])
  func posixClasses(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^\\pL+$", found: ["aÉλж", "漢字"], missed: ["1", "-"]),
    RegexExpectation("^\\p{L}$", found: ["é"], missed: ["e\u{301}"]),
    RegexExpectation("^\\PL$", found: ["1"], missed: ["a"]),
    RegexExpectation("^\\p{^L}$", found: ["1"], missed: ["a"]),
    RegexExpectation("^\\P{^L}$", found: ["a"], missed: ["1"]),
    RegexExpectation("^\\p{Lu}$", found: ["A", "É", "Λ"], missed: ["a", "λ"]),
    RegexExpectation("^\\p{Ll}$", found: ["a", "é"], missed: ["A"]),
    RegexExpectation("^\\p{Lt}$", found: ["ǅ"], missed: ["Ǆ"]),
    RegexExpectation("^\\p{Nd}$", found: ["5", "٣"], missed: ["Ⅷ", "½"]),
    RegexExpectation("^\\pN$", found: ["5", "Ⅷ", "½"], missed: ["a"]),
    RegexExpectation("^\\p{Mn}$", found: ["\u{301}"], missed: ["e"]),
    RegexExpectation("^\\pP$", found: ["!", "—", "_"], missed: ["+", "a"]),
    RegexExpectation("^\\p{Pd}$", found: ["-", "—"], missed: ["_"]),
    RegexExpectation("^\\p{Sc}$", found: ["$", "€"], missed: ["+"]),
    RegexExpectation("^\\pS$", found: ["+", "€", "😀"], missed: ["!"]),
    RegexExpectation("^\\p{Zs}$", found: [" ", "\u{A0}"], missed: ["\n"]),
    RegexExpectation("^\\pZ$", found: ["\u{2028}", "\u{2029}"], missed: ["\t"]),
    RegexExpectation("^\\p{Cc}$", found: ["\n", "\0"], missed: [" "]),
    RegexExpectation(
      "^\\p{Co}$", found: ["\u{E000}", "\u{F0000}", "\u{10FFFD}"], missed: ["\u{10FFFF}"]),
    RegexExpectation("^\\pC$", found: ["\n", "\u{200B}", "\u{E000}"], missed: ["\u{378}", "a"]),
    RegexExpectation("^\\p{Cs}?$", found: [""], missed: ["a"]),
    RegexExpectation("^\\p{Cf}$", found: ["\u{E0001}", "\u{AD}"], missed: ["a"]),
    RegexExpectation("^\\p{Any}$", found: ["\u{378}", "\n", "a"], missed: [""]),
    RegexExpectation("^[\\p{Lu}\\d]+$", found: ["A1"], missed: ["a1"]),
    RegexExpectation("^[^\\pL\\pN]+$", found: ["- !"], missed: ["-a"]),
    RegexExpectation("^[\\PL]$", found: ["1"], missed: ["a"]),
  ])
  func generalCategories(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("(?i)^k$", found: ["k", "K", "\u{212A}"], missed: ["c"]),
    RegexExpectation("(?i)^\u{212A}$", found: ["k", "K"], missed: ["c"]),
    RegexExpectation("(?i)^s$", found: ["s", "S", "ſ"], missed: ["ß"]),
    RegexExpectation("(?i)^σ$", found: ["σ", "ς", "Σ"], missed: ["s"]),
    RegexExpectation("(?i)^É$", found: ["é"], missed: ["e", "E"]),
    RegexExpectation("(?i)^ß$", found: ["ẞ"], missed: ["ss", "SS"]),
    RegexExpectation("(?i)^i$", found: ["I"], missed: ["ı", "İ"]),
    RegexExpectation("(?i)^ǆ$", found: ["ǅ", "Ǆ"], missed: ["d"]),
    RegexExpectation("(?i)^µ$", found: ["μ", "Μ"], missed: ["u"]),
    RegexExpectation("(?i)^ﬅ$", found: ["ﬆ"], missed: ["st"]),
    RegexExpectation("(?i)^𐐀$", found: ["𐐨"], missed: ["𐐩"]),
    RegexExpectation("(?i)^1$", found: ["1"], missed: ["!"]),
    RegexExpectation("(?i)^[a-c]$", found: ["B", "b"], missed: ["D"]),
    RegexExpectation("(?i)^[^a-c]$", found: ["D"], missed: ["B", "b"]),
    RegexExpectation("(?i)^[Z-a]$", found: ["z", "A", "_"], missed: ["b"]),
    RegexExpectation("(?i)^\\w$", found: ["ſ", "\u{212A}"], missed: ["é"]),
    RegexExpectation("(?i)^\\W$", found: ["é"], missed: ["ſ", "\u{212A}"]),
    RegexExpectation("(?i)^[[:upper:]]$", found: ["a"], missed: ["1"]),
    RegexExpectation("(?i)^[[:^upper:]]$", found: ["1"], missed: ["a"]),
    RegexExpectation("(?i)^\\p{Lu}$", found: ["a", "é"], missed: ["1"]),
    RegexExpectation("(?i)^\\P{Lu}$", found: ["1"], missed: ["a"]),
    RegexExpectation("(?i)\\bſ", found: ["s", "S", " s"], missed: ["as"]),
  ])
  func casesFold(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test func nothingFoldsOutsideOfWhatIsSurveyed() {
    for value in UInt32(0)...0x10FFFF
    where !CaseFolding.surveyed.contains(where: { $0.contains(value) }) {
      guard let properties = Unicode.Scalar(value)?.properties else { continue }
      guard properties.changesWhenCaseMapped else { continue }
      #expect(
        properties.uppercaseMapping.unicodeScalars.count > 1
          && properties.changesWhenLowercased == false, "\(String(value, radix: 16))")
    }
  }

  @Test func aSetAndItsInverseShareNothing() {
    let sets = [
      ScalarSet([]), .all, .word, .notLineFeed, ScalarSet([5...9, 0...4, 7...20, 64...64]),
      ScalarSet([0x10FFFF...0x10FFFF, 127...128]),
    ]
    for set in sets {
      #expect(set.inverted.inverted == set)
      for value in [0, 4, 9, 20, 21, 63, 64, 65, 127, 128, 129, 0x10FFFE, 0x10FFFF] as [UInt32] {
        #expect(set.contains(value) != set.inverted.contains(value))
        #expect(set.contains(value) == set.ranges.contains { $0.contains(value) })
      }
    }
  }
}
