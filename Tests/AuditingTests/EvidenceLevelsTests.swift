import Testing

@testable import Auditing

/// Documents about a record are about every value in it, be there one or a hundred of them.
@Suite struct EvidenceLevelsTests {
  @Test(arguments: [0, 1, 15, 16, 100]) func whatStandsBehindValues(others: Int) {
    var levels = EvidenceLevels()
    for index in 0..<others { levels.add(.referenced, at: "components.c\(index)") }
    levels.add(.referenced, at: "stores.redis")
    levels.add(.referenced, at: "stores")
    levels.add(.measured, at: "stores.redis.latency.p95")
    #expect(levels["stores.redis.size"] == .referenced)
    #expect(levels["stores.redis.latency.p50"] == .referenced)
    #expect(levels["stores.redis.latency.p95"] == .measured)
    #expect(levels["stores.redis"] == .referenced)
    #expect(levels["stores.redis2.size"] == nil)
    #expect(levels["stores.other.size"] == nil)
    #expect(levels["components.c0.ttl"] == (others > 0 ? .referenced : nil))
  }
}
