/// Text for the log of a workflow, in which the runner of GitHub looks for commands: at the beginning of a line in one
/// form, anywhere in the other.
package func withoutWorkflowCommands(_ text: String) -> String {
  guard text.contains("::") || text.contains("##[") else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let words = line.drop(while: \.isWhitespace)
    let guarded =
      words.hasPrefix("::") ? line.prefix(line.count - words.count) + "\\" + words : line
    return guarded.split(separator: "##[", omittingEmptySubsequences: false)
      .joined(separator: "##\\[")
  }.joined(separator: "\n")
}
