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
      case .paragraph(let paragraph):
        text += lines(of: paragraph, to: width, first: "  ", rest: "  ")
      case .item(let item, let citation):
        let parts = [item, citation?.text ?? ""].filter { !$0.isEmpty }
        text += lines(of: parts.joined(separator: " "), to: width, first: "  - ", rest: "    ")
      case .expression(let code):
        let line = code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text += lines(of: line, to: width, first: "    ", rest: "      ")
      case .code(let code):
        for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
          text += line.isEmpty ? "\n" : "    \(printable(line))\n"
        }
      }
    }
    return text
  }
}
