internal import Architecture
package import SourceText
internal import YAML

/// The outcome of reading a checklist: the checklist, unless something is wrong, and everything that is.
package struct ChecklistReading: Sendable {
  package let checklist: Checklist?
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceFile, isBuiltIn: Bool = false) {
    let document = Document(file)
    if let version = document.root?.entry("memaudit"), document.root?["checklist"] == nil {
      checklist = nil
      diagnostics = [
        Diagnostic(
          "this is an architecture, and no checklist", at: version.keySpan,
          help: "write `memaudit check \(SourceFile.operand(file.name))`")
      ]
      return
    }
    var reader = RecordReader()
    guard let root = document.root,
      let record = reader.record(root, as: .checklistFile, path: "", subject: "the checklist")
    else {
      checklist = nil
      let found = (document.diagnostics + reader.diagnostics).inFileOrder
      diagnostics =
        found.isEmpty ? [Diagnostic("the checklist is empty", at: Span(at: 0))] : found
      return
    }
    let id = record.text("checklist") ?? ""
    let source = ChecklistSource(file, isBuiltIn: isBuiltIn)
    var compiler = RuleCompiler(file, root: root, checklist: id, source: source)
    let rules = record.records("rules").compactMap { compiler.rule($0) }
    diagnostics =
      (document.diagnostics + reader.diagnostics + compiler.diagnostics).inFileOrder
    checklist =
      diagnostics.isEmpty
      ? Checklist(
        id: id, at: record.entry("checklist")?.span ?? record.span, rules: rules,
        ChecklistContents(
          title: record.text("title") ?? "", about: record.text("about") ?? "",
          sources: record.texts("sources"),
          questions: record.records("questions").map(Question.init), source: source)) : nil
  }
}

extension Question {
  fileprivate init(_ record: Record) {
    id = record.text("id") ?? ""
    asks = record.text("asks") ?? ""
    section = record.text("section")
    rules = record.textItems("rules")
    sources = record.texts("sources")
  }
}
