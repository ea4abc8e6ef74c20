internal import SourceText

extension JSONValue {
  /// Indented text that ends in a line break, for people and files.
  package var pretty: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One line without blanks.
  package var compact: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .double(let value): bytes += (value.isFinite ? shortest(value) : "null").utf8
    case .string(let value): bytes.quote(value)
    case .array(let items):
      writeItems(items, "[", "]", to: &bytes, indent: indent) { item, bytes, indent in
        item.write(to: &bytes, indent: indent)
      }
    case .object(let members):
      writeItems(members, "{", "}", to: &bytes, indent: indent) { member, bytes, indent in
        bytes.quote(member.name)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        member.value.write(to: &bytes, indent: indent)
      }
    }
  }

  private func writeItems<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
    indent: Int?, _ writeItem: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let indent { bytes.breakLine(indent: indent + 2) }
      writeItem(item, &bytes, indent.map { $0 + 2 })
    }
    if let indent, !items.isEmpty { bytes.breakLine(indent: indent) }
    bytes.append(UInt8(ascii: close))
  }

  /// A string in quotes. What could end a script element or a line, and what hides or reorders text, is escaped too.
  package static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = []
    bytes.quote(string)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Writes a string in quotes to the end.
  mutating func quote(_ string: String) {
    append(UInt8(ascii: "\""))
    let isWritten: Bool? = string.utf8.withContiguousStorageIfAvailable { plain in
      guard plain.isPlainInJSON else { return false }
      append(contentsOf: plain)
      return true
    }
    if isWritten != true { escape(string) }
    append(UInt8(ascii: "\""))
  }

  /// Writes what stands between quotes for a string.
  mutating func escape(_ string: String) {
    var string = string
    string.withUTF8 { bytes in
      var rest = bytes[...]
      while let byte = rest.first {
        if byte.isPlainInJSON {
          append(byte)
          rest = rest.dropFirst()
        } else {
          let character = rest.prefix(byte.lengthInUTF8)
          for scalar in String(decoding: character, as: UTF8.self).unicodeScalars { escape(scalar) }
          rest = rest.dropFirst(character.count)
        }
      }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": self += "\\\"".utf8
    case "\\": self += "\\\\".utf8
    case "\n": self += "\\n".utf8
    case "\r": self += "\\r".utf8
    case "\t": self += "\\t".utf8
    case _ where scalar == "<" || scalar.isUnseenOrUnsafe:
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        self += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      }
    default: self += UTF8.encode(scalar) ?? .init()
    }
  }

  fileprivate mutating func breakLine(indent: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte stands for itself.
  fileprivate var isPlainInJSON: Bool {
    let raw = UnsafeRawBufferPointer(self)
    let words = count & ~7
    for start in stride(from: 0, to: words, by: 8) {
      let word = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if word.mayHoldSpecialInJSON, !self[start..<start + 8].allSatisfy(\.isPlainInJSON) {
        return false
      }
    }
    return self[words...].allSatisfy(\.isPlainInJSON)
  }
}

extension UInt64 {
  /// Whether one of eight bytes may be beyond ASCII, a control character, or one that is escaped; never no where one is.
  var mayHoldSpecialInJSON: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    func holds(_ byte: UInt64, _ word: UInt64) -> UInt64 {
      let difference = word ^ (ones &* byte)
      return (difference &- ones) & ~difference
    }
    let controls = (self &- ones &* 0x20) & ~self
    // 0x3C and 0x5C differ in two bits only, and 0x7F is the last before one that has the top bit.
    let brackets = holds(0x1C, self & (ones &* 0x9F))
    let special = self | controls | holds(0x22, self) | brackets | (self &+ ones)
    return special & tops != 0
  }
}

extension UInt8 {
  /// How many bytes a character has that begins with this one.
  fileprivate var lengthInUTF8: Int {
    switch self {
    case 0..<0x80: 1
    case 0x80..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  /// Whether the byte stands for itself in a string, whatever follows: nothing that is escaped begins with it.
  var isPlainInJSON: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x3C, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: false
    default: true
    }
  }
}

/// A number as JSON writes it: whole ones without a fraction.
func shortest(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
}
