internal import Architecture
internal import Expressions
internal import SourceText

/// A message with places in braces for values: `{subject.id} keeps {subject.window.turns} turns`.
package final class Template: Sendable {
  /// A value named by the fields on the way to it, and how it is written.
  struct Path: Sendable {
    let names: [String]
    let expression: Expression
    let form: NumberForm
  }

  enum Piece: Sendable {
    case text(String)
    case value(Path)
  }

  let pieces: [Piece]

  init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The message as the checklist has it.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let path): "{\(path.names.joined(separator: "."))}"
      }
    }.joined()
  }

  /// The message for one subject. A value that is undeclared or none is said to be so; an id is quoted, so that it is
  /// not read as a word of the sentence.
  func filled(_ variables: [Expressions.Value]) -> String {
    pieces.reduce(into: "") { message, piece in
      switch piece {
      case .text(let text): message += text
      case .value(let path) where path.names.last == "id" && message.last != "`":
        message += "`\(path.written(variables))`"
      case .value(let path): message += path.written(variables)
      }
    }
  }
}

extension Template.Path {
  fileprivate func written(_ variables: [Expressions.Value]) -> String {
    guard case .success(let value) = expression.evaluate(variables) else { return "?" }
    return ValueText.text(value, in: form)
  }
}
