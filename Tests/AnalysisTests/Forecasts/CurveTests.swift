import Testing

@testable import Analysis
@testable import Architecture

/// What a file declares stands on the line that shows how it would be otherwise.
@Suite struct CurveTests {
  @Test(arguments: [
    "coherence: {strategy: ttl, interval: 1h}",
    "coherence: {strategy: write-behind, interval: 10m}, lag: 20m",
    "coherence: {strategy: write-through}, lag: 30m",
    "coherence: {strategy: write-behind, interval: none}, lag: 30m",
  ])
  func staleReads(coherence: String) throws {
    let system = try analyzed(
      """
      components:
        - {id: docs, kind: rag, source: {documents: 200, changes: 400/day}, \(coherence)}
      """)
    try check(try #require(system.staleness(of: system.components[0])))
  }

  @Test func collisions() throws {
    let system = try analyzed(
      """
      workload:
        {turns_per_conversation: 10, turn_interval: 30s, concurrent_conversations: 40}
      components:
        - id: team
          kind: persistent_memory
          scope: global
          writes_per_conversation: 5
          write_control: {strategy: last-write-wins, overlap: 100ms}
      """)
    try check(try #require(system.collisions(of: system.components[0])))
  }

  private func check(_ curve: Curve) throws {
    let declared = try #require(curve.declared)
    let after = try #require(curve.points.firstIndex { $0.x >= declared.x })
    let before = curve.points[max(after - 1, 0)]
    let heights = [before.y, curve.points[after].y].sorted()
    #expect((heights[0]...heights[1]).contains(declared.y))
  }
}
