import Testing

@testable import Reporting

@Suite struct MarkupTests {
  @Test func whatIsInterpolatedIsEscaped() {
    let name = #"<script>alert("1")</script> & 'more'"#
    let markup: Markup = "<p title=\"\(name)\">\(name)</p>"
    let safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;"
    #expect(markup.html == "<p title=\"\(safe)\">\(safe)</p>")
  }

  @Test func whatCannotBeSeenIsMadeVisible() {
    let markup: Markup = "\("a\u{202E}b\u{1B}[31m")"
    #expect(markup.html == "a\\u{202e}b\u{241B}[31m")
  }

  @Test func markupGoesInAsItIs() {
    let inner: Markup = "<b>\("<")</b>"
    let markup: Markup = "\(inner)\([inner, inner])"
    #expect(markup.html == "<b>&lt;</b><b>&lt;</b><b>&lt;</b>")
  }

  @Test(arguments: [
    ("declare `a` and `b`", "declare <code>a</code> and <code>b</code>"), ("`a", "`a"),
    ("`a` or `b", "<code>a</code> or `b"), ("", ""), ("``", "<code></code>"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
  ])
  func backticksAreCode(text: String, html: String) {
    #expect(Markup(prose: text).html == html)
  }

  @Test(arguments: [
    (0.0, "0"), (12.0, "12"), (12.34, "12.3"), (-0.06, "-0.1"), (-0.01, "0"), (99.97, "100"),
    (.infinity, "0"), (.nan, "0"),
  ])
  func coordinatesHaveATenth(number: Double, text: String) {
    let markup: Markup = "\(number)"
    #expect(markup.html == text)
  }

  @Test func anchorsOfDifferentNamesDiffer() {
    let names = ["a b", "a~20~b", "a:b", "a-b", "a\u{0}b", "é", "e"]
    let anchors = names.map { Anchor(file: $0).name } + [Anchor(file: "a")("b").name]
    #expect(Set(anchors).count == anchors.count)
    #expect(anchors[0] == "a~20~b")
  }
}

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func examplesOfTheStandard(message: String, base64: String) {
    #expect(SHA256(message.utf8).base64 == base64)
  }

  /// The length decides how a message is filled up to whole blocks.
  @Test(arguments: [
    (55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
    (56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
    (63, "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="),
    (64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
    (65, "Y1NhxIu56rFBmOduqKt/GkFoXWrWKqkUbTAdTxfrCuA="),
    (119, "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="),
    (120, "Lz0zVDLHC1gK8Ojhs2dKfAINaDql9zqq7f3FWvkEwhw="),
    (100_000, "bRzyLXzAmwhd/CXuGh864CZYBMYHvCB0rSU7zIL9ge4="),
  ])
  func lengthsAroundABlock(length: Int, base64: String) {
    #expect(SHA256([UInt8](repeating: UInt8(ascii: "a"), count: length)).base64 == base64)
  }
}
