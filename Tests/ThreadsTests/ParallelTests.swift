import Synchronization
import Testing
import Threads

/// Work that several threads share.
@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 7, 1_000])
  func outcomesAreInOrder(count: Int) {
    #expect(inParallel(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func eachPieceIsDoneOnce() {
    let done = Done()
    _ = inParallel(500) { done.note($0) }
    #expect(done.all.sorted() == Array(0..<500))
  }

  @Test func whatIsBegunIsDone() {
    let done = Done()
    meanwhile { done.note(1) }
    guard processorCount > 1 else { return }
    let clock = ContinuousClock()
    let start = clock.now
    while done.all.isEmpty, clock.now - start < .seconds(20) {}
    #expect(done.all == [1])
  }

  private final class Done: Sendable {
    private let pieces: Mutex<[Int]> = Mutex([])

    func note(_ piece: Int) { pieces.withLock { $0.append(piece) } }

    var all: [Int] { pieces.withLock { $0 } }
  }
}
