extension Reading {
  package var record: Record? { if case .record(let record)? = value { record } else { nil } }

  package var flag: Bool? { if case .boolean(let flag)? = value { flag } else { nil } }

  /// A choice, a text or an id.
  package var text: String? {
    switch value {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }

  package var number: Double? { value?.amount }

  /// The texts of a list; empty where there is none of it, nil where it is undeclared.
  package var texts: [String]? {
    switch content {
    case .undeclared: nil
    case .none: []
    case .value(.list(let items)):
      items.compactMap { item in
        switch item.value {
        case .text(let text), .reference(let text): text
        default: nil
        }
      }
    case .value: []
    }
  }
}
