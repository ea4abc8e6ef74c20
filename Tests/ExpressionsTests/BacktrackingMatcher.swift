/// A pattern as the property test makes it up, and the obvious way to match it.
indirect enum MadeUpPattern {
  case literal(Unicode.Scalar)
  case dot
  case members([Unicode.Scalar], isNegated: Bool)
  case start
  case end
  case wordBoundary(isNegated: Bool)
  case sequence([MadeUpPattern])
  case alternation([MadeUpPattern])
  case repetition(MadeUpPattern, least: Int, most: Int?, isLazy: Bool)

  var text: String {
    switch self {
    case .literal(let scalar): scalar == "\n" ? "\\n" : String(scalar)
    case .dot: "."
    case .members(let members, let isNegated):
      "[\(isNegated ? "^" : "")\(String(String.UnicodeScalarView(members)))]"
    case .start: "^"
    case .end: "$"
    case .wordBoundary(let isNegated): isNegated ? "\\B" : "\\b"
    case .sequence(let parts): parts.map(\.text).joined()
    case .alternation(let branches): "(" + branches.map(\.text).joined(separator: "|") + ")"
    case .repetition(let part, let least, let most, let isLazy):
      "(?:\(part.text))" + operatorText(least, most) + (isLazy ? "?" : "")
    }
  }

  private func operatorText(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (let least, nil): "{\(least),}"
    case (let least, let most?): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }
}

struct BacktrackingMatcher {
  let text: [Unicode.Scalar]

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  func finds(_ pattern: MadeUpPattern) -> Bool {
    (0...text.count).contains { matches(pattern, at: $0) { _ in true } }
  }

  private func matches(
    _ pattern: MadeUpPattern, at place: Int, then proceed: (Int) -> Bool
  ) -> Bool {
    switch pattern {
    case .literal(let scalar): consumes(place, proceed) { $0 == scalar }
    case .dot: consumes(place, proceed) { $0 != "\n" }
    case .members(let members, let isNegated):
      consumes(place, proceed) { members.contains($0) != isNegated }
    case .start: place == 0 && proceed(place)
    case .end: place == text.count && proceed(place)
    case .wordBoundary(let isNegated):
      (isWord(place - 1) == isWord(place)) == isNegated && proceed(place)
    case .sequence(let parts): matches(parts[...], at: place, then: proceed)
    case .alternation(let branches):
      branches.contains { matches($0, at: place, then: proceed) }
    case .repetition(let part, let least, let most, _):
      repeats(part, least, most, at: place, then: proceed)
    }
  }

  private func matches(
    _ parts: ArraySlice<MadeUpPattern>, at place: Int, then proceed: (Int) -> Bool
  ) -> Bool {
    guard let first = parts.first else { return proceed(place) }
    return matches(first, at: place) { matches(parts.dropFirst(), at: $0, then: proceed) }
  }

  private func repeats(
    _ part: MadeUpPattern, _ least: Int, _ most: Int?, at place: Int, then proceed: (Int) -> Bool
  ) -> Bool {
    if least > 0 {
      return matches(part, at: place) {
        repeats(part, least - 1, most.map { $0 - 1 }, at: $0, then: proceed)
      }
    }
    if proceed(place) { return true }
    if most == 0 { return false }
    return matches(part, at: place) { end in
      end > place && repeats(part, 0, most.map { $0 - 1 }, at: end, then: proceed)
    }
  }

  private func consumes(
    _ place: Int, _ proceed: (Int) -> Bool, _ accepts: (Unicode.Scalar) -> Bool
  ) -> Bool {
    place < text.count && accepts(text[place]) && proceed(place + 1)
  }

  private func isWord(_ place: Int) -> Bool {
    text.indices.contains(place) && (text[place] == "a" || text[place] == "b")
  }
}
