internal import SourceText

/// What is wrong with a file that could not be audited.
struct MarkdownRefusal {
  private let refusal: Refusal
  private let isSummary: Bool

  init(_ refusal: Refusal, isSummary: Bool) {
    self.refusal = refusal
    self.isSummary = isSummary
  }

  var rendered: String {
    let text = MarkdownText(longest: isSummary ? 400 : nil)
    let room = isSummary ? MarkdownRoom(rows: 40, bytes: 20_000) : nil
    return "# Memory review: \(text.code(refusal.file))\n\n**It could not be audited.**\n\n"
      + MarkdownRows(refusal.problems, in: room) { problem in
        let place = problem.position.map { "line \($0.line), column \($0.column): " } ?? ""
        let help = problem.help.map { " *Help:* \(text.prose($0))" } ?? ""
        return place + text.prose(problem.message) + "." + help
      }.list(of: "problem")
  }
}
