package import Architecture
package import Expressions
internal import SourceText

/// How numbers are written for people.
package enum NumberForm: UInt8, Sendable {
  case plain
  case size
  case percentage
  case rate

  package init(_ type: FieldType) {
    switch type {
    case .size: self = .size
    case .percentage, .share: self = .percentage
    case .rate: self = .rate
    case .boolean, .version, .count, .positive, .number, .money, .duration, .tokens, .date, .text,
      .identifier, .path, .choice, .reference, .list, .listOrSingle, .record, .labels:
      self = .plain
    }
  }
}

/// How values are written for people.
package enum ValueText {
  /// A value as messages write it, by the type of its field.
  package static func text(_ value: Expressions.Value, as type: FieldType) -> String {
    text(value, in: NumberForm(type))
  }

  static func text(_ value: Expressions.Value, in form: NumberForm) -> String {
    switch value {
    case .null: "none"
    case .unknown: "an undeclared value"
    case .bool(let flag): flag ? "yes" : "no"
    case .int(let whole): integer(whole, in: form)
    case .double(let number): decimal(number, in: form)
    case .string(let text): text
    case .duration(let duration): Self.duration(seconds: Double(duration.nanoseconds) / 1e9)
    case .timestamp, .record, .map: value.description
    case .list(let list):
      list.elements.isEmpty
        ? "none" : list.elements.map { text($0, in: form) }.joined(separator: ", ")
    }
  }

  private static func integer(_ whole: Int64, in form: NumberForm) -> String {
    switch form {
    case .size: bytes(Double(whole))
    case .plain, .percentage, .rate: grouped(whole)
    }
  }

  private static func decimal(_ number: Double, in form: NumberForm) -> String {
    switch form {
    case .percentage: percent(number)
    case .rate: rate(number)
    case .plain, .size: short(number)
    }
  }

  /// A share in percent, with as many digits as matter: near the whole it is what is missing that does. What is not all
  /// is never written as 100 %, nor what is not nothing as 0 %.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    if share > 0, share < 1e-6 { return "under 0.0001 %" }
    guard share < 1, percent >= 99 else { return short(percent) + " %" }
    let rest = (1 - share) * 100
    guard rest >= 1e-9 else { return "over 99.999999999 %" }
    var scale = 10.0
    while rest * scale < 10 { scale *= 10 }
    return trimmed((percent * scale).rounded() / scale) + " %"
  }

  /// A number with as many digits as matter to a reader.
  package static func short(_ number: Double) -> String {
    guard number.isFinite else { return "?" }
    let size = abs(number)
    if size >= 100 || number == number.rounded() { return grouped(number) }
    return trimmed(rounded(number))
  }

  /// A number as its reader sees it.
  private static func rounded(_ number: Double) -> Double {
    let size = abs(number)
    guard size < 100 else { return number.rounded() }
    let scale = size >= 10 ? 10.0 : size >= 1 ? 100 : size >= 0.01 ? 1_000 : 1_000_000
    return (number * scale).rounded() / scale
  }

  /// The largest unit of which there is one or more to a reader.
  private static func unit(
    for number: Double, among units: [(name: String, size: Double)]
  ) -> (name: String, size: Double)? {
    units.first { rounded(abs(number) / $0.size) >= 1 }
  }

  private static func trimmed(_ number: Double) -> String {
    number == number.rounded() ? String(Int64(number)) : String(number)
  }

  private static func rate(_ perSecond: Double) -> String {
    let unit = unit(for: perSecond, among: [("second", 1), ("minute", 1 / 60.0)])
    let (name, size) = unit ?? ("day", 1 / 86_400.0)
    return short(perSecond / size) + " a " + name
  }

  /// A duration in the largest unit of which there is one or more.
  package static func duration(seconds: Double) -> String {
    let units: [(name: String, size: Double)] = [
      ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1), ("ms", 0.001),
    ]
    guard let unit = unit(for: seconds, among: units) else {
      return seconds == 0 ? "0 s" : short(seconds * 1e6) + " µs"
    }
    return short(seconds / unit.size) + " " + unit.name
  }

  private static func bytes(_ count: Double) -> String {
    let units: [(name: String, size: Double)] = [
      ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3),
    ]
    guard let unit = unit(for: count, among: units) else { return short(count) + " B" }
    return short(count / unit.size) + " " + unit.name
  }
}
