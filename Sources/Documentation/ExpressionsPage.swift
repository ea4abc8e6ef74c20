internal import Expressions
internal import SourceText

/// The reference of the language, as `docs/expressions.md` has it.
package enum ExpressionsPage {
  package static var markdown: String {
    [
      introduction, types, operators, macros, functions, undeclared, refused, bounds,
    ].joined(separator: "\n")
  }

  private static let introduction = """
    # Expressions

    Conditions in checklists are written in a profile of CEL, the Common Expression Language
    (<https://cel.dev>). An expression reads the architecture, computes a value and does nothing else:
    it cannot read files, call out, or run without end. What is written is checked when the checklist is
    loaded: a misspelt field, an operand of the wrong type, or a comparison with a text that is not among
    a field's choices is an error at its place, before anything runs.

    <!-- Written by the program from its own tables. A test holds it fresh. -->

    """

  private static let types = """
    ## Types

    | type | written | |
    |---|---|---|
    | `bool` | `true` `false` | |
    | `int` | `42` `-7` `0x1F` | 64 bits; overflow is an error |
    | `double` | `1.5` `2e-3` | IEEE 754; NaN is unequal to itself |
    | `string` | `'rag'` `"rag"` `'''…'''` `r'\\d'` | Unicode code points, compared as they are written |
    | choice | `'rag'` | a string; only the field's own choices may be compared with it |
    | `list(T)` | `[1, 2, 3]` | elements of one type |
    | `map(K, V)` | `{'a': 1}` | keys are bool, int or string, each once |
    | `duration` | `duration('1h30m')` | nanoseconds in 64 bits: about 292 years either way |
    | `timestamp` | `timestamp('2026-09-01T00:00:00Z')` | UTC, the years 1 to 9999 |
    | `null` | `null` | what a field reads as where the file says `none` |
    | record | `subject.store` | its fields are read with a dot; two are equal if they are the same one |

    In strings `\\n \\t \\r \\a \\b \\f \\v \\\\ \\' \\" \\` \\?` are escapes, and `\\x41 \\u0041 \\U00000041 \\101`
    name a code point; a string that begins with r has none. A field whose name is no identifier is
    written in backquotes: ``labels.`cost-centre` ``. `//` begins a comment.

    """

  private static var operators: String {
    let rows = [
      ("`c ? a : b`", "a or b; c is a bool, a and b have one type"),
      ("`a \\|\\| b`", "or"), ("`a && b`", "and"),
      (
        "`==` `!=`",
        "equality of values of one type; int and double are compared by their exact value; anything may be compared with `null`"
      ),
      (
        "`<` `<=` `>` `>=`",
        "order of numbers, strings (by code points), bools, durations, timestamps; an error on `null`"
      ),
      ("`x in list` `k in map`", "whether the list has the element, the map the key"),
      (
        "`+`",
        "sum of two ints or two doubles; strings or lists joined; duration + duration, timestamp + duration"
      ),
      (
        "`-`",
        "difference; duration - duration, timestamp - duration, timestamp - timestamp (a duration)"
      ),
      (
        "`*` `/` `%`",
        "of two ints (`/` and `%` go towards zero, by zero is an error) or two doubles (not `%`)"
      ), ("`!a` `-a`", "not; negative"),
      ("`x.f` `list[0]` `map['k']`", "a field, an element, the value of a key"),
    ]
    return "## Operators\n\nThe loosest first.\n\n| operator | |\n|---|---|\n"
      + rows.map { "| \($0.0) | \($0.1) |\n" }.joined()
  }

  private static var macros: String {
    let rows = [
      ("`has(x.f)`", "true if the file declares the field, false if it says `none`"),
      (
        "`declared(x.f)`",
        "true if the file says anything about the field, `none` included; only in the condition of `?:`"
      ), ("`certain(p)`", "p, but false where it is unknown"),
      ("`possible(p)`", "p, but true where it is unknown"),
      ("`list.all(x, p)`", "whether p holds for every element"),
      ("`list.exists(x, p)`", "whether p holds for some element"),
      ("`list.exists_one(x, p)`", "whether p holds for exactly one element"),
      ("`list.filter(x, p)`", "the elements for which p holds"),
      (
        "`list.map(x, e)` `list.map(x, p, e)`", "e of every element, or of those for which p holds"
      ),
      (
        "`list.transformList(i, x, e)` `(i, x, p, e)`",
        "the same with an index; `transformMap(k, v, e)` gives a map"
      ), ("`cel.bind(n, value, e)`", "e, in which n is the name of the value"),
    ]
    return """
      ## Macros

      A map stands for the list of its keys. `all`, `exists` and `exists_one` may have two names: index and
      element of a list, key and value of a map.

      | macro | |
      |---|---|

      """ + rows.map { "| \($0.0) | \($0.1) |\n" }.joined()
  }

  private static var functions: String {
    "## Functions\n\n| function | | example |\n|---|---|---|\n"
      + Function.all.map {
        "| \($0.written) | \($0.doc) | `\($0.example.expression)` is `\($0.example.result)` |\n"
      }
      .joined()
  }

  private static let undeclared = """
    ## Declared, none, undeclared

    A file gives a value, says that there is none, or does not say. An expression keeps the three apart.

    *None* is `null`. A field of none is none, a list that is none is empty, and `x.f == null` asks for it.
    Ordering none or computing with it is an error of the rule: ask with `has(x.f)` first.

    *Undeclared* is unknown, and an unknown value carries the paths that would have to be declared. It goes
    through everything that hangs on it, and through nothing else (of more than \(FieldPath.mostTold) paths some are left out):

    - `&&`, `||`, `all` and `exists`: an operand that decides wins, whatever the others are. Else the result
      is unknown, with the paths of all unknown operands; else an error, if there is one; else the value.
    - Functions, comparisons and arithmetic: an error wins; else the result is unknown, with the paths of
      all operands.
    - `c ? a : b` with an unknown c is unknown with c's paths: a and b are not looked at.
    - `[…]`, `map` and `filter` keep what is uncertain: the size of a filtered list may be unknown while
      `exists` over it is true. `in` and `==` over lists are true or false where that is certain.
    - `exists_one` is false from two hits on; else it is unknown if any element is. An error wins.
    - `has(x.f)` is unknown where x.f is undeclared. `declared(x.f)` never is, and so may only guard: what
      it leads to must not be a verdict by itself.
    - `certain(p)` and `possible(p)` are never unknown. They are for what a rule is told by the way, such as
      a reason to leave a subject out; around what the rule asks for, they would hide that nobody said it.

    So, those three aside, a decided verdict is the verdict of every way to complete the file, unless the
    completed file makes the rule fail with an error.

    """

  private static var refused: String {
    let rows = [
      ("`1u`, uint(…)", "one kind of integer is enough"),
      ("`b'…'`, bytes(…)", "an architecture has no bytes"),
      ("`Name{…}`, enums", "protocol buffers are not read here"),
      ("`.?`, `[?`, optional.…", "none and undeclared say what optionals would"),
      ("type(…), `int` as a value", "types are checked before anything runs"),
      (
        "dyn(…), lists of mixed types",
        "what has no type cannot be checked; the engine has it, checklists do not"
      ),
      ("`.name`, containers, names with dots", "there are no packages of names"),
      (
        "'Europe/Berlin' as a time zone",
        "it would need a table that changes; write an offset, '+02:00'"
      ),
      ("format(…), math.…, sets.…, base64.…", "extensions that no rule has needed"),
      ("has(x), has(x[0])", "has asks for a field: has(a.b)"),
    ]
    return
      "## What is refused, and why\n\nAll of it is an error when the expression is loaded.\n\n| | |\n|---|---|\n"
      + rows.map { "| \($0.0) | \($0.1) |\n" }.joined()
  }

  private static let bounds = """
    ## Bounds

    - An expression has at most \(Limits.length) bytes and \(Limits.nesting) levels of nesting.
    - One evaluation takes at most \(Limits.cost) steps. An operation takes one and more the longer its texts
      and lists are. What takes more is an error with its place, and no operand absorbs it.
    - Regular expressions have RE2's syntax and are matched in time linear in the text, without
      backtracking; literal ones are checked when the expression is loaded, and compiled when they are first
      matched.
    - `2^63` as a double, one more than an int can be, counts as the greatest int in comparisons, as in CEL.

    """
}

extension Function {
  fileprivate var written: String {
    calls.map { "`\($0)`" }.joined(separator: "<br>")
      + (isAlsoMember ? "<br>or behind its first argument" : "")
  }
}
