internal import SourceText

extension Machine {
  /// Whether two values are equal; unknown where that hangs on what is not declared.
  mutating func equal(_ left: Value, _ right: Value, at span: Span) throws(EvaluationError)
    -> Truth
  {
    switch (left, right) {
    case (.unknown(let mine), .unknown(let theirs)):
      try charge(2, at: span)
      return .unknown(mine.union(theirs))
    case (.unknown(let unknown), _), (_, .unknown(let unknown)):
      return .unknown(unknown.closed)
    case (.string(let mine), .string(let theirs)):
      if mine.utf8.count != theirs.utf8.count { return .no }
      try charge(textOf: mine.utf8.count, at: span)
      return Truth(mine.isSame(as: theirs))
    case (.null, .null): return .yes
    case (.bool(let mine), .bool(let theirs)): return Truth(mine == theirs)
    case (.int(let mine), .int(let theirs)): return Truth(mine == theirs)
    case (.double(let mine), .double(let theirs)): return Truth(mine == theirs)
    case (.int(let whole), .double(let number)), (.double(let number), .int(let whole)):
      return Truth(compare(whole, number) == .equal)
    case (.duration(let mine), .duration(let theirs)): return Truth(mine == theirs)
    case (.timestamp(let mine), .timestamp(let theirs)): return Truth(mine == theirs)
    case (.record(let mine), .record(let theirs)): return Truth(mine === theirs)
    case (.list(let mine), .list(let theirs)): return try equal(mine, theirs, at: span)
    case (.map(let mine), .map(let theirs)): return try equal(mine, theirs, at: span)
    case (.null, _), (.bool, _), (.int, _), (.double, _), (.string, _), (.list, _), (.map, _),
      (.duration, _), (.timestamp, _), (.record, _):
      return .no
    }
  }

  private mutating func equal(_ left: ListValue, _ right: ListValue, at span: Span)
    throws(EvaluationError) -> Truth
  {
    try charge(1 + min(left.elements.count, right.elements.count), at: span)
    var union = UnknownUnion()
    if let doubt = left.doubt { union.add(doubt) }
    if let doubt = right.doubt { union.add(doubt) }
    if let unknown = union.result {
      let differ =
        left.leastCount > right.elements.count || right.leastCount > left.elements.count
      return differ ? .no : .unknown(unknown)
    }
    guard left.elements.count == right.elements.count else { return .no }
    for (mine, theirs) in zip(left.elements, right.elements) {
      switch try equal(mine, theirs, at: span) {
      case .yes: break
      case .no: return .no
      case .unknown(let unknown): union.add(unknown)
      }
    }
    return union.result.map { .unknown($0) } ?? .yes
  }

  private mutating func equal(_ left: MapValue, _ right: MapValue, at span: Span)
    throws(EvaluationError) -> Truth
  {
    guard left.count == right.count else { return .no }
    try charge(1 + left.count, at: span)
    var union = UnknownUnion()
    for (key, mine) in zip(left.keys, left.values) {
      guard let mapKey = MapKey(key), let theirs = right[mapKey] else { return .no }
      switch try equal(mine, theirs, at: span) {
      case .yes: break
      case .no: return .no
      case .unknown(let unknown): union.add(unknown)
      }
    }
    return union.result.map { .unknown($0) } ?? .yes
  }

  /// Whether a list has the element, or a map the key.
  mutating func contains(_ container: Value, _ element: Value, at span: Span)
    throws(EvaluationError) -> Truth
  {
    switch container {
    case .list(let list):
      try charge(1 + list.elements.count, at: span)
      var union = UnknownUnion()
      for (index, candidate) in list.elements.enumerated() {
        let doubt = list.doubt(at: index)
        switch try equal(element, candidate, at: span) {
        case .yes:
          guard let doubt else { return .yes }
          union.add(doubt)
        case .no: break
        case .unknown(let unknown):
          union.add(unknown)
          if let doubt { union.add(doubt) }
        }
      }
      return union.result.map { .unknown($0) } ?? .no
    case .map(let map):
      try charge(1, at: span)
      if case .unknown(let unknown) = element { return .unknown(unknown.closed) }
      return Truth(MapKey(element).map { map[$0] != nil } ?? false)
    case .unknown(let unknown):
      if case .unknown(let other) = element { return .unknown(unknown.union(other)) }
      return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("`in` does not look into a \(other.kind)", at: span)
    }
  }
}

extension ListValue {
  /// The number of elements that are surely there.
  fileprivate var leastCount: Int {
    elements.count - doubts.count { $0 != nil }
  }
}

enum Ordering {
  case less
  case equal
  case greater
  /// One of the two is not a number.
  case unordered

  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }
}

/// Compares exactly, though a double cannot hold every integer; but the double 2^63, which is what a
/// literal of the greatest int becomes, counts as that int, as CEL has it.
func compare(_ whole: Int64, _ number: Double) -> Ordering {
  if number.isNaN { return .unordered }
  if number == 9_223_372_036_854_775_808.0 { return Ordering(whole, .max) }
  guard let toZero = number.truncated else { return number > 0 ? .less : .greater }
  if whole != toZero { return whole < toZero ? .less : .greater }
  return Ordering(Double(toZero), number)
}

extension Double {
  /// The integer without the fraction, if 64 bits hold it. The library's own rounding would need the
  /// C library for mathematics.
  var truncated: Int64? {
    guard self >= -9_223_372_036_854_775_808.0, self < 9_223_372_036_854_775_808.0 else {
      return nil
    }
    return Int64(self)
  }

  /// The integer that the number is, if it is one.
  var whole: Int64? {
    truncated.flatMap { Double($0) == self ? $0 : nil }
  }
}
