/// A drawing with its title and its description in words.
struct Drawing {
  let anchor: Anchor
  let title: String
  let description: String
  let width: Double
  let height: Double
  /// Whether there is something in it that can be followed.
  var hasLinks = false
  var style = ""

  func markup(_ content: Markup) -> Markup {
    let id = anchor.name
    let role = hasLinks ? "group" : "img"
    return """
      <svg class="\(style)" viewBox="0 0 \(width) \(height)" role="\(role)" aria-labelledby="\(id)-title" \
      aria-describedby="\(id)-words">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-words">\(description)</desc>
      \(content)</svg>

      """
  }
}

enum TextAnchor: String {
  case start
  case middle
  case end
}

/// A line of text in a drawing.
func label(
  _ text: String, x: Double, y: Double, _ style: String, _ anchor: TextAnchor = .start
) -> Markup {
  "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\">\(text)</text>\n"
}
