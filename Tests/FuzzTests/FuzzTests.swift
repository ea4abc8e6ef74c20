import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer does for hours, for some seconds: seeds, what once went wrong, and seeded changes of both.
@Suite(.serialized) struct FuzzTests {
  private static let seeds = Seeds(root: TestFiles.root)
  private let clock = ContinuousClock()

  @Test(arguments: FuzzTarget.allCases)
  func whatOnceWentWrongStaysMended(target: FuzzTarget) {
    for (name, bytes) in Self.seeds.regressions(of: target) { expectGood(target, bytes, name) }
  }

  /// As far as a second goes: the order is always the same, and ends early on a slow machine only.
  @Test(arguments: FuzzTarget.allCases)
  func seedsAndTheirChangesAreTaken(target: FuzzTarget) {
    var random = SeededGenerator(seed: 9)
    let seeds = Self.seeds.bytes(for: target).filter { $0.count < 20_000 }.shuffled(using: &random)
    #expect(!seeds.isEmpty)
    let end = clock.now + .milliseconds(1_200)
    var tried = 0
    while clock.now < end || tried < 2 {
      let seed = seeds[tried / 2 % seeds.count]
      let bytes = tried.isMultiple(of: 2) ? seed : seed.mutated(using: &random)
      expectGood(target, bytes, "the \(tried)th")
      tried += 1
    }
  }

  private func expectGood(_ target: FuzzTarget, _ bytes: [UInt8], _ name: String) {
    // A second when optimized is many of them in a debug build.
    let complaints = target.complaints(about: bytes, allowing: .seconds(20))
    #expect(complaints.isEmpty, "\(name): \(String(decoding: bytes, as: UTF8.self))")
  }
}
