import SourceText
import TestSupport
import Testing

@testable import Reporting

@Suite struct MarkdownTextTests {
  private let text = MarkdownText(longest: nil)

  @Test(arguments: [
    ("Helpdesk, v2 (EU)", "Helpdesk, v2 (EU)"), ("1.67 a minute", "1.67 a minute"),
    ("snake_case", #"snake\_case"#), ("1. one", #"1\. one"#), ("- item", #"\- item"#),
    ("/close", #"\/close"#), ("@octocat", "@&#8203;octocat"), ("at 8 %", "at 8 %"),
    ("#12, GH-12", "\\#&#8203;12, GH-&#8203;12"), (":tada:", ":&#8203;tada:"),
    ("https://x.y", "https:&#8203;//x.y"), ("WWW.x.y", "WWW&#8203;.x.y"),
    ("a | b", "a &#124; b"), ("$x$", "<span>$</span>&#8203;x<span>$</span>"),
    ("deadbeef1", "d&#8203;eadbeef1"), ("defaced 1234567", "defaced 1234567"),
    ("two\n\n  lines", "two lines"), ("a\u{202E}b", "a&#92;u{202e}b"), ("é ☃", "é ☃"),
  ])
  func plain(written: String, escaped: String) {
    #expect(text.plain(written) == escaped)
  }

  @Test(arguments: [
    ("similar_answers", "`similar_answers`"), ("a|b", "<code>a&#124;b</code>"),
    ("a`b", #"<code>a\`b</code>"#), (#"a\b"#, "<code>a&#92;b</code>"),
    ("@octocat #1 $x$ <b>", "`@octocat #1 $x$ <b>`"), ("", "<code></code>"),
  ])
  func code(written: String, escaped: String) {
    #expect(text.code(written) == escaped)
  }

  @Test(arguments: [
    ("set `a_b: 1` here", "set `a_b: 1` here"), ("`a` | `b`", "`a` &#124; `b`"),
    ("one ` alone", #"one \` alone"#), ("``` fence", #"\`\`\` fence"#),
    ("an empty `` pair", #"an empty \`\` pair"#), ("`a|b`", "<code>a&#124;b</code>"),
  ])
  func prose(written: String, escaped: String) {
    #expect(text.prose(written) == escaped)
  }

  @Test func linksLeadOnlyToAddresses() {
    #expect(MarkdownText.link("x", to: "https://a.b/c") == "[x](https://a.b/c)")
    #expect(MarkdownText.link("x", to: nil) == "x")
    #expect(MarkdownText.link("x", to: "https://a.b/) [y](z") == "x")
    #expect(
      MarkdownText.link("x", to: "https://github.com/a/b/issues/1")
        == "[x](https://redirect.github.com/a/b/issues/1)")
  }

  @Test func longTextsAreCut() {
    #expect(MarkdownText(longest: 3).plain("abcdef") == "abc…")
    #expect(MarkdownText(longest: 3).code("abc") == "`abc`")
  }

  /// All punctuation, next to all punctuation, letters, digits and spaces.
  @Test func nothingMeansAnything() {
    for first in alphabet {
      for second in alphabet {
        check("\(first)\(second)")
        check("a\(first)\(second)1")
      }
    }
    var random = SeededGenerator(seed: 8)
    for _ in 0..<5_000 {
      let length = Int.random(in: 3...24, using: &random)
      check(String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) }))
    }
  }

  private let alphabet: [Character] =
    (0x20..<0x7F).compactMap { Unicode.Scalar($0) }.map(Character.init)

  private func check(_ written: String) {
    let shown = written.split(separator: " ").joined(separator: " ")
    let escaped = text.plain(written)
    #expect(read(escaped) == shown)
    #expect(read(text.code(written)) == shown)
    #expect(
      read(text.prose(written)).replacing("`", with: "") == shown.replacing("`", with: ""))
    var own = escaped.replacing("<span>$</span>", with: "").replacing("&#8203;", with: "\u{1}")
    for (reference, _) in references { own = own.replacing(reference, with: "\u{2}") }
    #expect(!own.contains("<") && !own.contains(">") && !own.contains("|"), "\(written)")
    #expect(!own.contains("$") && !own.contains("://") && !own.contains("www."), "\(written)")
    var previous: Character = " "
    for (character, next) in zip(own, own.dropFirst() + " ") {
      if "*_[]~`#".contains(character) { #expect(previous == "\\", "\(written)") }
      if "@#:!%^~".contains(character) { #expect(" \u{1}".contains(next), "\(written)") }
      previous = character
    }
  }

  private let references = [
    ("&lt;", "<"), ("&gt;", ">"), ("&#124;", "|"), ("&#92;", "\\"), ("&amp;", "&"),
  ]

  /// What a reader sees.
  private func read(_ escaped: String) -> String {
    var seen = ""
    var rest = escaped[...]
    while let next = rest.first {
      if next == "\\" {
        seen += rest.dropFirst().prefix(1)
        rest = rest.dropFirst(2)
      } else if next == "`" {
        let code = rest.dropFirst().prefix { $0 != "`" }
        seen += code
        rest = rest.dropFirst(code.count + 2)
      } else if next == "<" {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else if next == "&" {
        let reference = rest.prefix { $0 != ";" } + ";"
        seen += references.first { $0.0 == reference }?.1 ?? ""
        rest = rest.dropFirst(reference.count)
      } else {
        seen.append(next)
        rest = rest.dropFirst()
      }
    }
    return seen
  }
}

@Suite struct MermaidTextTests {
  @Test(arguments: [
    ("similar answers, v2", "similar answers, v2"), ("a-b", "a-b"), ("- a", "#45; a"),
    (#"a"b"#, "a#34;b"), ("$$x", "#36;#8203;#36;#8203;x"), ("ﬂ°ß", "#64258;#176;#223;"),
    ("1. a;", "1#46; a#59;"), ("`<b>`#", "#96;#60;b#62;#96;#35;"),
  ])
  func label(written: String, escaped: String) {
    #expect(MermaidText.label(written) == escaped)
  }

  @Test func onlyReferencesAndLettersAreLeft() {
    for value in UInt32(0)..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let label = MermaidText.label("x\(scalar)y")
      for character in "<>\"'`|\\[](){}%*_~$\n" { #expect(!label.contains(character)) }
    }
  }

  @Test func longLabelsAreCut() {
    #expect(MermaidText.label("abcdef", longest: 3) == "abc…")
  }
}
