/// Why bytes are not JSON, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package let message: String
  /// The offset of the byte that cannot stand where it does.
  package let offset: Int
}

extension JSONValue {
  /// The largest text that is read unless the caller says otherwise.
  package static let largestText = 64 << 20

  /// Reads one JSON text, as RFC 8259 has it and no more: no comments, no byte order mark, no member twice.
  package init(parsing bytes: [UInt8], largest: Int = JSONValue.largestText)
    throws(JSONSyntaxError)
  {
    guard bytes.count <= largest else {
      throw JSONSyntaxError(message: "the text is longer than \(largest) bytes", offset: largest)
    }
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// Reads values from left to right. Its depth is bounded, so that recursion is.
private struct JSONReader {
  static let deepest = 64

  private var scanner: JSONScanner
  private var depth = 0

  init(_ bytes: [UInt8]) {
    scanner = JSONScanner(bytes)
  }

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    scanner.skipBlanks()
    let value = try value()
    scanner.skipBlanks()
    guard scanner.next == nil else { throw scanner.error("the text goes on after its value") }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard let byte = scanner.next else {
      throw scanner.error("the text ends where a value must stand")
    }
    switch byte {
    case UInt8(ascii: "{"):
      return try nested { reader throws(JSONSyntaxError) in try reader.object() }
    case UInt8(ascii: "["):
      return try nested { reader throws(JSONSyntaxError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try scanner.number()
    case UInt8(ascii: "t"):
      try scanner.expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try scanner.expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try scanner.expect("null")
      return .null
    default: throw scanner.error("no value begins with this character")
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.deepest else {
      throw scanner.error("the text is nested deeper than \(Self.deepest)")
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    scanner.advance()
    scanner.skipBlanks()
    var items: [JSONValue] = []
    if scanner.skip(UInt8(ascii: "]")) { return .array(items) }
    while true {
      scanner.skipBlanks()
      items.append(try value())
      if try ends(with: UInt8(ascii: "]"), "a `,` or a `]` must follow") { return .array(items) }
    }
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    scanner.advance()
    scanner.skipBlanks()
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    if scanner.skip(UInt8(ascii: "}")) { return .object(members) }
    while true {
      scanner.skipBlanks()
      let start = scanner.offset
      guard scanner.next == UInt8(ascii: "\"") else {
        throw scanner.error("a member's name in double quotes must stand here")
      }
      let name = try scanner.string()
      guard names.insert(name) else {
        throw JSONSyntaxError(message: "the object has this member already", offset: start)
      }
      scanner.skipBlanks()
      guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.error("a `:` must follow") }
      scanner.skipBlanks()
      members.append(JSONValue.Member(name, try value()))
      if try ends(with: UInt8(ascii: "}"), "a `,` or a `}` must follow") { return .object(members) }
    }
  }

  private mutating func ends(with bracket: UInt8, _ complaint: String) throws(JSONSyntaxError)
    -> Bool
  {
    scanner.skipBlanks()
    if scanner.skip(bracket) { return true }
    guard scanner.skip(UInt8(ascii: ",")) else { throw scanner.error(complaint) }
    return false
  }
}

/// The names of an object's members, by their bytes. A few are compared one by one, which is faster than hashing.
private struct MemberNames {
  private var few: [[UInt8]] = []
  private var many: Set<[UInt8]> = []

  /// Whether the name is new.
  mutating func insert(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if !many.isEmpty { return many.insert(bytes).inserted }
    if few.contains(bytes) { return false }
    few.append(bytes)
    if few.count > 16 { many = Set(few) }
    return true
  }
}
