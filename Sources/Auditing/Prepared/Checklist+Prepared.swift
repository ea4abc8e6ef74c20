internal import Architecture
internal import Bytes
internal import Expressions
internal import SourceText

extension ByteWriter {
  mutating func write(_ checklist: Checklist) throws(Unwritable) {
    write(checklist.id)
    write { parts in
      parts.write { part in
        part.write(checklist.title)
        part.write(checklist.about)
        part.write(checklist.sources)
        part.write(checklist.file.name)
        part.write(checklist.questions) { writer, question in
          writer.write(question.id)
          writer.write(question.asks)
          writer.write(question.section)
          writer.write(question.sources)
          writer.write(question.rules) { writer, rule in
            writer.write(rule.text)
            writer.write(rule.span)
          }
        }
      }
    }
    try write(checklist.rules) { writer, rule throws(Unwritable) in try writer.write(rule) }
  }
}

extension ChecklistContents: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> ChecklistContents {
    let title = try reader.text()
    let about = try reader.text()
    let sources = try reader.texts()
    let source = ChecklistSource.builtIn(try reader.text())
    return ChecklistContents(
      title: title, about: about, sources: sources,
      questions: try reader.list { reader throws(Unreadable) in try Question(&reader) },
      source: source)
  }

  static var unreadable: ChecklistContents {
    ChecklistContents(title: "", about: "", sources: [], questions: [], source: .builtIn(""))
  }
}

extension Question {
  fileprivate init(_ reader: inout ByteReader) throws(Unreadable) {
    id = try reader.text()
    asks = try reader.text()
    section = try reader.optionalText()
    sources = try reader.texts()
    rules = try reader.list { reader throws(Unreadable) in
      WrittenText(text: try reader.text(), span: try reader.span())
    }
  }
}
