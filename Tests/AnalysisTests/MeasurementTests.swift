import SourceText
import Testing

@testable import Analysis
@testable import Architecture

@Suite struct MeasurementTests {
  private static let text = """
    memaudit: 1
    system: {name: N}
    components: [{id: c, store: redis}]
    stores:
      - {id: redis, latency: {p95: 20ms, p99: 50ms}}
      - {id: files}
      - {id: silent, latency: none}
    """

  private func analyze(_ measured: [(String, Int64)]) throws -> AnalyzedSystem {
    let file = try #require(
      ArchitectureReading(SourceFile(name: "f", text: Self.text)).architecture)
    let measurements = measured.map { path, milliseconds in
      Measurement(milliseconds * 1_000_000, at: path, of: file, source: Span(1, 2))
    }
    return try #require(
      AnalyzedSystem.analyze(file, measurements: measurements).system)
  }

  private func fact(_ name: String, of id: String?, in system: AnalyzedSystem) throws -> Bool? {
    let part = id.flatMap { system.part($0) }
    let owner: Fact.Owner = part.map { .part($0.collection) } ?? .system
    let fact = try #require(Fact.all(of: owner).first { $0.name == name })
    guard case .value(.boolean(let flag)) = fact.outcome(in: system, of: part).result else {
      return nil
    }
    return flag
  }

  @Test func aMeasurementStandsInPlaceOfWhatIsDeclared() throws {
    let system = try analyze([("stores.redis.latency.p95", 17)])
    let latency = try #require(system.part("redis")).reading.latency
    #expect(latency.p95.number == 0.017)
    #expect(latency.p99.number == 0.05)
    #expect(latency.p50.isUndeclared)
    #expect(system.file.stores[0].text("id") == "redis")
  }

  /// Findings about a measured value point where the value is declared, or else at the evidence.
  @Test func whatIsMeasuredHasAPlace() throws {
    let system = try analyze([
      ("stores.redis.latency.p95", 17), ("stores.files.latency.p95", 3),
      ("stores.silent.latency.p95", 4), ("validation.load_test.p95", 5),
    ])
    let redis = try #require(system.part("redis")).reading.latency.p95.span
    #expect(redis.map { system.file.file.text($0) } == "20ms")
    let files = try #require(system.part("files")).reading.latency.p95
    #expect(files.span == Span(1, 2))
    #expect(files.path == "stores.files.latency.p95")
    #expect(try #require(system.part("silent")).reading.latency.p95.number == 0.004)
    #expect(system.root.validation.load_test.p95.number == 0.005)
  }

  @Test func allMeasurementsStandTogether() throws {
    let system = try analyze([
      ("stores.silent.latency.p50", 1), ("stores.redis.latency.p95", 2),
      ("stores.silent.latency.p95", 3), ("nothing.here", 4), ("stores.nobody.latency.p95", 5),
      ("stores.redis.latency.p95", 6), ("validation.load_test.p95", 7),
    ])
    let silent = try #require(system.part("silent")).reading.latency
    #expect([silent.p50.number, silent.p95.number] == [0.001, 0.003])
    #expect(silent.p50.span == silent.p95.span)
    #expect(silent.p95.span.map { system.file.file.text($0) } == "none")
    let redis = try #require(system.part("redis")).reading.latency
    #expect([redis.p95.number, redis.p99.number] == [0.006, 0.05])
    #expect(system.root.validation.load_test.p95.number == 0.007)
    #expect(system.stores.map(\.id) == ["redis", "files", "silent"])
  }

  @Test(arguments: [(20, false), (22, false), (23, true), (1, false)])
  func moreThanATenthWorseIsAContradiction(milliseconds: Int, isContradiction: Bool) throws {
    let system = try analyze([("stores.redis.latency.p95", Int64(milliseconds))])
    #expect(try fact("contradicts_measurement", of: "redis", in: system) == isContradiction)
    #expect(try fact("has_measured_latency", of: "redis", in: system) == true)
    #expect(try fact("contradicts_measurement", of: "files", in: system) == false)
    #expect(try fact("has_measured_latency", of: "files", in: system) == false)
    #expect(try fact("contradicts_measurement", of: nil, in: system) == false)
  }

  @Test func whatIsNotDeclaredIsNotContradicted() throws {
    let system = try analyze([("stores.files.latency.p95", 900), ("validation.load_test.p95", 900)])
    #expect(try fact("contradicts_measurement", of: "files", in: system) == false)
    #expect(try fact("has_measured_load_test", of: nil, in: system) == true)
    #expect(try fact("contradicts_measurement", of: nil, in: system) == false)
  }

  @Test(arguments: [
    "", ".", "stores", "stores.nowhere.latency.p95", "stores.redis.nothing", "system.name.x",
    "components.c.kind.x", "stores.redis.latency.p95.x",
    "stores.files.latency.p42", "stores..latency.p95",
  ])
  func aPathThatLeadsNowhereChangesNothing(path: String) throws {
    let system = try analyze([(path, 1)])
    let latency = try #require(system.part("redis")).reading.latency
    #expect(latency.p95.number == 0.02)
    #expect(try #require(system.part("files")).reading.latency.isUndeclared)
    #expect(system.components.count == 1 && system.stores.count == 3)
  }
}
