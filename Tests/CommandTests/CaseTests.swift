import Foundation
import TestSupport
import Testing

/// Every file in `Cases` is checked as a user checks it; what the user sees stands beside it.
@Suite struct CaseTests {
  static let cases = Golden.files(in: "Tests/Cases", withExtension: "yaml")

  @Test(arguments: cases)
  func check(name: String) throws {
    let folder = "Tests/Cases"
    let outcome = try Command.run(["check", name + ".yaml", "--today", "2026-11-01"], in: folder)
    Golden.expect(outcome.transcript, toBe: "\(folder)/\(name).txt")
  }

  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func example(name: String) throws {
    let outcome = try Command.run(
      ["check", "examples/\(name).yaml", "--today", "2026-11-01"], in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/examples/\(name).txt")
  }

  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func map(name: String) throws {
    let outcome = try Command.run(["map", "examples/\(name).yaml"], in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/map/\(name).txt")
  }

  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func forecasts(name: String) throws {
    let outcome = try Command.run(["check", "examples/\(name).yaml", "--forecasts"], in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/forecasts/\(name).txt")
  }

  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func json(name: String) throws {
    let outcome = try Command.run(
      ["check", "examples/\(name).yaml", "--today", "2026-11-01", "--format", "json"], in: ".")
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/json/\(name).txt")
  }
}
