internal import Analysis
internal import Architecture
internal import Expressions

extension FieldMark {
  init(_ content: Reading.Content, as type: FieldType) {
    switch content {
    case .undeclared: self.init(.undeclared)
    // A list of which there is none is empty.
    case .none: self.init(type.isCollection ? .value : .none)
    case .value(let value): self.init(value, as: type)
    }
  }

  init(_ result: Fact.Outcome.Result, as type: FieldType) {
    switch result {
    case .unknown: self.init(.undeclared)
    case .none: self.init(Reading.Content.none, as: type)
    case .value(let value): self.init(value, as: type)
    }
  }

  /// The mark of a value that is there.
  private init(_ value: Architecture.Value, as type: FieldType) {
    switch value {
    case .boolean(let flag): self.init(.value, bits: Self.bit(of: flag))
    case .whole(let whole):
      self.init(type.isWhole ? .value : .opaque, bits: UInt64(bitPattern: whole))
    case .number(let number): self.init(type.isWhole ? .opaque : .value, bits: number.bitPattern)
    case .nanoseconds(let nanoseconds):
      self.init(.value, bits: UInt64(bitPattern: nanoseconds))
    case .text(let text):
      guard case .choice(let choice) = type else {
        self.init(.value)
        return
      }
      self.init(.value, bits: Self.bit(ofChoice: choice.place(of: text)))
    case .list(let items): self = .list(of: items.count, choices: Self.choices(items, type))
    case .date, .reference, .record, .labels: self.init(.value)
    }
  }

  private static func choices(_ items: [Architecture.Value.Item], _ type: FieldType) -> UInt64 {
    switch type {
    case .list(.choice(let choice)), .listOrSingle(.choice(let choice)):
      items.reduce(0) { bits, item in
        guard case .text(let text) = item.value else { return bits }
        return bits | bit(ofChoice: choice.place(of: text))
      }
    default: 0
    }
  }
}

extension FieldType {
  /// Whether it holds several: of such, none is an empty one.
  var isCollection: Bool {
    switch self {
    case .list, .listOrSingle, .labels: true
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size, .tokens, .rate, .date, .text, .identifier, .path, .choice, .reference, .record:
      false
    }
  }

  /// Whether its numbers have no fraction.
  fileprivate var isWhole: Bool {
    switch self {
    case .version, .count, .positive, .size, .tokens: true
    case .boolean, .number, .money, .percentage, .share, .duration, .rate, .date, .text,
      .identifier, .path, .choice, .reference, .list, .listOrSingle, .record, .labels:
      false
    }
  }
}
