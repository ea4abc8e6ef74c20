internal import SourceText

/// Reads strings, numbers and words, and stands at the first byte that is not yet read.
struct JSONScanner {
  private static let longestNumber = 1_000

  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(message: message, offset: offset)
  }

  mutating func advance() { if offset < bytes.count { offset += 1 } }

  /// Whether the byte stood here; it is read then.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  mutating func expect(_ word: String) throws(JSONSyntaxError) {
    guard bytes[offset...].starts(with: word.utf8) else { throw error("`\(word)` must stand here") }
    offset += word.utf8.count
  }
}

// MARK: Numbers

extension JSONScanner {
  /// A whole number that 64 bits hold, or else a double.
  mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    if skip(UInt8(ascii: "0")) {
      if let byte = next, byte.isDigit { throw error("a number has no leading zero") }
    } else {
      try digits()
    }
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isWhole = false
      offset += 1
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    guard offset - start <= Self.longestNumber else {
      throw JSONSyntaxError(
        message: "the number is longer than \(Self.longestNumber) characters", offset: start)
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let whole = Int64(text) { return .int(whole) }
    guard let number = Double(text), number.isFinite else {
      throw JSONSyntaxError(message: "the number is too large", offset: start)
    }
    return .double(number)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    guard let first = next, first.isDigit else { throw error("a digit must stand here") }
    while let byte = next, byte.isDigit { offset += 1 }
  }
}

// MARK: Strings

extension JSONScanner {
  mutating func string() throws(JSONSyntaxError) -> String {
    let start = offset
    offset += 1
    var text = ""
    while true {
      let piece = offset
      while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
        offset += 1
      }
      text += try decoded(piece..<offset)
      switch next {
      case UInt8(ascii: "\""):
        offset += 1
        return text
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try escape())
      case nil: throw JSONSyntaxError(message: "the string does not end", offset: start)
      default: throw error("a control character must be escaped")
      }
    }
  }

  private func decoded(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
    if let text = String(validating: bytes[range], as: UTF8.self) { return text }
    var decoder = UTF8()
    var iterator = bytes[range].makeIterator()
    var valid = range.lowerBound
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    throw JSONSyntaxError(message: "the text is not UTF-8", offset: valid)
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    defer { advance() }
    switch next {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try numbered(from: start)
    default: throw JSONSyntaxError(message: "there is no such escape", offset: start)
    }
  }

  /// `\u` and its four digits, or a pair of them; stands at the last digit afterwards.
  private mutating func numbered(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let lone = JSONSyntaxError(message: "half of a surrogate pair stands alone", offset: start)
    guard first < 0xDC00, offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\\"),
      bytes[offset + 2] == UInt8(ascii: "u")
    else { throw lone }
    offset += 2
    let second = try fourDigits()
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw lone }
    return scalar
  }

  private mutating func fourDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      offset += 1
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw error("four hexadecimal digits must stand after `\\u`") }
      value = value << 4 + UInt32(digit)
    }
    return value
  }
}
