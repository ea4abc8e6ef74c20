/// Where each of several names was first written. A few names are compared one by one, which is faster than hashing.
package struct FirstUses {
  private var few: [(name: String, span: Span)] = []
  private var many: [String: Span] = [:]
  private static let most = 16

  package init() {}

  /// Where the name was written before; nil, and remembered, where this is the first time.
  package mutating func earlier(_ name: String, at span: Span) -> Span? {
    guard many.isEmpty else { return earlierOfMany(name, at: span) }
    for use in few where use.name == name { return use.span }
    if few.count < Self.most {
      if few.isEmpty { few.reserveCapacity(8) }
      few.append((name, span))
    } else {
      for use in few { many[use.name] = use.span }
      many[name] = span
    }
    return nil
  }

  private mutating func earlierOfMany(_ name: String, at span: Span) -> Span? {
    if let first = many[name] { return first }
    many[name] = span
    return nil
  }
}
