import Glibc
import Testing

@testable import memaudit

@Suite struct DescriptorTests {
  /// Whoever starts the program may hand it a pipe that does not wait by itself.
  @Test func allIsWrittenToAPipeThatDoesNotWait() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let text = (0..<500_000).map { UInt8(truncatingIfNeeded: $0) }
    let reader = Task.detached {
      usleep(50_000)
      return readAll(from: reading, atMost: .max)
    }
    #expect(text.withUnsafeBufferPointer { writeAll($0, to: writing) })
    close(writing)
    #expect(await reader.value == text)
    close(reading)
  }
}
