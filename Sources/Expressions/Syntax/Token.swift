internal import SourceText

/// The smallest parts of an expression.
struct Token {
  enum Kind: Equatable {
    case name
    case quotedName
    case reserved
    case keywordTrue
    case keywordFalse
    case keywordNull
    case int
    case uint
    case double
    case string
    case bytes
    case leftParenthesis
    case rightParenthesis
    case leftBracket
    case rightBracket
    case leftBrace
    case rightBrace
    case dot
    case comma
    case colon
    case question
    case not
    case plus
    case minus
    case star
    case slash
    case percent
    case and
    case or
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case equal
    case notEqual
    case keywordIn
    case end
  }

  let kind: Kind
  let span: Span
}

/// The first thing that makes a text no expression.
struct SyntaxError: Error {
  let diagnostic: Diagnostic

  init(_ message: String, at span: Span, help: String? = nil) {
    diagnostic = Diagnostic(message, at: span, help: help)
  }
}
