internal import Analysis
internal import Bytes
package import SourceText

/// What a reviewer would ask, and the rules that answer.
package struct Question: Sendable {
  package let id: String
  package let asks: String
  package let section: String?
  /// By their ids.
  package let rules: [WrittenText]
  package let sources: [String]
}

/// Questions and rules that belong together.
package final class Checklist: Sendable {
  package let id: String
  package let rules: [Rule]
  /// Where its id is written; of a checklist that was prepared nobody asks.
  let idSpan: Span
  private let parts: ByteSlice?
  private let contents: Deferred<ChecklistContents>

  init(id: String, at idSpan: Span, rules: [Rule], _ contents: ChecklistContents) {
    self.id = id
    self.idSpan = idSpan
    self.rules = rules
    parts = nil
    self.contents = Deferred(contents)
  }

  /// A checklist that was prepared.
  init(_ reader: inout ByteReader) throws(Unreadable) {
    let name = try reader.text()
    id = name
    idSpan = Span(at: 0)
    parts = try reader.part()
    contents = Deferred()
    rules = try reader.list { reader throws(Unreadable) in try Rule(&reader, checklist: name) }
  }

  package var title: String { all.title }
  package var about: String { all.about }
  package var sources: [String] { all.sources }
  package var questions: [Question] { all.questions }
  package var file: SourceFile { all.source.file }
  var isBuiltIn: Bool { all.source.isBuiltIn }

  var all: ChecklistContents { contents.value(0, of: parts) }
}

/// What a checklist says, its rules apart.
final class ChecklistContents: Sendable {
  let title: String
  let about: String
  let sources: [String]
  let questions: [Question]
  let source: ChecklistSource

  init(
    title: String, about: String, sources: [String], questions: [Question],
    source: ChecklistSource
  ) {
    self.title = title
    self.about = about
    self.sources = sources
    self.questions = questions
    self.source = source
  }
}

/// Where a checklist is written.
enum ChecklistSource: Sendable {
  case read(SourceFile)
  /// The path of a file that comes with the program.
  case builtIn(String)

  init(_ file: SourceFile, isBuiltIn: Bool) {
    self = isBuiltIn ? .builtIn(file.name) : .read(file)
  }

  var isBuiltIn: Bool {
    switch self {
    case .read: false
    case .builtIn: true
    }
  }

  var file: SourceFile {
    switch self {
    case .read(let file): file
    case .builtIn(let path): EmbeddedFiles.file(path) ?? SourceFile(name: path, bytes: [])
    }
  }
}
