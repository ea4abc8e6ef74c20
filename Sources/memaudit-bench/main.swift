/// Prints what the bars of speed are held against. Build in release mode.
let clock = ContinuousClock()

/// The best of several runs, in seconds.
func best(of runs: Int, _ work: () -> Void) -> Double {
  var least = Double.infinity
  for _ in 0..<runs {
    let (seconds, attoseconds) = clock.measure(work).components
    least = min(least, Double(seconds) + Double(attoseconds) * 1e-18)
  }
  return least
}

measureEvaluation()
measureCompilation()
