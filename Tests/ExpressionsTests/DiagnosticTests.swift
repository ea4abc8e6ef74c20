import ExpressionSamples
import Expressions
import SourceText
import Testing

/// What is wrong in an expression, and where: a line of carets stands under the text.
@Suite struct DiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let marks: String
    let messages: [String]
    var testDescription: String { text }

    /// The text, carets under what is marked, and the messages with their help behind an arrow.
    init(_ text: String, _ marks: String, _ messages: String...) {
      self.text = text
      self.marks = marks
      self.messages = messages
    }
  }

  static let syntax: [Case] = [
    Case("", "^", "the expression is empty"),
    Case("1 +", "   ^", "the expression ends too early"),
    Case("1 2", "  ^", "`2` is not expected here"),
    Case("a = 1", "  ^", "`=` means nothing here → equality is written `==`"),
    Case("true & false", "     ^", "`&` means nothing here → write `&&`"),
    Case("true and false", "     ^^^", "`and` is not expected here → write `&&`"),
    Case("'abc", "^^^^", "the string has no end"),
    Case("'ab\ncd'", "^^^", "the string has no end"),
    Case(
      "'a\\qb'", "  ^^",
      "a string has no such escape → write `\\\\` for a backslash, or begin the string with r"),
    Case("'\\ud800'", " ^^^^^^", "the escape names no character"),
    Case("'\\x4'", " ^^^", "the escape names no character"),
    Case("15m", "^^^", "`15m` is not a number → a span of time is written duration('15m')"),
    Case("0x + 1", "^^", "`0x` has no digits"),
    Case("9223372036854775808", "^^^^^^^^^^^^^^^^^^^", "the number is beyond 64 bits"),
    Case("1e400", "^^^^^", "the number is beyond what a double holds"),
    Case("[1, 2", "     ^", "expected `]`, found the end"),
    Case("{'a' 1}", "     ^", "expected `:`, found `1`"),
    Case("true ? 1", "        ^", "expected `:`, found the end"),
    Case("for", "^^^", "`for` is a reserved word"),
    Case("subject.", "        ^", "expected a name after `.`, found the end"),
    Case("size(,)", "     ^", "`,` is not expected here"),
    Case("has(subject)", "    ^^^^^^^", "has(…) asks for a field, as in has(subject.name)"),
    Case(
      "has(components[0])", "    ^^^^^^^^^^^^^", "has(…) asks for a field, as in has(subject.name)"),
    Case("components.all(c.x, true)", "               ^^^", "all(…) begins with a simple name"),
    Case("components.all(c, c, true)", "                  ^", "the two names must differ"),
    Case("1 == 1 # why", "       ^", "`#` means nothing here"),
    Case("!-1", " ^", "`-` is not expected here"),
    Case("名前", "^", "`名` means nothing here"),
  ]

  static let refusals: [Case] = [
    Case(
      "1u == 2u", "^^    ^^", "unsigned numbers (uint) are not supported → write `1`",
      "unsigned numbers (uint) are not supported → write `2`"),
    Case(
      "b'x' == b'y'", "^^^^    ^^^^", "bytes are not supported → write a string, without b",
      "bytes are not supported → write a string, without b"),
    Case(
      "subject.?name", "        ^", "optional values (`.?`) are not supported → use has(…) and `?:`"
    ),
    Case(
      "components[?0]", "           ^",
      "optional values (`[?`) are not supported → use `in` and `?:`"),
    Case("a.B{c: 1}", "^^^", "messages (`Name{…}`) are not supported"),
    Case(".subject.shared", "^", "a name that begins with a dot is not supported"),
    Case(
      "type(1) == int", "^^^^       ^^^", "types as values are not supported",
      "types as values (`int`) are not supported"),
    Case("math.greatest(1, 2)", "^^^^^^^^^^^^^", "math.greatest(…) is not supported"),
    Case("'%d'.format([1])", "     ^^^^^^", "format(…) is not supported; join the texts with `+`"),
    Case(
      "today.getHours('Europe/Berlin')", "               ^^^^^^^^^^^^^^^",
      "named time zones are not supported → write the offset, as in '+02:00'"),
    Case("dyn(1) == 1", "^^^", "dyn(…) is not allowed here"),
    Case("cel.block([1], 1)", "    ^^^^^", "cel.block(…) is not supported"),
    Case(
      "declared(subject.name)", "^^^^^^^^^^^^^^^^^^^^^^",
      "declared(…) may only guard: it stands in the condition of `?:` → write has(…), certain(…), possible(…), or declared(…) ? … : …"
    ),
    Case(
      "certain(subject.name)", "        ^^^^^^^^^^^^", "`certain` needs a bool, this is a string"),
    Case(
      "true ? declared(subject.name) : true", "       ^^^^^^^^^^^^^^^^^^^^^^",
      "declared(…) may only guard: it stands in the condition of `?:` → write has(…), certain(…), possible(…), or declared(…) ? … : …"
    ),
    Case(
      "subject.name.matches('a(b')", "                       ^",
      "the regular expression is broken: …"),
    Case(
      "subject.name.matches(r'(?<=a)b')", "                       ^",
      "the regular expression is broken: …"),
  ]

  static let types: [Case] = [
    Case(
      "subject.writer > 1", "        ^^^^^^",
      "`writer` is not a field of Component → did you mean `writers`?"),
    Case(
      "subject.store.latency.p90 > today", "                      ^^^",
      "`p90` is not a field of Latency → did you mean `p50`?"),
    Case(
      "componets.size()", "^^^^^^^^^", "there is no `componets` here → did you mean `components`?"),
    Case(
      "subject.kind == 'rga'", "                ^^^^^",
      "`rga` is not among the choices → did you mean `rag`?"),
    Case(
      "'database' != subject.kind", "^^^^^^^^^^",
      "`database` is not among the choices → it is one of: rag, buffer, summary"),
    Case(
      "subject.kind in ['rag', 'bufer']", "                        ^^^^^^^",
      "`bufer` is not among the choices → did you mean `buffer`?"),
    Case(
      "'raq' in subject.patterns", "^^^^^", "`raq` is not among the choices → did you mean `rag`?"),
    Case(
      "subject.patterns == ['raq']", "                     ^^^^^",
      "`raq` is not among the choices → did you mean `rag`?"),
    Case(
      "components.exists(c, c.kind == 'sumary')", "                               ^^^^^^^^",
      "`sumary` is not among the choices → did you mean `summary`?"),
    Case(
      "subject.writers + 1.5", "^^^^^^^^^^^^^^^^^^^^^",
      "`+` does not take (int, double) → convert one of them, with double(…) or int(…)"),
    Case("subject.name > 3", "^^^^^^^^^^^^^^^^", "`>` does not take (string, int)"),
    Case("subject.name == 3", "^^^^^^^^^^^^^^^^^", "`==` compares a string with an int"),
    Case(
      "subject.ttl == '15m'", "^^^^^^^^^^^^^^^^^^^^",
      "`==` compares a duration with a string → write duration('15m')"),
    Case(
      "subject.ttl == 'soon'", "^^^^^^^^^^^^^^^^^^^^^", "`==` compares a duration with a string"),
    Case(
      "subject.ttl <= 600", "^^^^^^^^^^^^^^^^^^",
      "`<=` does not take (duration, int) → write duration('600s')"),
    Case(
      "600 > subject.ttl", "^^^^^^^^^^^^^^^^^",
      "`>` does not take (int, duration) → write duration('600s')"),
    Case("subject.ttl * 2", "^^^^^^^^^^^^^^^", "`*` does not take (duration, int)"),
    Case(
      "subject.ttl < subject.writers", "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "`<` does not take (duration, int)"),
    Case(
      "subject.ttl < duration('1d')", "                       ^^^^",
      "the text is not a duration, or out of range → write duration('24h')"),
    Case(
      "subject.ttl < duration('2w')", "                       ^^^^",
      "the text is not a duration, or out of range → write duration('336h')"),
    Case(
      "subject.ttl < duration('soon')", "                       ^^^^^^",
      "the text is not a duration, or out of range → the units are h, m, s, ms, us and ns: duration('1h30m')"
    ),
    Case(
      "today < timestamp('2026-09-01')", "                  ^^^^^^^^^^^^",
      "the text is not a timestamp, or out of range → write it like timestamp('2026-09-01T00:00:00Z')"
    ),
    Case("subject.name && true", "^^^^^^^^^^^^", "`&&` needs a bool, this is a string"),
    Case("!subject.name", " ^^^^^^^^^^^^", "`!` needs a bool, this is a string"),
    Case("-subject.name", "^^^^^^^^^^^^^", "`-` needs a number, this is a string"),
    Case("subject.name ? 1 : 2", "^^^^^^^^^^^^", "`?:` needs a bool, this is a string"),
    Case(
      "true ? 1 : 'a'", "           ^^^",
      "the two results of `?:` have different types: int and string"),
    Case("[1, 'a']", "    ^^^", "the elements of the list have different types: int and string"),
    Case("{1.5: 2}", " ^^^", "a double cannot be a key of a map"),
    Case(
      "components.writers", "           ^^^^^^^",
      "a list(Component) has no fields → ask about its elements: list.exists(x, x.writers …)"),
    Case("subject[0]", "^^^^^^^", "a Component has no elements"),
    Case("components['a']", "           ^^^", "an index is an int, not a string"),
    Case("subject.all(x, true)", "^^^^^^^", "a Component has no elements"),
    Case("1 in 2", "     ^", "`in` looks into a list or a map, not into an int"),
    Case(
      "'a' in subject.name", "       ^^^^^^^^^^^^",
      "`in` looks into a list or a map, not into a string → write text.contains(part)"),
    Case(
      "subject.name.startWith('a')", "             ^^^^^^^^^",
      "there is no function `startWith` → did you mean `startsWith`?"),
    Case(
      "subject.name.startsWith(1)", "             ^^^^^^^^^^",
      "startsWith(…) does not take (string, int) → it is string.startsWith(string) -> bool"),
    Case(
      "startsWith(subject.name, 'a')", "^^^^^^^^^^",
      "startsWith(…) is called behind a value: x.startsWith(…)"),
    Case("subject.name.int()", "             ^^^", "int(…) is not called behind a value: int(x)"),
    Case(
      "all(components, c, true)", "^^^                ", "all(…) is a macro: list.all(x, …)",
      "there is no `c` here"),
    Case(
      "subject.writer > 1 && subject.nam == 'x' && stors.size() > 0",
      "        ^^^^^^                ^^^           ^^^^^",
      "`writer` is not a field of Component → did you mean `writers`?",
      "`nam` is not a field of Component → did you mean `name`?",
      "there is no `stors` here → did you mean `stores`?"),
  ]

  @Test(arguments: syntax + refusals + types) func says(_ expected: Case) {
    let found = Sample.diagnostics(of: expected.text)
    let messages = found.map { diagnostic in
      let isPattern = diagnostic.message.hasPrefix("the regular expression is broken: ")
      return (isPattern ? "the regular expression is broken: …" : diagnostic.message)
        + (diagnostic.help.map { " → " + $0 } ?? "")
    }
    #expect(messages == expected.messages)
    if messages.count > 1, expected.marks.hasSuffix(" ") { return }
    var marks: [Character] = []
    for diagnostic in found {
      let text = Array(expected.text.utf8)
      let start = String(decoding: text[..<diagnostic.span.start], as: UTF8.self).count
      let width = String(
        decoding: text[diagnostic.span.start..<diagnostic.span.end], as: UTF8.self
      ).count
      while marks.count < start { marks.append(" ") }
      for _ in 0..<max(width, 1) { marks.append("^") }
    }
    #expect(String(marks) == expected.marks)
  }

  @Test func theExpectedTypeIsChecked() {
    let found = Sample.diagnostics(of: "subject.writers", expecting: .bool)
    #expect(found.map(\.message) == ["the expression gives an int, not a bool"])
    #expect(Sample.diagnostics(of: "subject.shared", expecting: .bool).isEmpty)
  }
}
