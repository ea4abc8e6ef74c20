internal import CThreads
internal import Glibc
internal import Synchronization

/// How many processors there are to work on.
package var processorCount: Int { max(1, Int(memaudit_processor_count())) }

/// The results of a piece of work for each number below a count, in order, computed on all processors.
package func inParallel<Outcome: Sendable>(
  _ count: Int, _ work: @escaping @Sendable (Int) -> Outcome
) -> [Outcome] {
  let workers = count > 1 ? min(count, processorCount) : 1
  guard workers > 1 else { return (0..<count).map(work) }
  let pool = WorkerPool(count: count, work)
  let threads = (1..<workers).compactMap { _ in pool.start() }
  pool.run()
  for thread in threads { pthread_join(thread, nil) }
  return pool.outcomes
}

/// The numbers below a count, each of which one of several threads takes.
package final class Turns: Sendable {
  package let count: Int
  private let taken = Atomic(0)

  package init(_ count: Int) {
    self.count = count
  }

  /// Nil where all are taken.
  package func next() -> Int? {
    let turn = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return turn < count ? turn : nil
  }
}

/// Work that several threads take from, one number at a time.
private final class WorkerPool<Outcome: Sendable>: Sendable {
  private let turns: Turns
  private let work: @Sendable (Int) -> Outcome
  private let done: Mutex<[Int: Outcome]> = Mutex([:])

  init(count: Int, _ work: @escaping @Sendable (Int) -> Outcome) {
    turns = Turns(count)
    self.work = work
  }

  var outcomes: [Outcome] {
    done.withLock { done in (0..<turns.count).compactMap { done[$0] } }
  }

  func run() {
    while let index = turns.next() {
      let outcome = work(index)
      done.withLock { $0[index] = outcome }
    }
  }

  /// A thread that helps; nil where the system has none left, and the others do the work.
  func start() -> pthread_t? { thread { self.run() } }
}

/// Begins what is needed later on another processor; where none is free, whoever needs it does it.
package func meanwhile(_ work: @escaping @Sendable () -> Void) {
  guard processorCount > 1, let thread = thread(work) else { return }
  pthread_detach(thread)
}

/// A thread that does a piece of work; nil where the system has none left.
private func thread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  var thread = pthread_t()
  let context = Unmanaged.passRetained(Job(work))
  guard memaudit_begin_thread(&thread, runJob, context.toOpaque()) == 0 else {
    context.release()
    return nil
  }
  return thread
}

private final class Job: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
