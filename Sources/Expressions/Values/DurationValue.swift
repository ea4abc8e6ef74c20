internal import SourceText

/// A span of time, in nanoseconds: about 292 years either way.
package struct DurationValue: Hashable, Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Nil where the span is out of range.
  package init?(seconds: Int64) {
    let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return nil }
    self.nanoseconds = nanoseconds
  }

  package static func < (left: DurationValue, right: DurationValue) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// What is said of a text that is none.
  static let refusal = "the text is not a duration, or out of range"

  /// Days or weeks, of which there are none here, as hours: `24h` for `1d`.
  static func hours(inDays text: String) -> String? {
    let units = ["d": 24, "w": 168]
    guard let size = text.last.flatMap({ units[String($0)] }), let number = Int32(text.dropLast())
    else { return nil }
    let hours = "\(Int(number) * size)h"
    return DurationValue(hours).map { _ in hours }
  }

  /// The whole seconds.
  package var seconds: Int64 { nanoseconds / 1_000_000_000 }
}

extension DurationValue {
  /// Reads `1h30m`, `-1.5s`, `250ms`, `0`: decimal numbers with the units ns, us, µs, ms, s, m, h.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual([UInt8(ascii: "0")]) {
      self.nanoseconds = 0
      return
    }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
      guard let part = Self.part(&rest, isNegative: isNegative) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow { return nil }
      total = sum
    }
    self.nanoseconds = total
  }

  private static let units: [(name: [UInt8], nanoseconds: Int64)] = [
    (Array("ns".utf8), 1), (Array("us".utf8), 1_000), (Array("µs".utf8), 1_000),
    (Array("μs".utf8), 1_000), (Array("ms".utf8), 1_000_000), (Array("s".utf8), 1_000_000_000),
    (Array("m".utf8), 60_000_000_000), (Array("h".utf8), 3_600_000_000_000),
  ]

  /// One number and its unit, in nanoseconds.
  private static func part(_ text: inout ArraySlice<UInt8>, isNegative: Bool) -> Int64? {
    let whole = digits(&text)
    var fraction: ArraySlice<UInt8> = []
    if text.first == UInt8(ascii: ".") {
      text.removeFirst()
      fraction = digits(&text)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    let name = text.prefix { !($0 == UInt8(ascii: ".") || $0.isDigit) }
    guard let unit = units.first(where: { name.elementsEqual($0.name) }) else { return nil }
    text = text.dropFirst(name.count)

    var result: Int64 = 0
    for digit in whole {
      let (tens, over) = result.multipliedReportingOverflow(by: 10)
      let value = Int64(digit - UInt8(ascii: "0"))
      let (next, overflow) =
        isNegative
        ? tens.subtractingReportingOverflow(value) : tens.addingReportingOverflow(value)
      if over || overflow { return nil }
      result = next
    }
    let (scaled, overflow) = result.multipliedReportingOverflow(by: unit.nanoseconds)
    if overflow { return nil }
    var part: Int64 = 0
    var weight = unit.nanoseconds
    // A weight that is not a multiple of ten (60 s, 3,600 s) loses nothing down to a nanosecond.
    for digit in fraction where weight > 0 {
      weight /= 10
      part += Int64(digit - UInt8(ascii: "0")) * weight
    }
    let (sum, over) =
      isNegative
      ? scaled.subtractingReportingOverflow(part) : scaled.addingReportingOverflow(part)
    return over ? nil : sum
  }

  private static func digits(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let found = text.prefix { $0.isDigit }
    text = text.dropFirst(found.count)
    return found
  }
}

extension DurationValue: CustomStringConvertible {
  /// `1h30m`, `2.5s`, `250ms`, `0s`: the largest units first.
  package var description: String {
    guard nanoseconds != 0 else { return "0s" }
    let sign = nanoseconds < 0 ? "-" : ""
    let size = nanoseconds.magnitude
    if size < 1_000 { return "\(sign)\(size)ns" }
    if size < 1_000_000 { return sign + decimal(size, scale: 1_000) + "us" }
    if size < 1_000_000_000 { return sign + decimal(size, scale: 1_000_000) + "ms" }
    let hours = size / 3_600_000_000_000
    let minutes = size / 60_000_000_000 % 60
    let rest = size % 60_000_000_000
    var text = sign
    if hours > 0 { text += "\(hours)h" }
    if minutes > 0 { text += "\(minutes)m" }
    if rest > 0 { text += decimal(rest, scale: 1_000_000_000) + "s" }
    return text
  }

  /// The span in seconds alone, as CEL's `string()` writes it.
  var inSeconds: String {
    (nanoseconds < 0 ? "-" : "") + decimal(nanoseconds.magnitude, scale: 1_000_000_000) + "s"
  }
}

/// `number / scale` with the fraction's trailing zeros left out; `scale` is a power of ten.
func decimal(_ number: UInt64, scale: UInt64) -> String {
  guard number % scale != 0 else { return "\(number / scale)" }
  var fraction = String(String(scale + number % scale).dropFirst())
  while fraction.hasSuffix("0") { fraction.removeLast() }
  return "\(number / scale).\(fraction)"
}
