/// What a pattern says, without what only captures and match positions would need.
enum PatternSyntax: Equatable, Sendable {
  case empty
  case scalar(UInt32)
  case set(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternSyntax])
  case alternation([PatternSyntax])
  /// `most` is nil where there is no upper limit.
  indirect case repetition(PatternSyntax, least: Int, most: Int?)
}

extension PatternSyntax {
  private var isEmpty: Bool { if case .empty = self { true } else { false } }

  static func inSequence(_ parts: [PatternSyntax]) -> PatternSyntax {
    let parts = parts.contains(where: \.isEmpty) ? parts.filter { !$0.isEmpty } : parts
    guard let first = parts.first else { return .empty }
    return parts.count == 1 ? first : .sequence(parts)
  }

  static func anyOf(_ branches: [PatternSyntax]) -> PatternSyntax {
    guard let first = branches.first else { return .empty }
    return branches.count == 1 ? first : .alternation(branches)
  }

  /// Never a repetition of nothing, so that every repetition compiles to instructions.
  static func repeating(_ part: PatternSyntax, least: Int, most: Int?) -> PatternSyntax {
    part.isEmpty || most == 0 ? .empty : .repetition(part, least: least, most: most)
  }
}

/// A condition on the place between two scalars.
enum PatternAssertion: UInt8, Sendable {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordBoundary
  case notWordBoundary

  func holds(between before: UInt32?, and after: UInt32?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == lineFeed
    case .lineEnd: after == nil || after == lineFeed
    case .wordBoundary: isWord(before) != isWord(after)
    case .notWordBoundary: isWord(before) == isWord(after)
    }
  }

  private func isWord(_ scalar: UInt32?) -> Bool {
    scalar.map(ScalarSet.word.contains) ?? false
  }
}

private let lineFeed: UInt32 = 0x0A

/// The flags that change the verdict; `U` is read and forgotten.
struct PatternFlags: Equatable {
  var ignoresCase = false
  var anchorsMatchLines = false
  var dotMatchesLineFeed = false
}
