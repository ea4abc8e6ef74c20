internal import SourceText

extension Checker {
  /// Reports literals in `syntax` that are compared with a choice and are not among its names.
  mutating func checkChoices(_ type: ValueType, _ syntax: Syntax) {
    guard let names = type.choices else { return }
    switch syntax.kind {
    case .literal(.string(let text)):
      guard !names.contains(text) else { return }
      let help = didYouMean(text, among: names) ?? "it is one of: " + names.joined(separator: ", ")
      report("`\(text)` is not among the choices", at: syntax.span, help: help)
    case .list(let elements):
      for element in elements { checkChoices(type, element) }
    case .conditional(_, let yes, let no):
      checkChoices(type, yes)
      checkChoices(type, no)
    default: break
    }
  }

  /// Reports what is wrong with a literal pattern.
  mutating func check(pattern: String, _ syntax: Syntax) {
    do throws(RegularExpressionError) {
      _ = try RegularExpression(pattern)
    } catch {
      let isWhole = syntax.literalText == pattern
      refuse(
        "the regular expression is broken: \(error.message)",
        at: isWhole ? place(ofOffset: error.offset, in: syntax.span) : syntax.span)
    }
  }

  /// Where an offset in a literal's text is in the expression; the whole literal where it has escapes.
  private func place(ofOffset offset: Int, in span: Span) -> Span {
    let literal = StringLiteral(span, in: Array(text.utf8))
    guard literal.isPlain else { return span }
    let start = min(literal.content.start + offset, literal.content.end)
    return Span(start, min(start + 1, literal.content.end))
  }
}
