extension Explanation {
  /// The explanation as a page of the documentation.
  package var markdown: String {
    let escape = MarkdownText(longest: nil)
    var text = "# \(escape.code(title))\n\n*\(escape.plain(subtitle))*\n"
    var isInList = false
    for block in blocks {
      if case .item = block {} else { isInList = false }
      switch block {
      case .heading(let heading): text += "\n## \(escape.plain(heading))\n"
      case .paragraph(let paragraph): text += "\n\(escape.prose(paragraph))\n"
      case .expression(let code), .code(let code): text += "\n```yaml\n\(code)\n```\n"
      case .item(let item, let citation):
        if !isInList { text += "\n" }
        isInList = true
        let link = citation.map { MarkdownText.link(escape.plain($0.title), to: $0.url) }
        let parts = [item.isEmpty ? nil : escape.prose(item), link].compactMap(\.self)
        text += "- \(parts.joined(separator: " "))\n"
      }
    }
    return text
  }
}
