/// What libyaml says, in Swift's terms; marks are still counted in Unicode scalars. It points into memory of the stream
/// that it came from, and holds until the next one comes.
struct Event {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(Name)
    case scalar(UnsafeBufferPointer<UInt8>, Scalar.Style, Properties)
    case sequenceStart(Properties, isFlow: Bool)
    case mappingStart(Properties, isFlow: Bool)
    case collectionEnd
  }

  /// The anchor and the tag that stand before a node.
  struct Properties {
    let anchor: Name
    let tag: Name
  }

  /// Text that is seldom there.
  struct Name {
    private let start: UnsafePointer<UInt8>?

    init(_ start: UnsafeMutablePointer<UInt8>?) {
      self.start = UnsafePointer(start)
    }

    var text: String? { start.map { String(cString: $0) } }
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
