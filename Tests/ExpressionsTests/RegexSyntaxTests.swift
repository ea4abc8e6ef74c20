import Testing

@testable import Expressions

@Suite struct RegexSyntaxTests {
  @Test(arguments: [
    "", "a", "a|b", "|", "||", "()", "(|)", "(?:a)", "(?P<n>a)", "(?<n_1>a)", "(?i)", "(?)",
    "(?i-s)", "(?-i)", "(?imsU)", "(?imsU-imsU:a)", "a*", "a+?", "a{2}?", "a{0}", "a{1000}",
    "a{0,1000}", "a{1000,}", "{", "{,2}", "a{2", "a{2,x}", "}", "]", "[]]", "[^]]", "[a-]", "[-]",
    "[[:word:]]", "[a-b-c]", "^*", "$?", "\\b+", "(a*)*", "a*(?i)*", "\\Q", "\\Q\\E", "\\Q*", "-",
    "a*\\Q\\E+", "\\x{10FFFF}", "\\x{000000000041}", "\\pN", "\\p{^Nd}", "(?:a{10}){100}",
    "(?:a{2}){2}(?:b{1000})", "(?:a{0}){1000}", "é*", "(?P<n>a)(?P<m>a)",
  ])
  func accepted(pattern: String) throws {
    _ = try RegularExpression(pattern)
  }

  @Test(arguments: [
    ("(", 0, "never closed"), ("a(b", 1, "never closed"), ("(a)(b(c)", 3, "never closed"),
    (")", 0, "closes no group"), ("a)b", 1, "closes no group"), ("é)", 2, "closes no group"),
    ("[", 0, "never closed by `]`"), ("a[b", 1, "never closed by `]`"),
    ("[]", 0, "never closed by `]`"), ("[^]", 0, "never closed by `]`"),
    ("[a-", 0, "never closed by `]`"), ("[é-a]", 1, "`é-a` runs backwards"),
    ("[xz-a]", 2, "`z-a` runs backwards"), ("[a-\\d]", 3, "`\\d` is no escape"),
    ("[\\b]", 1, "`\\b` is no escape"), ("[[:foo:]]", 1, "`[:foo:]`"),
    ("[[:^foo:]]", 1, "`[:^foo:]`"), ("*", 0, "`*` has nothing"), ("a|+", 2, "`+` has nothing"),
    ("(?:?)", 3, "`?` has nothing"), ("{2}", 0, "`{2}` has nothing"),
    ("(?i)*", 4, "`*` has nothing"), ("\\Q\\E*", 4, "`*` has nothing"),
    ("a**", 2, "`*` repeats the repetition"), ("a*?*", 3, "`*` repeats"), ("a+*", 2, "`*` repeats"),
    ("a*{2}", 2, "`{2}` repeats"), ("a{2}{3}", 4, "`{3}` repeats"), ("a???", 3, "`?` repeats"),
    ("a{1001}", 1, "`{1001}` exceeds 1000"), ("a{1,1001}", 1, "exceeds 1000"),
    ("a{99999999999999999999}", 1, "exceeds 1000"), ("a{2,1}", 1, "at least 2 and at most 1"),
    ("(?:a{100}){11}", 10, "exceed 1000 together"), ("((a{11}){10}){10}", 13, "together"),
    ("\\", 0, "middle of an escape"), ("[\\", 1, "middle of an escape"),
    ("\\q", 0, "`\\q` is no escape"), ("a\\Z", 1, "`\\Z` is no escape"),
    ("\\E", 0, "`\\E` is no escape"), ("\\é", 0, "`\\é` is no escape"), ("\\C", 0, "bytes"),
    ("\\x", 0, "hexadecimal"), ("\\x4", 0, "hexadecimal"), ("\\x{41", 0, "hexadecimal"),
    ("\\x{}", 0, "no Unicode code point"), ("\\x{110000}", 0, "no Unicode code point"),
    ("\\x{99999999999}", 0, "no Unicode code point"), ("\\xg0", 0, "hexadecimal"),
    ("\\p", 0, "not supported"), ("\\p{L", 0, "never closed by `}`"),
    ("a\\p{Greek}", 1, "`\\p{Greek}` is not supported"), ("\\p{Cn}", 0, "not supported"),
    ("\\p{LC}", 0, "not supported"), ("\\p{}", 0, "not supported"), ("\\pX", 0, "not supported"),
    ("\\p{^Han}", 0, "no scripts"), ("[\\pq]", 1, "not supported"), ("\\p{l}", 0, "not supported"),
    ("(?P<n", 0, "name"), ("(?P<>a)", 0, "name"), ("(?P<a b>c)", 0, "name"), ("(?<é>a)", 0, "name"),
    ("(?P<n>a)(?P<n>b)", 8, "already taken"), ("(?P<n>(?<n>a))", 6, "already taken"),
    ("(?z)", 0, "`(?z`"), ("(?i", 0, "never closed"), ("(?", 0, "never closed"),
    ("(?i-)", 0, "`(?i-)`"), ("(?-)", 0, "`(?-)`"), ("(?--i)", 0, "`(?--`"), ("(?#a)", 0, "`(?#`"),
    ("(?'n'a)", 0, "`(?'`"), ("(?Pn)", 0, "`(?P`"), ("(?|a)", 0, "`(?|`"),
  ])
  func refused(pattern: String, offset: Int, reason: String) {
    expectRefusal(pattern, offset: offset, reason: reason)
  }

  @Test(arguments: [
    ("a(?=b)", 1, "look-ahead `(?=`"), ("(?!b)", 0, "look-ahead `(?!`"),
    ("(?<=b)", 0, "look-behind `(?<=`"), ("(?<!b)", 0, "look-behind `(?<!`"),
    ("(?>a)", 0, "the atomic group `(?>`"), ("(a)\\1", 3, "the backreference `\\1`"),
    ("(a)\\9", 3, "the backreference `\\9`"), ("(a)\\18", 3, "the backreference `\\1`"),
    ("\\k<n>", 0, "the backreference `\\k`"), ("\\g1", 0, "the backreference `\\g`"),
    ("(?P<n>a)(?P=n)", 8, "the backreference `(?P=`"), ("(?P>n)", 0, "the recursion `(?P>`"),
    ("(?R)", 0, "the recursion `(?R`"), ("(?&n)", 0, "the recursion `(?&`"),
    ("(?(1)a)", 0, "the conditional group `(?(`"), ("a*+", 2, "the possessive repetition `*+`"),
    ("a++", 2, "the possessive repetition `++`"), ("a?+", 2, "the possessive repetition `?+`"),
    ("a{2}+", 4, "the possessive repetition `{2}+`"),
  ])
  func refusedByName(pattern: String, offset: Int, construct: String) {
    expectRefusal(
      pattern, offset: offset,
      reason: construct + " is not supported: it cannot be matched in linear time")
  }

  @Test func messagesStayShort() {
    for pattern in ["\\x{" + String(repeating: "1", count: 9_000) + "}", "a{" + nines + "}"] {
      let refusal = #expect(throws: RegularExpressionError.self) {
        try RegularExpression(pattern)
      }
      #expect((refusal?.message.utf8.count ?? .max) < 100)
    }
  }

  private let nines = String(repeating: "9", count: 9_000)

  private func expectRefusal(_ pattern: String, offset: Int, reason: String) {
    let refusal = #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(refusal?.offset == offset)
    #expect(refusal?.message.contains(reason) == true, "\(refusal?.message ?? "")")
  }
}
