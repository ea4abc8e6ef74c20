internal import Glibc

/// The time for which a processor works, whatever else the machine is busy with.
enum ProcessorTime {
  /// What a piece of work comes to, and how long this thread has worked on it.
  static func measure<Outcome>(_ work: () -> Outcome) -> (outcome: Outcome, time: Duration) {
    let start = ofThisThread
    let outcome = work()
    return (outcome, ofThisThread - start)
  }

  private static var ofThisThread: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
