internal import SourceText
internal import YAML

/// Reads scalars that are numbers, with or without a unit, after the surprises of YAML have been refused.
enum NumberReading {
  static func count(_ scalar: Scalar) throws(Complaint) -> Int64 {
    let text = try plainNumber(scalar, noun: "a whole number")
    if let value = Int64(text), text.utf8.allSatisfy(\.isDigit) { return value }
    if let quantity = try quantity(in: text), let factor = Units.tokens.size(of: quantity.unit),
      factor > 1
    {
      throw Complaint(
        "must be a whole number without a unit", help: "write \(whole(quantity.number * factor))")
    }
    if text.utf8.allSatisfy(\.isDigit) { throw Complaint("is too large a number") }
    if let value = Double(text), value >= 0, value < 1e15 {
      throw Complaint(
        "must be a whole number, not `\(text)`",
        help: value == value.rounded() ? "write \(whole(value))" : nil)
    }
    throw Complaint("must be a whole number, not `\(text)`", help: "write it like `3`")
  }

  static func positive(_ scalar: Scalar) throws(Complaint) -> Int64 {
    let value = try count(scalar)
    guard value > 0 else {
      throw Complaint("must be at least 1", help: "leave the key out where it is not known")
    }
    return value
  }

  static func number(_ scalar: Scalar, example: String) throws(Complaint) -> Double {
    let text = try plainNumber(scalar, noun: "a number")
    let quantity = try quantity(in: text)
    if let quantity, quantity.unit.isEmpty { return quantity.number }
    if let quantity, quantity.unit == "%" {
      throw Complaint(
        "must be a plain number, not a percentage", help: "write \(decimal(quantity.number / 100))")
    }
    throw Complaint("must be a number, not `\(text)`", help: "write it like `\(example)`")
  }

  static func money(_ scalar: Scalar) throws(Complaint) -> Double {
    let digits = scalar.text.drop { "$€£¥ ".contains($0) }
    if digits.count < scalar.text.count, let amount = try quantity(in: String(digits)) {
      throw Complaint(
        "must be a plain amount without a currency",
        help: "write \(decimal(amount.number)), and the currency once in `model.currency`")
    }
    return try number(scalar, example: "2.50")
  }

  static func percentage(_ scalar: Scalar, isShare: Bool) throws(Complaint) -> Double {
    try refuseSexagesimal(scalar.text, noun: "a percentage")
    guard let quantity = try quantity(in: scalar.text) else {
      throw Complaint(
        try refusingNegative(scalar.text, "must be a percentage, not `\(scalar.text)`"),
        help: "write it like `8%`")
    }
    if quantity.unit.isEmpty {
      let percent = quantity.number <= 1 ? quantity.number * 100 : quantity.number
      throw Complaint("must be a percentage, and has no `%`", help: "write `\(decimal(percent))%`")
    }
    guard quantity.unit == "%" else {
      throw Complaint("must be a percentage, not `\(scalar.text)`", help: "write it like `8%`")
    }
    guard !isShare || quantity.number <= 100 else {
      throw Complaint("cannot be more than 100 %", help: "write a share of the whole, like `99.5%`")
    }
    return quantity.number / 100
  }

  static func duration(_ scalar: Scalar) throws(Complaint) -> Int64 {
    if scalar.text.utf8.contains(UInt8(ascii: ":")) {
      throw Complaint(
        "must be a duration, and YAML 1.1 reads `\(scalar.text)` as a number in base 60",
        help: "write one number with a unit: `90s`, `90m`")
    }
    if scalar.text.utf8.first.map(\.isLetter) == true,
      let usual = BorrowedTimes.duration(named: scalar.text)
    {
      throw Complaint("must be a duration, not `\(scalar.text)`", help: "write `\(usual)`")
    }
    return try quantity(
      scalar, Units.time, noun: "a duration", example: "`250ms`, `5s`, `15m`, `1h`, `30d`")
  }

  static func size(_ scalar: Scalar) throws(Complaint) -> Int64 {
    try quantity(
      scalar, Units.bytes, noun: "a size", example: "`512MiB`, `3GB`")
  }

  static func tokens(_ scalar: Scalar) throws(Complaint) -> Int64 {
    // Most are written like `8k`, in which nothing can surprise.
    if scalar.isPlain, let unit = Quantity(scalar.text)?.unit, unit == "k" || unit == "M" {
      return try quantity(scalar, Units.tokens, noun: "a number of tokens", example: "`120k`")
    }
    let text = try plainNumber(scalar, noun: "a number of tokens")
    if text.utf8.allSatisfy(\.isDigit) { return try count(scalar) }
    return try quantity(
      Scalar(text), Units.tokens, noun: "a number of tokens", example: "`8192`, `120k`, `1M`")
  }

  private static func quantity(
    _ scalar: Scalar, _ units: Units, noun: String, example: String
  ) throws(Complaint) -> Int64 {
    let text = scalar.text
    guard let quantity = try quantity(in: text) else {
      throw Complaint(
        try refusingNegative(text, "must be \(noun), not `\(text)`"),
        help: "write it like \(example)"
      )
    }
    if quantity.unit.isEmpty, units.size(of: "") == nil {
      let number = decimal(quantity.number)
      let choices = units.names.prefix(3).map { "`\(number)\($0)`" }.joined(separator: ", ")
      throw Complaint("must be \(noun), and `\(text)` has no unit", help: "write \(choices), …")
    }
    guard let size = units.size(of: quantity.unit) else {
      let number = decimal(quantity.number)
      let unit = quantity.unit.filter { $0 != " " }
      let isKnown = units.size(of: unit) != nil
      let meant = isKnown ? unit : units.meant(by: unit)
      throw Complaint(
        isKnown
          ? "must be \(noun), written without a space"
          : "must be \(noun), and `\(unit)` is not one of its units",
        help: meant.map { "write `\(number)\($0)`" }
          ?? "the units are \(units.names.filter { !$0.isEmpty }.joined(separator: ", "))")
    }
    let value = (quantity.number * size).rounded()
    guard size > 1 ? value > 0 || quantity.number == 0 : value == quantity.number else {
      throw Complaint(
        "must be \(noun), and `\(text)` is no whole one", help: "write it like \(example)")
    }
    guard value < 9e18 else { throw Complaint("is larger than \(noun) can be") }
    return Int64(value)
  }

  static func rate(_ scalar: Scalar) throws(Complaint) -> Double {
    let text = scalar.text
    let example = "write how many and per what: `40/day`, `3/s`"
    guard let quantity = try quantity(in: text) else {
      throw Complaint(try refusingNegative(text, "must be a rate, not `\(text)`"), help: example)
    }
    if let size = Units.rate.size(of: quantity.unit) { return quantity.number * size }
    let meant = Units.rate.meant(by: quantity.unit.lowercased().filter { $0 != " " })
    throw Complaint(
      quantity.unit.isEmpty
        ? "must be a rate, and `\(text)` does not say per what" : "must be a rate, not `\(text)`",
      help: meant.map { "write `\(decimal(quantity.number))\($0)`" }
        ?? "\(example); the units are \(Units.rate.names.joined(separator: ", "))")
  }

  private static func plainNumber(_ scalar: Scalar, noun: String) throws(Complaint) -> String {
    let text = scalar.text
    let isPlain = scalar.isPlain && text.utf8.allSatisfy(\.isDigit)
    if isPlain, text.utf8.first != UInt8(ascii: "0") || text.utf8.count == 1 { return text }
    guard scalar.isPlain || !text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) else {
      throw Complaint(
        "must be \(noun), and quotes make it text", help: "write \(text) without quotes")
    }
    try refuseSexagesimal(text, noun: noun)
    _ = try refusingNegative(text, "")
    let digits = text.filter { $0 != "_" && $0 != "," && $0 != "'" }
    if digits.count < text.count, !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) {
      throw Complaint("must be \(noun), without separators", help: "write \(digits)")
    }
    if let base = [("0x", 16), ("0o", 8), ("0b", 2)].first(where: { text.hasPrefix($0.0) }),
      let value = Int64(text.dropFirst(2), radix: base.1)
    {
      throw Complaint("must be \(noun) in decimal digits", help: "write \(value)")
    }
    if text.utf8.count > 1, text.hasPrefix("0"), text.utf8.allSatisfy(\.isDigit) {
      throw Complaint(
        "begins with a zero, which YAML 1.1 takes for a number in base 8",
        help: "write \(Int64(text).map { String($0) } ?? "it without the zero")")
    }
    return text
  }

  private static func refuseSexagesimal(_ text: String, noun: String) throws(Complaint) {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) {
      throw Complaint(
        "must be \(noun), and YAML 1.1 reads `\(text)` as a number in base 60",
        help: "write one plain number")
    }
  }

  private static func quantity(in text: String) throws(Complaint) -> Quantity? {
    guard let quantity = Quantity(text) else { return nil }
    guard quantity.number.isFinite else { throw Complaint("is too large a number") }
    return quantity
  }

  private static func refusingNegative(_ text: String, _ message: String) throws(Complaint)
    -> String
  {
    if text.hasPrefix("-"), Quantity(String(text.dropFirst())) != nil {
      throw Complaint("cannot be negative")
    }
    return message
  }

  private static func whole(_ number: Double) -> String {
    number < 9e18 ? String(Int64(number)) : "fewer"
  }
}
