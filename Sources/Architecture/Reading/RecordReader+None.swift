internal import SourceText
internal import YAML

extension RecordReader {
  enum None {
    case isSaid
    case isWrong
    case isNotMeant
  }

  /// Whether a scalar says that there is nothing, and may.
  mutating func none(_ scalar: Scalar, at span: Span, of field: Field) -> None {
    if scalar.isNull || scalar.isPlain && scalar.text == "none" {
      if scalar.text.isEmpty {
        report(
          "`\(field.name)` has no value", at: span,
          help: field.allowsNone
            ? "write `none` where there is none, or leave the key out where it is not known"
            : "write \(field.type.noun), or leave the key out where it is not known")
        return .isWrong
      }
      if field.allowsNone { return .isSaid }
      if scalar.isNull || field.isRequired {
        report(
          "`\(field.name)` must be \(field.type.noun)", at: span,
          help: field.isRequired ? nil : "leave the key out where it is not known")
        return .isWrong
      }
    }
    if field.allowsNone, field.type.isNone(meantBy: scalar) {
      report(
        "`\(field.name)` cannot be `\(scalar.text)`", at: span,
        help: BorrowedWords.isSpellingOfNone(scalar.text)
          ? didYouMean("none") : "write `none` where there is none")
      return .isWrong
    }
    return .isNotMeant
  }

  /// Reports a `none` among the items of a list, unless any text may stand there.
  mutating func refuseListedNone(in node: Node, of field: Field) -> Bool {
    guard field.allowsNone, field.type.isList, !field.type.isFreeText, node.shape == .sequence
    else { return false }
    for item in node.items where item.mayMeanNone {
      guard let text = item.scalar?.text, BorrowedWords.isSpellingOfNone(text) else { continue }
      report(
        "`\(field.name)` cannot list `\(text)`", at: item.span,
        help: "write `\(field.name): none` where there is none of it")
      return true
    }
    return false
  }

  /// Reports a `none` that quotes make text, unless any text may stand there.
  mutating func refuseQuotedNone(at span: Span, of field: Field) -> Bool {
    guard field.allowsNone, !field.type.isFreeText else { return false }
    report(
      "`\(field.name)` is said to be `none`, and quotes make it text", at: span,
      help: "write `none` without quotes where there is none")
    return true
  }
}

extension FieldType {
  fileprivate var isFreeText: Bool {
    switch self {
    case .text, .path, .labels: true
    case .list(let item), .listOrSingle(let item): item.isFreeText
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size,
      .tokens, .rate, .date, .identifier, .choice, .reference, .record:
      false
    }
  }
}

extension Node {
  /// Whether it may be a word for there being nothing, of which all begin with one of a few letters.
  var mayMeanNone: Bool {
    guard let first = firstPlainByte else { return false }
    switch first {
    case 0, UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "d"):
      return true
    default: return false
    }
  }
}
