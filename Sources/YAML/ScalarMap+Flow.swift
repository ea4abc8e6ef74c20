internal import SourceText

/// Follows a plain or quoted scalar: line breaks are folded, quotes and escapes resolved.
func folding(_ bytes: [UInt8], _ span: Span, quote: UInt8?) -> Traced? {
  var text = Traced()
  var offset = span.start
  let end = min(span.end, bytes.count)
  if let quote {
    guard offset < end, bytes[offset] == quote else { return nil }
    offset += 1
  }
  var protected = 0
  while offset < end {
    let byte = bytes[offset]
    let next = offset + 1 < end ? bytes[offset + 1] : nil
    if byte == quote {
      guard quote == UInt8(ascii: "'"), next == quote else { break }
      text.append(byte, from: offset)
      offset += 2
    } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
      if let next, next == .lineFeed || next == .carriageReturn {
        protected = text.bytes.count
        offset = foldBreaks(bytes, from: offset + 1, to: end, isEscaped: true, protected, &text)
        protected = text.bytes.count
      } else {
        guard let after = escape(bytes, at: offset, to: end, &text) else { return nil }
        offset = after
        protected = text.bytes.count
      }
    } else if byte == .lineFeed || byte == .carriageReturn {
      offset = foldBreaks(bytes, from: offset, to: end, isEscaped: false, protected, &text)
    } else {
      text.append(byte, from: offset)
      offset += 1
    }
  }
  text.end(at: offset)
  return text
}

/// One break becomes a space, several become all but the first; the blanks around them go.
private func foldBreaks(
  _ bytes: [UInt8], from start: Int, to end: Int, isEscaped: Bool, _ protected: Int,
  _ text: inout Traced
) -> Int {
  if !isEscaped { text.dropTrailing(while: \.isBlank, downTo: protected) }
  var breaks: [Int] = []
  var offset = start
  while offset < end, bytes[offset].isBlankOrBreak {
    if bytes[offset] == .lineFeed || bytes[offset] == .carriageReturn {
      breaks.append(offset)
      offset = afterBreak(bytes, at: offset, to: end)
    } else {
      offset += 1
    }
  }
  if breaks.count > 1 {
    for place in breaks.dropFirst() { text.append(.lineFeed, from: place) }
  } else if !isEscaped {
    text.append(UInt8(ascii: " "), from: start)
  }
  return offset
}

func afterBreak(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int {
  let isPair =
    bytes[offset] == .carriageReturn && offset + 1 < end && bytes[offset + 1] == .lineFeed
  return offset + (isPair ? 2 : 1)
}

/// Appends what an escape stands for; the offset after it, or nil where it is none.
private func escape(_ bytes: [UInt8], at start: Int, to end: Int, _ text: inout Traced) -> Int? {
  guard start + 1 < end else { return nil }
  let digits: Int
  switch bytes[start + 1] {
  case UInt8(ascii: "x"): digits = 2
  case UInt8(ascii: "u"): digits = 4
  case UInt8(ascii: "U"): digits = 8
  default:
    guard let scalar = simpleEscapes[bytes[start + 1]] else { return nil }
    for byte in String(scalar).utf8 { text.append(byte, from: start) }
    return start + 2
  }
  let after = start + 2 + digits
  guard after <= end,
    let value = UInt32(String(decoding: bytes[(start + 2)..<after], as: UTF8.self), radix: 16),
    let scalar = Unicode.Scalar(value)
  else { return nil }
  for byte in String(scalar).utf8 { text.append(byte, from: start) }
  return after
}

private let simpleEscapes: [UInt8: Unicode.Scalar] = [
  UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
  UInt8(ascii: "t"): "\t", UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n",
  UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
  UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
  UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}",
  UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
]

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
