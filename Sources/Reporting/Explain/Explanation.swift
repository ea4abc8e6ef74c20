package import SourceText

/// Something explained: a title, then headed paragraphs and lists. The terminal and the documentation show it.
package struct Explanation: Sendable {
  enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    /// Perhaps with where it is told.
    case item(String, Citation?)
    case code(String)
    /// A condition of a rule: one text, however long.
    case expression(String)
  }

  let title: String
  let subtitle: String
  let blocks: [Block]

  package func rendered(paint: Paint, width: Int) -> String {
    var text = "\(paint(printable(title), .bold)) \(paint("— " + printable(subtitle), .faint))\n"
    for block in blocks {
      switch block {
      case .heading(let heading): text += "\n" + paint(heading, .bold) + "\n"
      case .paragraph(let paragraph): text += lines(paragraph, first: "  ", rest: "  ", width)
      case .item(let item, let citation):
        let parts = [item, citation?.text ?? ""].filter { !$0.isEmpty }
        text += lines(parts.joined(separator: " "), first: "  - ", rest: "    ", width)
      case .expression(let code):
        let line = code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text += lines(line, first: "    ", rest: "      ", width)
      case .code(let code):
        for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
          text += line.isEmpty ? "\n" : "    \(printable(line))\n"
        }
      }
    }
    return text
  }

  private func lines(_ text: String, first: String, rest: String, _ width: Int) -> String {
    wrapped(printable(text), to: width - rest.count).enumerated().map { index, line in
      (index == 0 ? first : rest) + line + "\n"
    }.joined()
  }
}
