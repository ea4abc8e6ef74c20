internal import SourceText

/// What libyaml's failure means to somebody who wrote the file, and what to write instead.
func diagnostic(
  _ failure: SyntaxFailure, file: SourceFile, firstByte: Int, offset: (_ mark: Int) -> Int
) -> Diagnostic {
  func character(at start: Int) -> Span { Span(start, min(start + 1, file.bytes.count)) }
  let start =
    switch failure.place {
    case .mark(let mark): offset(mark)
    case .byte(let byte): sequenceStart(before: firstByte + byte, of: failure, in: file.bytes)
    }
  if failure.problem == "found unexpected end of stream", let mark = failure.contextMark {
    return Diagnostic(
      "this quote is never closed", at: character(at: offset(mark)),
      help: "close it on the same line")
  }
  let advice = advice(for: failure, at: start, in: file)
  var notes: [Diagnostic.Note] = []
  if let mark = failure.contextMark, offset(mark) != start, let context = failure.context {
    notes.append(Diagnostic.Note(begins(context), at: Span(at: offset(mark))))
  }
  return Diagnostic(advice.message, at: character(at: start), help: advice.help, notes: notes)
}

/// What libyaml was reading, named where it begins.
private func begins(_ context: String) -> String {
  switch context {
  case "while parsing a block mapping": "the mapping begins here"
  case "while parsing a block collection": "the list begins here"
  case "while parsing a flow mapping": "the `{` is here"
  case "while parsing a flow sequence": "the `[` is here"
  case "while scanning a simple key": "the key begins here"
  default: context
  }
}

/// Where a UTF-8 sequence begins of which libyaml blames a later byte.
private func sequenceStart(before byte: Int, of failure: SyntaxFailure, in bytes: [UInt8]) -> Int {
  guard failure.problem == "invalid trailing UTF-8 octet" else { return byte }
  return bytes[..<min(byte, bytes.count)].lastIndex { $0 >= 0xC0 } ?? byte
}

private func advice(
  for failure: SyntaxFailure, at start: Int, in file: SourceFile
) -> (message: String, help: String?) {
  let character = start < file.bytes.count ? file.bytes[start] : nil
  switch failure.problem {
  case "invalid leading UTF-8 octet", "invalid trailing UTF-8 octet",
    "incomplete UTF-8 octet sequence",
    "invalid length of a UTF-8 sequence", "invalid Unicode character":
    return ("this byte is not UTF-8", "save the file as UTF-8")
  case "control characters are not allowed":
    return (
      "a control character cannot stand in YAML",
      "remove it, or write it as `\"\\x07\"` in double quotes"
    )
  case "found character that cannot start any token":
    switch character {
    case UInt8(ascii: "\t"):
      return ("a tab cannot indent YAML", "use spaces")
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
      return ("a value cannot begin with this character", "put the value in quotes")
    default:
      return ("no value can begin here", nil)
    }
  case "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    return ("a tab cannot indent YAML", "use spaces")
  case "mapping values are not allowed in this context":
    return (
      "a `key: value` cannot stand here",
      "put text that contains `: ` in quotes, or check the indentation of this line"
    )
  case "did not find expected key":
    return (
      "the keys of this mapping do not line up here",
      "start all keys of one mapping in the same column"
    )
  case "did not find expected '-' indicator":
    return (
      "the items of this list do not line up here", "start all items with `- ` in the same column"
    )
  case "did not find expected ',' or '}'":
    return ("a `,` or `}` is missing before this", "close the mapping that begins with `{`")
  case "did not find expected ',' or ']'":
    return ("a `,` or `]` is missing before this", "close the list that begins with `[`")
  case "could not find expected ':'":
    return (
      "a `:` is missing after this key", "write `key: value`, with a space after the colon"
    )
  case "found unexpected document indicator":
    return ("a quoted text is not closed before this", "close the quotes")
  case "found unknown escape character":
    return (
      "this backslash sequence is not known", "write `\\\\` for a backslash, or use single quotes"
    )
  default:
    return (failure.problem, nil)
  }
}
