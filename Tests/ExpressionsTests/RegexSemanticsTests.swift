import Testing

@testable import Expressions

@Suite struct RegexSemanticsTests {
  @Test(arguments: [
    RegexExpectation("", found: ["", "a", "\n"]),
    RegexExpectation("a", found: ["a", "ba", "bab"], missed: ["", "b", "A"]),
    RegexExpectation("foo|bar", found: ["foo", "a bar"], missed: ["", "fo", "ba r"]),
    RegexExpectation("bc", found: ["abcd"], missed: ["acbd", "b", "c"]),
    RegexExpectation("gr(a|e)y", found: ["grey", "gray"], missed: ["gry", "graey"]),
    RegexExpectation("ba(na)*", found: ["banana", "ba", "xba"], missed: ["b", "ab"]),
    RegexExpectation("(a|😀){2}", found: ["🐱😀😀", "a😀", "aa"], missed: ["😀", "a🐱a"]),
    RegexExpectation("a||b", found: ["", "c"]),
    RegexExpectation("^(a|)$", found: ["", "a"], missed: ["aa", "b"]),
    RegexExpectation("^(|a)+$", found: ["", "a", "aaa"], missed: ["b", "ab"]),
    RegexExpectation("()", found: ["", "x"]),
    RegexExpectation("^(?:)$", found: [""], missed: ["x"]),
    RegexExpectation("^(?P<year>\\d{4})-(?<month>\\d\\d)$", found: ["2024-02"], missed: ["24-02"]),
    RegexExpectation("a{,2}", found: ["a{,2}"], missed: ["a", "aa"]),
    RegexExpectation("a{", found: ["a{"], missed: ["a"]),
    RegexExpectation("a{x}", found: ["a{x}"], missed: ["a"]),
    RegexExpectation("a{01}", found: ["a{01}"], missed: ["a"]),
    RegexExpectation("a{1", found: ["a{1"], missed: ["a"]),
    RegexExpectation("]}", found: ["]}"], missed: ["]"]),
    RegexExpectation("é", found: ["café"], missed: ["cafe", "cafe\u{301}"]),
  ])
  func literalsAndAlternatives(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^a*$", found: ["", "a", "aaaa"], missed: ["b", "ab"]),
    RegexExpectation("^a+$", found: ["a", "aaaa"], missed: ["", "ab"]),
    RegexExpectation("^a?$", found: ["", "a"], missed: ["aa"]),
    RegexExpectation("^a{0}$", found: [""], missed: ["a"]),
    RegexExpectation("^a{0}b$", found: ["b"], missed: ["ab"]),
    RegexExpectation("^a{1}$", found: ["a"], missed: ["", "aa"]),
    RegexExpectation("^a{3}$", found: ["aaa"], missed: ["aa", "aaaa"]),
    RegexExpectation("^a{2,}$", found: ["aa", "aaa"], missed: ["", "a"]),
    RegexExpectation("^a{0,}$", found: ["", "aaa"], missed: ["b"]),
    RegexExpectation("^a{1,}$", found: ["a", "aaa"], missed: [""]),
    RegexExpectation("^a{2,4}$", found: ["aa", "aaa", "aaaa"], missed: ["a", "aaaaa"]),
    RegexExpectation("^a{0,2}$", found: ["", "a", "aa"], missed: ["aaa"]),
    RegexExpectation("^a{2,2}$", found: ["aa"], missed: ["a", "aaa"]),
    RegexExpectation("^a*?$", found: ["", "aa"], missed: ["b"]),
    RegexExpectation("^a+?$", found: ["a", "aa"], missed: [""]),
    RegexExpectation("^a??$", found: ["", "a"], missed: ["aa"]),
    RegexExpectation("^a{2,3}?$", found: ["aa", "aaa"], missed: ["a", "aaaa"]),
    RegexExpectation("^ab*$", found: ["a", "abb"], missed: ["abab"]),
    RegexExpectation("^(ab)*$", found: ["", "abab"], missed: ["aba"]),
    RegexExpectation("^(ab){2,3}$", found: ["abab", "ababab"], missed: ["ab", "abababab"]),
    RegexExpectation("^(a*)*$", found: ["", "aaa"], missed: ["b"]),
    RegexExpectation("^(a*)+b$", found: ["b", "aab"], missed: ["", "aa"]),
    RegexExpectation("^(a|b*)*c$", found: ["c", "abbac"], missed: ["abba"]),
    RegexExpectation("^(a?){3}$", found: ["", "a", "aaa"], missed: ["aaaa"]),
    RegexExpectation("^(?:a{2}){3}$", found: ["aaaaaa"], missed: ["aaaaa", "aaaaaaa"]),
    RegexExpectation("^a*(?i)*$", found: ["", "aaa"], missed: ["b"]),
    RegexExpectation("^\\Qab\\E*$", found: ["a", "abb"], missed: ["abab"]),
    RegexExpectation("^*a", found: ["a", "ba"], missed: ["b"]),
    RegexExpectation("\\b+a", found: ["a", "b a"], missed: ["ba"]),
    RegexExpectation("^a{1000}$", found: [String(repeating: "a", count: 1000)], missed: ["a"]),
  ])
  func repetitions(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^a", found: ["a", "ab"], missed: ["ba", "b\na"]),
    RegexExpectation("a$", found: ["a", "ba"], missed: ["ab", "a\n", "a\nb"]),
    RegexExpectation("^$", found: [""], missed: ["\n", "a"]),
    RegexExpectation("$^", found: [""], missed: ["a"]),
    RegexExpectation("a^b", missed: ["ab", "a\nb"]),
    RegexExpectation("a$b", missed: ["ab"]),
    RegexExpectation("(?m)^a", found: ["a", "b\na", "\na"], missed: ["ba", "b\ra"]),
    RegexExpectation("(?m)a$", found: ["a", "a\nb", "a\n"], missed: ["ab", "a\r\n"]),
    RegexExpectation("(?m)^$", found: ["", "\n", "a\n", "a\n\nb"], missed: ["a", "a\nb"]),
    RegexExpectation("(?m)a$\n^b", found: ["a\nb"], missed: ["ab"]),
    RegexExpectation("\\Aa", found: ["ab"], missed: ["ba"]),
    RegexExpectation("(?m)\\Aa", found: ["ab"], missed: ["b\na"]),
    RegexExpectation("a\\z", found: ["ba"], missed: ["a\n"]),
    RegexExpectation("(?m)a\\z", found: ["ba"], missed: ["a\nb"]),
    RegexExpectation(
      "\\bfoo\\b", found: ["foo", "a foo.", "-foo-", "éfoo"], missed: ["food", "_foo"]),
    RegexExpectation("\\b", found: ["a", " a"], missed: ["", " ", "é", "-"]),
    RegexExpectation("\\B", found: ["", " ", "aa", "é"], missed: ["a"]),
    RegexExpectation("a\\Bb", found: ["ab"], missed: ["a b"]),
    RegexExpectation("a\\B-", missed: ["a-"]),
    RegexExpectation("(^|,)a(,|$)", found: ["a", "b,a", "a,b", "b,a,c"], missed: ["ba", "ab"]),
    RegexExpectation("(?:^a|b$)+", found: ["ac", "cb"], missed: ["ca", "bc"]),
    RegexExpectation("(^)*a", found: ["ba"]),
    RegexExpectation("(^)+a", found: ["a"], missed: ["ba"]),
    RegexExpectation("^^a$$", found: ["a"], missed: ["aa"]),
  ])
  func assertions(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^.$", found: ["a", "é", "😀", "\r"], missed: ["", "\n", "ab", "e\u{301}"]),
    RegexExpectation("(?s)^.$", found: ["a", "\n"], missed: ["", "\r\n"]),
    RegexExpectation("a.b", found: ["axb", "a😀b"], missed: ["a\nb", "ab"]),
    RegexExpectation("(?s)a.b", found: ["a\nb"], missed: ["ab"]),
    RegexExpectation("(?s:a.b).c", found: ["a\nbxc"], missed: ["a\nb\nc"]),
    RegexExpectation("(?s)(?-s:.)", found: ["a"], missed: ["\n"]),
    RegexExpectation("(?i)abc", found: ["ABC", "aBc", "abc"], missed: ["ab"]),
    RegexExpectation("(?i:a)b", found: ["Ab", "ab"], missed: ["AB", "aB"]),
    RegexExpectation("a(?i)b", found: ["aB", "ab"], missed: ["AB"]),
    RegexExpectation("(a(?i)b)c", found: ["aBc"], missed: ["aBC"]),
    RegexExpectation("(?i)a(?-i)b", found: ["Ab"], missed: ["AB"]),
    RegexExpectation("x(?i)a|b", found: ["xA", "B"], missed: ["XA"]),
    RegexExpectation("(?i-s:a.)", found: ["Ab"], missed: ["A\n"]),
    RegexExpectation("(?is)a.", found: ["A\n"], missed: ["b\n"]),
    RegexExpectation("(?U)^a+$", found: ["aa"], missed: ["b"]),
    RegexExpectation("(?)a", found: ["a"], missed: ["A"]),
    RegexExpectation("(?im-s)^a.$", found: ["b\nAx\nc"], missed: ["bAx"]),
  ])
  func dotAndFlags(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    RegexExpectation("^\\a\\f\\n\\r\\t\\v$", found: ["\u{7}\u{C}\n\r\t\u{B}"], missed: ["afnrtv"]),
    RegexExpectation("^\\x41\\x7a$", found: ["Az"], missed: ["AZ"]),
    RegexExpectation("^\\x{1F600}$", found: ["😀"], missed: ["1F600"]),
    RegexExpectation("^\\x{0041}$", found: ["A"]),
    RegexExpectation("^\\101$", found: ["A"]),
    RegexExpectation("^\\1011$", found: ["A1"]),
    RegexExpectation("^\\12$", found: ["\n"]),
    RegexExpectation("^\\0$", found: ["\0"]),
    RegexExpectation("^\\08$", found: ["\u{0}8"]),
    RegexExpectation("^\\777$", found: ["\u{1FF}"]),
    RegexExpectation("^\\.\\*\\[\\]\\\\\\|\\(\\)$", found: [".*[]\\|()"], missed: ["xx"]),
    RegexExpectation("^\\_\\-\\/\\ \\\"$", found: ["_-/ \""]),
    RegexExpectation("^\\Qa.b*\\E$", found: ["a.b*"], missed: ["axb"]),
    RegexExpectation("^\\Q\\\\E$", found: ["\\"]),
    RegexExpectation("^\\Qa|b", found: ["a|b"], missed: ["a", "b"]),
    RegexExpectation("^\\Qa\\Eb$", found: ["ab"]),
    RegexExpectation("(?i)^\\Qa.\\E$", found: ["A."], missed: ["Ab"]),
    RegexExpectation("\\x{D800}", missed: ["", "a", "\u{FFFD}"]),
  ])
  func escapes(_ expectation: RegexExpectation) throws {
    try expectation.check()
  }
}
