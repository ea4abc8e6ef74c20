/// A number in plain digits, perhaps with a fraction, as an architecture writes it: no sign, no exponent, no unit.
package func plainDecimal(_ text: String) -> Double? {
  Quantity(text).flatMap { $0.unit.isEmpty ? $0.number : nil }
}
