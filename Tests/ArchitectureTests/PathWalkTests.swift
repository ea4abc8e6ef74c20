import Testing

@testable import Architecture

/// Where a path of names and ids leads.
@Suite struct PathWalkTests {
  @Test(arguments: [
    ("stores.redis.latency.p95", "stores [redis] latency p95"),
    ("stores.redis", "stores [redis]"),
    ("objectives.availability", "objectives availability"),
    // A source has an id too, and is found by its name all the same.
    ("components.docs.source.documents", "components [docs] source documents"),
    ("components.docs.source.id", "components [docs] source id"),
    ("evidence[2].file", "evidence file"),
    ("stores.redis.latency[0].p95", "stores [redis], and no latency[0]"),
    ("stores[0].redis.latency", ", and no stores[0]"), ("waivers[].reason", ", and no waivers[]"),
    ("waivers[x].reason", ", and no waivers[x]"), ("waivers[1", ", and no waivers[1"),
    ("stores.redis.latency.p96", "stores [redis] latency, and no p96"),
    ("store.redis", ", and no store"),
    ("", ", and no "),
    ("stores.", "stores []"),
    ("system.name.first", "system name, and no first"),
  ])
  func pathsLead(path: String, expected: String) {
    let walk = PathWalk(path)
    let steps = walk.steps.map { step in
      switch step {
      case .field(let field, _): field.name
      case .element(let id, _): "[\(id)]"
      }
    }
    let end = walk.end.map { ", and no \($0.unknown)" } ?? ""
    #expect(steps.joined(separator: " ") + end == expected)
  }

  @Test func whatWouldLeadOnIsNamed() {
    #expect(PathWalk("stores.redis.latency.p96").end?.known.contains("p95") == true)
    #expect(PathWalk("system.name.first").end?.known == [])
  }
}
