/// The ways to change one thing in an expression, so that it means something else.
struct ExpressionMutation {
  /// One change: where, and what stands there instead. Of several texts the first that can be compiled is meant.
  struct Change {
    let range: Range<Int>
    let replacements: [String]
  }

  let pieces: [ExpressionPiece]
  /// For a word of a closed vocabulary the other words of it.
  private let choices: [[String]]

  init(_ text: String, choices: [[String]]) {
    pieces = ExpressionPiece.pieces(of: text)
    self.choices = choices
  }

  var changes: [Change] {
    [Change(range: pieces.indices, replacements: ["!(" + text(pieces.indices) + ")"])]
      + pieces.indices.flatMap(changes) + droppedElements
  }

  func text(applying replacement: String, at range: Range<Int>) -> String {
    text(0..<range.lowerBound) + replacement + text(range.upperBound..<pieces.count)
  }

  /// The change as a reader sees it: the place with a few words around it.
  func note(_ replacement: String, at range: Range<Int>) -> String {
    guard range != pieces.indices else { return "the whole of it negated" }
    let before = text(0..<range.lowerBound).suffix(36)
    let after = text(range.upperBound..<pieces.count).prefix(24)
    let shown = replacement.isEmpty ? "nothing" : replacement
    let note = "…\(before)[\(text(range)) → \(shown)]\(after)…"
    return note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func text(_ range: Range<Int>) -> String { pieces[range].map(\.text).joined() }

  // MARK: One piece

  private func changes(at index: Int) -> [Change] {
    let piece = pieces[index]
    let change = { Change(range: index..<index + 1, replacements: [$0]) }
    switch piece.kind {
    case .space: return []
    case .sign: return Self.signs[piece.text, default: []].map(change)
    case .name: return Self.words[piece.text].map { [change($0)] } ?? []
    case .number: return Self.numbers(piece.text).map(change)
    case .string:
      let word = piece.quoted ?? ""
      guard !isArgumentOfDuration(index) else {
        let isZero = !word.contains { $0.isNumber && $0 != "0" }
        return isZero
          ? [change("'1s'")] : [2, 0.5].map { change("'" + Self.scaled(word, by: $0) + "'") }
      }
      return [Change(range: index..<index + 1, replacements: otherWords(for: word))]
    }
  }

  private static let signs = [
    "==": ["!="], "!=": ["=="], "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="],
    ">=": [">", "<"], "&&": ["||"], "||": ["&&"], "!": [""],
  ]

  private static let words = [
    "true": "false", "false": "true", "certain": "possible", "possible": "certain",
  ]

  private static func numbers(_ text: String) -> [String] {
    if let whole = Int(text) { return [String(whole + 1), String(whole - 1)] }
    return Double(text).map { [String($0 * 2), String($0 / 2)] } ?? []
  }

  private func isArgumentOfDuration(_ index: Int) -> Bool {
    let before = pieces[..<index].filter { $0.kind != .space }.suffix(2)
    return before.map(\.text) == ["duration", "("]
  }

  /// Every number in a text multiplied: `1h30m` doubled is `2h60m`.
  private static func scaled(_ text: String, by factor: Double) -> String {
    var scaled = ""
    for piece in text.split(separator: #/[a-zµ]+/#, omittingEmptySubsequences: true) {
      let unit = text.dropFirst(text.distance(from: text.startIndex, to: piece.endIndex))
        .prefix { $0.isLetter }
      scaled += (Double(piece).map { String($0 * factor) } ?? String(piece)) + unit
    }
    return scaled
  }

  /// A word of each vocabulary that has this one, rather one that the expression does not name; at last, no word.
  private func otherWords(for word: String) -> [String] {
    let named = Set(pieces.compactMap(\.quoted))
    let others = choices.filter { $0.contains(word) }.compactMap { words in
      words.first { !named.contains($0) } ?? words.first { $0 != word }
    }
    return (others + ["x"]).map { "'\($0)'" }
  }

  // MARK: Lists

  /// Each element of each list left out.
  private var droppedElements: [Change] {
    var changes: [Change] = []
    for (open, piece) in pieces.enumerated() where piece.text == "[" && !isIndexing(open) {
      let elements = elements(ofListAt: open)
      for (index, element) in elements.enumerated() {
        let isFirst = index == 0
        let end = isFirst && elements.count > 1 ? element.upperBound + 1 : element.upperBound
        let start = isFirst ? element.lowerBound : element.lowerBound - 1
        changes.append(Change(range: start..<end, replacements: [""]))
      }
    }
    return changes
  }

  private func isIndexing(_ index: Int) -> Bool {
    guard let before = pieces[..<index].last(where: { $0.kind != .space }) else { return false }
    return before.kind == .name && before.text != "in" || [")", "]"].contains(before.text)
  }

  /// The ranges of the elements, without the commas between them.
  private func elements(ofListAt open: Int) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var start = open + 1
    var depth = 0
    for index in (open + 1)..<pieces.count {
      switch pieces[index].text {
      case "(", "[", "{": depth += 1
      case ",", "]":
        if depth == 0 {
          if start < index { elements.append(start..<index) }
          if pieces[index].text == "]" { return elements }
          start = index + 1
        } else if pieces[index].text == "]" {
          depth -= 1
        }
      case ")", "}": depth -= 1
      default: continue
      }
    }
    return elements
  }
}
