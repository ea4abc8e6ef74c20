/// The numbers that an axis writes: round ones, from nothing to at least the end.
struct Ticks {
  let values: [Double]

  init(to end: Double, scale: SystemView.Chart.Scale, atMost count: Int) {
    let step = Self.step(for: end / Double(max(count, 1)), scale)
    guard step > 0, step.isFinite, end.isFinite else {
      values = [0]
      return
    }
    let last = Int((end / step - 1e-9).rounded(.up))
    values = (0...max(last, 1)).map { Double($0) * step }
  }

  var end: Double { values.last ?? 1 }

  /// The least round number that is no smaller.
  private static func step(for least: Double, _ scale: SystemView.Chart.Scale) -> Double {
    switch scale {
    case .seconds:
      let round: [Double] = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
        86_400,
      ]
      return round.first { $0 >= least } ?? 86_400 * decimal(for: least / 86_400)
    case .count, .tokens: return max(decimal(for: least), 1)
    case .share: return decimal(for: least)
    }
  }

  /// One, two or five times a power of ten. What nobody could tell from nothing is given as much room as one.
  private static func decimal(for least: Double) -> Double {
    guard least > 1e-12, least.isFinite else { return 1 }
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 < least { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? power * 10
  }
}
