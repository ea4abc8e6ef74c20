extension Value: CustomStringConvertible {
  /// The value in CEL notation, cut where it is long.
  package var description: String {
    var writer = ValueWriter(limit: 1_000)
    writer.write(self)
    return writer.text
  }
}

/// Writes values in CEL notation until a limit of bytes.
struct ValueWriter {
  private(set) var text = ""
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  private var isFull: Bool { text.utf8.count >= limit }

  mutating func write(_ value: Value) {
    guard !isFull else { return }
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .double(let number): text += number.isFinite ? number.description : number.inWords
    case .string(let string): text += quoted(string, limit: limit - text.utf8.count)
    case .list(let list): write(list)
    case .map(let map): write(map)
    case .duration(let duration): text += "duration(\"\(duration)\")"
    case .timestamp(let timestamp): text += "timestamp(\"\(timestamp)\")"
    case .record(let record): text += record.label
    case .unknown(let unknown): write(unknown)
    }
  }

  private mutating func write(_ list: ListValue) {
    text += "["
    for (index, element) in list.elements.enumerated() {
      if index > 0 { text += ", " }
      if isFull {
        text += "…"
        break
      }
      if list.doubt(at: index) != nil { text += "perhaps " }
      write(element)
    }
    text += "]"
  }

  private mutating func write(_ map: MapValue) {
    text += "{"
    for (index, (key, value)) in zip(map.keys, map.values).enumerated() {
      if index > 0 { text += ", " }
      if isFull {
        text += "…"
        break
      }
      write(key)
      text += ": "
      write(value)
    }
    text += "}"
  }

  private mutating func write(_ unknown: Unknown) {
    text += "undeclared("
    for (index, path) in unknown.paths.enumerated() {
      if index > 0 { text += ", " }
      if isFull {
        text += "…"
        break
      }
      text += path
    }
    text += ")"
  }
}

/// A string as a literal in double quotes; what is beyond the limit is cut.
func quoted(_ string: String, limit: Int = .max) -> String {
  var text = "\""
  for scalar in string.unicodeScalars {
    if text.utf8.count >= limit {
      text += "…"
      break
    }
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\u{07}": text += "\\a"
    case "\u{08}": text += "\\b"
    case "\u{0C}": text += "\\f"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0B}": text += "\\v"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "\""
}

extension Double {
  /// As short as can be read back: `1`, `0.5`, `1e+21`.
  var inWords: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
