/// A whole number with commas between thousands.
package func grouped(_ whole: Int64) -> String {
  var digits = Array(String(whole.magnitude))
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: index)
    index -= 3
  }
  return (whole < 0 ? "-" : "") + String(digits)
}

/// The nearest whole number, in the same way; with an exponent where it has more digits than anybody reads.
package func grouped(_ number: Double) -> String {
  abs(number) < 1e15 ? grouped(Int64(number.rounded())) : String(number)
}
