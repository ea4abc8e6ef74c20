/// A piece of an expression's text, as far as mutation tells them apart. All pieces joined are the text.
struct ExpressionPiece: Equatable {
  enum Kind {
    case space
    case string
    case number
    case name
    case sign
  }

  let kind: Kind
  let text: String

  /// What a string says between its quotes; nil for anything else.
  var quoted: String? {
    guard kind == .string, text.count >= 2 else { return nil }
    return String(text.drop { $0 != "'" && $0 != "\"" }.dropFirst().dropLast())
  }

  static func pieces(of text: String) -> [ExpressionPiece] {
    var rest = text[...]
    var pieces: [ExpressionPiece] = []
    while let first = rest.first {
      let (kind, length) = measure(rest, first)
      pieces.append(ExpressionPiece(kind: kind, text: String(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  private static func measure(_ rest: Substring, _ first: Character) -> (Kind, length: Int) {
    if first.isWhitespace { return (.space, rest.prefix(while: \.isWhitespace).count) }
    if first.isNumber {
      return (.number, rest.prefix { $0.isNumber || $0 == "." || $0.isLetter }.count)
    }
    if first == "'" || first == "\"" { return (.string, stringLength(rest, isRaw: false)) }
    if first.isLetter || first == "_" {
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let next = rest.dropFirst(name.count)
      guard name.lowercased() == "r", next.first == "'" || next.first == "\"" else {
        return (.name, name.count)
      }
      return (.string, name.count + stringLength(next, isRaw: true))
    }
    let isDouble = ["==", "!=", "<=", ">=", "&&", "||"].contains(rest.prefix(2))
    return (.sign, isDouble ? 2 : 1)
  }

  private static func stringLength(_ rest: Substring, isRaw: Bool) -> Int {
    var length = 1
    var isEscaped = false
    for character in rest.dropFirst() {
      length += 1
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = !isRaw
      } else if character == rest.first {
        break
      }
    }
    return length
  }
}
