/// What libyaml says, in Swift's terms; marks are still counted in Unicode scalars.
struct Event {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(Scalar, Properties)
    case sequenceStart(Properties, isFlow: Bool)
    case mappingStart(Properties, isFlow: Bool)
    case collectionEnd
  }

  /// The anchor and the tag that stand before a node.
  struct Properties {
    let anchor: String?
    let tag: String?
  }

  let kind: Kind
  let start: Int
  let end: Int
}

/// Why libyaml stopped.
struct SyntaxFailure: Error {
  enum Place {
    /// Counted in Unicode scalars, as marks are.
    case mark(Int)
    /// Counted in bytes, as errors of the reader are.
    case byte(Int)
  }

  let problem: String
  let place: Place
  let context: String?
  let contextMark: Int?
}
