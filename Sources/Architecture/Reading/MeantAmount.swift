internal import YAML

extension FieldType {
  /// The amount that is meant by one whose unit is a synonym, as it is to be written.
  func amount(meantBy scalar: Scalar) -> String? {
    guard scalar.isPlain, let quantity = Quantity(scalar.text), !quantity.unit.isEmpty else {
      return nil
    }
    return units?.meant(by: quantity.unit).map { decimal(quantity.number) + $0 }
  }

  private var units: Units? {
    switch self {
    case .duration: .time
    case .size: .bytes
    case .rate: .rate
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .tokens,
      .date, .text,
      .identifier, .path, .choice, .reference, .list, .listOrSingle, .record, .labels:
      nil
    }
  }
}

/// A number without a useless fraction, rounded to what a person would write.
func decimal(_ number: Double) -> String {
  guard number < 1e12 else { return String(number) }
  let rounded = (number * 1e6).rounded() / 1e6
  return rounded == rounded.rounded() ? String(Int64(rounded)) : String(rounded)
}
