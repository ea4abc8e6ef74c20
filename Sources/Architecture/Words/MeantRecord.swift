internal import YAML

extension RecordType {
  /// What to write where one value stands for a record that has no such shorthand: `{strategy: last-write-wins}` for
  /// `upsert`. Nil where no field of the record has such a value.
  func help(for scalar: Scalar) -> String? {
    let worded = fields.lazy.compactMap { field in
      field.type.choice.flatMap { BorrowedWords.help(for: scalar.text, in: $0, of: field.name) }
    }
    if let help = worded.first { return help }
    let measured = fields.filter {
      $0.type.isMeasure && (try? readScalar(scalar, as: $0.type)) != nil
    }
    let mappings = measured.prefix(2).map { "`{\($0.name): \(scalar.text)}`" }
    return mappings.isEmpty ? nil : "write \(mappings.joined(separator: " or "))"
  }
}

extension FieldType {
  /// Whether a value says by itself what it measures, or counts something.
  fileprivate var isMeasure: Bool {
    switch self {
    case .count, .percentage, .share, .duration, .size, .tokens, .rate: true
    case .boolean, .version, .number, .money, .date, .text, .identifier, .path, .choice, .reference,
      .list, .listOrSingle, .record, .labels:
      false
    }
  }

  /// Whether a word for "there is none" can be nothing else here.
  private var hasNoSuchWord: Bool {
    switch self {
    case .boolean, .text, .identifier, .path, .reference, .labels: false
    case .version, .count, .number, .money, .percentage, .share, .duration, .size, .tokens, .rate,
      .date, .choice, .list, .listOrSingle, .record:
      true
    }
  }

  /// Whether `none` is meant by a word that people write for it.
  func isNone(meantBy scalar: Scalar) -> Bool {
    guard scalar.isPlain, BorrowedWords.isNone(scalar.text), hasNoSuchWord else { return false }
    return choice.map {
      $0.name(for: scalar.text) == nil && BorrowedWords.help(for: scalar.text, in: $0) == nil
    } ?? true
  }
}
