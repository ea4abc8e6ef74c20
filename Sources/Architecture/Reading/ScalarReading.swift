internal import SourceText
internal import YAML

/// Reads a scalar as the type of its field. Collections and records are not scalars and have no place here.
func readScalar(_ scalar: Scalar, as type: FieldType) throws(Complaint) -> Value {
  switch type {
  case .boolean: .boolean(try boolean(scalar))
  case .version(let known): .whole(try version(scalar, known: known))
  case .count: .whole(try NumberReading.count(scalar))
  case .positive: .whole(try NumberReading.positive(scalar))
  case .number: .number(try NumberReading.number(scalar, example: "0.95"))
  case .money: .number(try NumberReading.money(scalar))
  case .percentage: .number(try NumberReading.percentage(scalar, isShare: false))
  case .share: .number(try NumberReading.percentage(scalar, isShare: true))
  case .duration: .nanoseconds(try NumberReading.duration(scalar))
  case .size: .whole(try NumberReading.size(scalar))
  case .tokens: .whole(try NumberReading.tokens(scalar))
  case .rate: .number(try NumberReading.rate(scalar))
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
  let written = try NumberReading.count(scalar)
  guard written == known else {
    throw Complaint(
      "version \(written) of the format is not known here", help: "write \(known)")
  }
  return written
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
    text.utf8.first.map(\.isLetter) == true
    && text.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  guard isWord else {
    let meant = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let isMendable = meant.utf8.first.map(\.isLetter) == true
    throw Complaint(
      "must be an id: a letter, then letters, digits, `_` and `-`",
      help: isMendable ? "write `\(meant)`" : nil)
  }
  let isReserved =
    4...6 ~= text.utf8.count && FieldType.reservedIdentifiers.contains(text.lowercased())
  guard !isReserved else {
    let meaning =
      text.lowercased() == FieldType.identifierOfTheWhole
      ? "names the whole in reports and waivers" : "means something else in YAML"
    throw Complaint(
      "cannot be `\(text)`, which \(meaning)", help: "write another word, such as `\(text)-1`")
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
        : didYouMean(scalar.text, among: choice.words)
          ?? "write one of \(choice.names.joined(separator: ", "))"))
}
