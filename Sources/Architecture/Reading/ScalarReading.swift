internal import SourceText
internal import YAML

/// Reads a scalar as the type of its field. Collections and records are not scalars and have no place here.
func readScalar(_ scalar: Scalar, as type: FieldType) throws(Complaint) -> Value {
  switch type {
  case .boolean: .boolean(try boolean(scalar))
  case .version(let known): .whole(try version(scalar, known: known))
  case .count: .whole(try count(scalar))
  case .number: .number(try number(scalar, example: "0.95"))
  case .money: .number(try money(scalar))
  case .percentage: .number(try percentage(scalar, isShare: false))
  case .share: .number(try percentage(scalar, isShare: true))
  case .duration: .nanoseconds(try duration(scalar))
  case .size: .whole(try size(scalar))
  case .tokens: .whole(try tokens(scalar))
  case .rate: .number(try rate(scalar))
  case .date: .date(try date(scalar))
  case .text, .path: .text(try text(scalar))
  case .identifier: .text(try identifier(scalar))
  case .reference: .reference(try identifier(scalar))
  case .choice(let choice): .text(try word(scalar, of: choice))
  case .list, .listOrSingle, .record, .labels: throw Complaint("must be \(type.noun)")
  }
}

private func boolean(_ scalar: Scalar) throws(Complaint) -> Bool {
  switch scalar.text {
  case "true" where scalar.isPlain: return true
  case "false" where scalar.isPlain: return false
  default: break
  }
  let word = scalar.text.lowercased()
  let meant: Bool? =
    switch word {
    case "true", "yes", "on", "y": true
    case "false", "no", "off", "n": false
    default: nil
    }
  let isWritten = ["true", "True", "TRUE", "false", "False", "FALSE"].contains(scalar.text)
  if scalar.isPlain, isWritten, let meant { return meant }
  if scalar.isPlain, word == "none" {
    throw Complaint(
      "must be true or false, and is never `none`", help: "leave it out where it is not known")
  }
  guard let meant else {
    throw Complaint("must be true or false, not `\(scalar.text)`")
  }
  throw Complaint(
    isWritten
      ? "must be true or false, and quotes make it text"
      : "must be true or false, not `\(scalar.text)`",
    help: isWritten ? "write \(meant) without quotes" : "write \(meant)")
}

private func version(_ scalar: Scalar, known: Int64) throws(Complaint) -> Int64 {
  let written = try count(scalar)
  guard written == known else {
    throw Complaint(
      "version \(written) of the format is not known here", help: "write \(known)")
  }
  return written
}

private func count(_ scalar: Scalar) throws(Complaint) -> Int64 {
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

private func number(_ scalar: Scalar, example: String) throws(Complaint) -> Double {
  let text = try plainNumber(scalar, noun: "a number")
  let quantity = try quantity(in: text)
  if let quantity, quantity.unit.isEmpty { return quantity.number }
  if let quantity, quantity.unit == "%" {
    throw Complaint(
      "must be a plain number, not a percentage", help: "write \(decimal(quantity.number / 100))")
  }
  throw Complaint("must be a number, not `\(text)`", help: "write it like `\(example)`")
}

private func money(_ scalar: Scalar) throws(Complaint) -> Double {
  let digits = scalar.text.drop { "$€£¥ ".contains($0) }
  if digits.count < scalar.text.count, let amount = try quantity(in: String(digits)) {
    throw Complaint(
      "must be a plain amount without a currency",
      help: "write \(decimal(amount.number)), and the currency once in `model.currency`")
  }
  return try number(scalar, example: "2.50")
}

private func percentage(_ scalar: Scalar, isShare: Bool) throws(Complaint) -> Double {
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
    throw Complaint("cannot be more than 100 %")
  }
  return quantity.number / 100
}

private func duration(_ scalar: Scalar) throws(Complaint) -> Int64 {
  if scalar.text.utf8.contains(UInt8(ascii: ":")) {
    throw Complaint(
      "must be a duration, and YAML 1.1 reads `\(scalar.text)` as a number in base 60",
      help: "write one number with a unit: `90s`, `90m`")
  }
  if scalar.text.utf8.first.map(isLetter) == true,
    let usual = BorrowedTimes.duration(named: scalar.text)
  {
    throw Complaint("must be a duration, not `\(scalar.text)`", help: "write `\(usual)`")
  }
  return try quantity(
    scalar, Units.time, noun: "a duration", example: "`250ms`, `5s`, `15m`, `1h`, `30d`")
}

private func size(_ scalar: Scalar) throws(Complaint) -> Int64 {
  try quantity(
    scalar, Units.bytes, noun: "a size", example: "`512MiB`, `3GB`")
}

private func tokens(_ scalar: Scalar) throws(Complaint) -> Int64 {
  // Most are written like `8k`, in which nothing can surprise.
  if scalar.isPlain, let unit = Quantity(scalar.text)?.unit, unit == "k" || unit == "M" {
    return try quantity(scalar, Units.tokens, noun: "a number of tokens", example: "`120k`")
  }
  let text = try plainNumber(scalar, noun: "a number of tokens")
  if text.utf8.allSatisfy(\.isDigit) { return try count(scalar) }
  return try quantity(
    Scalar(text), Units.tokens, noun: "a number of tokens", example: "`8192`, `120k`, `1M`")
}

private func quantity(
  _ scalar: Scalar, _ units: Units, noun: String, example: String
) throws(Complaint) -> Int64 {
  let text = scalar.text
  guard let quantity = try quantity(in: text) else {
    throw Complaint(
      try refusingNegative(text, "must be \(noun), not `\(text)`"), help: "write it like \(example)"
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

private func rate(_ scalar: Scalar) throws(Complaint) -> Double {
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

private func date(_ scalar: Scalar) throws(Complaint) -> CalendarDate {
  if let date = CalendarDate(scalar.text) { return date }
  guard CalendarDate.isWritten(scalar.text) else {
    throw Complaint("must be a date, not `\(scalar.text)`", help: "write it like `2026-09-01`")
  }
  throw Complaint("must be a date, and the calendar has no `\(scalar.text)`")
}

private func text(_ scalar: Scalar) throws(Complaint) -> String {
  guard !scalar.text.isEmpty else {
    throw Complaint("is empty", help: "write some text, or leave it out")
  }
  return try short(scalar.text, most: FieldType.longestText)
}

private func short(_ text: String, most: Int) throws(Complaint) -> String {
  guard text.utf8.count <= most || text.unicodeScalars.count <= most else {
    throw Complaint("is longer than \(most) characters", help: "write what a reader needs")
  }
  return text
}

private func identifier(_ scalar: Scalar) throws(Complaint) -> String {
  let text = try short(scalar.text, most: FieldType.longestIdentifier)
  let isWord =
    text.utf8.first.map(isLetter) == true
    && text.utf8.allSatisfy {
      isLetter($0) || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  guard isWord else {
    let meant = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let isMendable = meant.utf8.first.map(isLetter) == true
    throw Complaint(
      "must be an id: a letter, then letters, digits, `_` and `-`",
      help: isMendable ? "write `\(meant)`" : nil)
  }
  let isReserved =
    4...6 ~= text.utf8.count && FieldType.reservedIdentifiers.contains(text.lowercased())
  guard !isReserved else {
    throw Complaint("cannot be `\(text)`, which means something else in YAML or here")
  }
  return text
}

private func word(_ scalar: Scalar, of choice: Choice) throws(Complaint) -> String {
  if let name = choice.name(for: scalar.text) { return name }
  throw Complaint(
    "cannot be `\(scalar.text)`",
    help: BorrowedWords.help(for: scalar.text, in: choice)
      ?? (scalar.text == "none"
        ? "leave the key out where it is not known"
        : suggestion(for: scalar.text, among: choice.words).map { "did you mean `\($0)`?" }
          ?? "write one of \(choice.names.joined(separator: ", "))"))
}

/// Digits as people write them, after the surprises have been refused.
private func plainNumber(_ scalar: Scalar, noun: String) throws(Complaint) -> String {
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

private func refuseSexagesimal(_ text: String, noun: String) throws(Complaint) {
  guard text.utf8.contains(UInt8(ascii: ":")) else { return }
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  if parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) {
    throw Complaint(
      "must be \(noun), and YAML 1.1 reads `\(text)` as a number in base 60",
      help: "write one plain number")
  }
}

/// A number with its unit, where the text is one that can be counted with.
private func quantity(in text: String) throws(Complaint) -> Quantity? {
  guard let quantity = Quantity(text) else { return nil }
  guard quantity.number.isFinite else { throw Complaint("is too large a number") }
  return quantity
}

/// The message, unless the text is a negative number, which is wrong in a way of its own.
private func refusingNegative(_ text: String, _ message: String) throws(Complaint) -> String {
  if text.hasPrefix("-"), Quantity(String(text.dropFirst())) != nil {
    throw Complaint("cannot be negative")
  }
  return message
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func whole(_ number: Double) -> String {
  number < 9e18 ? String(Int64(number)) : "fewer"
}
