internal import Glibc

private let clock = ContinuousClock()

/// The best of several runs, in seconds.
func best(of runs: Int, _ work: () -> Void) -> Double {
  var least = Double.infinity
  for _ in 0..<runs {
    let (seconds, attoseconds) = clock.measure(work).components
    least = min(least, Double(seconds) + Double(attoseconds) * 1e-18)
  }
  return least
}

func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { return perror(path) }
  fputs(text, file)
  fclose(file)
}
