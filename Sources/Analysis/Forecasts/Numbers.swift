internal import Architecture
internal import Glibc

/// Results of a computation as values; nil where the number is none, or too large to be told.
extension Value {
  static func rounded(_ number: Double?) -> Value? {
    number.flatMap { Int64(exactly: $0.rounded()) }.map(Value.whole)
  }

  static func roundedUp(_ number: Double?) -> Value? {
    number.flatMap { Int64(exactly: $0.rounded(.up)) }.map(Value.whole)
  }

  static func real(_ number: Double?) -> Value? {
    number.flatMap { $0.isFinite ? .number($0) : nil }
  }

  static func seconds(_ number: Double?) -> Value? {
    number.flatMap { Int64(exactly: ($0 * 1e9).rounded()) }.map(Value.nanoseconds)
  }
}

extension Reading {
  /// Whether the file says that there is nothing of it.
  var isNothing: Bool { isNone || number == 0 }
}

/// A quotient; nil where there is none.
func ratio(_ dividend: Double?, _ divisor: Double?) -> Double? {
  guard let dividend, let divisor, divisor != 0 else { return nil }
  return dividend / divisor
}

/// A product. One factor that is known to be zero decides it.
func product(_ factors: Double?...) -> Double? {
  if factors.contains(0) { return 0 }
  return factors.reduce(1) { product, factor in
    guard let product, let factor else { return nil }
    return product * factor
  }
}

/// The probability that at least one event of a Poisson process happens, of which so many are expected.
func probabilityOfAny(expected: Double) -> Double { -expm1(-expected) }

/// How often something is repeated that is with a probability, each time anew, and so many times at most.
func expectedRepeats(_ share: Double, atMost most: Double) -> Double {
  share == 1 ? most : share * (1 - power(share, most)) / (1 - share)
}

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

func naturalLogarithm(_ number: Double) -> Double { log(number) }
