internal import YAML

extension RecordType {
  /// What to write where one value stands for a record that has no such shorthand: `{strategy: last-write-wins}` for
  /// `upsert`. Nil where no field of the record has such a value.
  func help(for scalar: Scalar) -> String? {
    if let help = help(forRange: scalar.text) ?? help(forWordOfSeveral: scalar.text) { return help }
    let worded = fields.lazy.compactMap { field in
      field.type.choice.flatMap { BorrowedWords.help(for: scalar.text, in: $0, of: field.name) }
    }
    if let help = worded.first { return help }
    let mappings = fields.compactMap { field in
      field.type.measure(meantBy: scalar).map { "`{\(field.name): \($0)}`" }
    }
    return mappings.isEmpty ? nil : "write \(mappings.prefix(2).joined(separator: " or "))"
  }

  /// `4-12` for what has a least and a most.
  func help(forRange text: String) -> String? {
    let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ascending.count == 2, bounds.count == 2, bounds.allSatisfy({ Int64($0) != nil }) else {
      return nil
    }
    let members = zip(ascending, bounds).map { "\($0): \($1)" }
    return "write `{\(members.joined(separator: ", "))}`"
  }

  /// What to write for a word that says several things at once: `multi-az` is a replica and who promotes it.
  private func help(forWordOfSeveral word: String) -> String? {
    let members = fields.compactMap { field in
      field.type.choice.flatMap { BorrowedWords.meaning(of: word, in: $0) }
        .map { "\(field.name): \($0)" }
    }
    return members.count > 1 ? "write `{\(members.joined(separator: ", "))}`" : nil
  }

  /// Where to write a field that the record has one level below; nil where it has none such.
  func help(forFieldBelow name: String) -> String? {
    let places = fields.filter { field in
      if case .record(let type) = field.type { type.index(of: name) != nil } else { false }
    }.map { "`\($0.name): {\(name): …}`" }
    return places.isEmpty ? nil : "write \(places.prefix(2).joined(separator: " or "))"
  }
}

extension FieldType {
  /// The value that a scalar stands for; nil where it is none of the type.
  fileprivate func measure(meantBy scalar: Scalar) -> String? {
    guard isMeasure else { return nil }
    if case .duration = self, let usual = BorrowedTimes.duration(named: scalar.text) {
      return usual
    }
    return (try? readScalar(scalar, as: self)).map { _ in scalar.text }
  }

  /// Whether a value says by itself what it measures, or counts something.
  private var isMeasure: Bool {
    switch self {
    case .count, .positive, .percentage, .share, .duration, .size, .tokens, .rate: true
    case .boolean, .version, .number, .money, .date, .text, .identifier, .path, .choice, .reference,
      .list, .listOrSingle, .record, .labels:
      false
    }
  }

  /// Whether a word for "there is none" can be nothing else here.
  private var hasNoSuchWord: Bool {
    switch self {
    case .boolean, .text, .identifier, .path, .reference, .labels: false
    case .version, .count, .positive, .number, .money, .percentage, .share, .duration, .size,
      .tokens, .rate,
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
