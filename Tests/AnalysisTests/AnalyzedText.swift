import SourceText
import Testing

@testable import Analysis
@testable import Architecture

/// Analyzes an architecture written in a test, completed by the header that every file needs.
func analyzed(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> AnalyzedSystem
{
  let header = "memaudit: 1\n" + (text.contains("system:") ? "" : "system: {name: Test}\n")
  let components = text.contains("components:") ? "" : "components: [{id: only}]\n"
  let file = SourceFile(name: "test", text: header + components + text)
  let reading = ArchitectureReading(file)
  let architecture = try #require(
    reading.architecture, "\(reading.diagnostics.map(\.message))", sourceLocation: sourceLocation)
  let analysis = AnalyzedSystem.analyze(architecture)
  return try #require(
    analysis.system, "\(analysis.diagnostics.map(\.message))", sourceLocation: sourceLocation)
}

/// What a fact of a part, or of the system, comes to, in words: its value, `none`, or `? path, path`.
func outcome(_ name: String, of id: String? = nil, in system: AnalyzedSystem) throws -> String {
  let part = try id.map { try #require(system.part($0)) }
  let owner = part.map { Fact.Owner.part($0.collection) } ?? .system
  let fact = try #require(Fact.all(of: owner).first { $0.name == name }, "no fact \(name)")
  switch fact.outcome(in: system, of: part).result {
  case .none: return "none"
  case .unknown(let paths): return "? " + paths.joined(separator: ", ")
  case .value(let value): return words(value)
  }
}

private func words(_ value: Value) -> String {
  switch value {
  case .boolean(let flag): String(flag)
  case .whole(let whole): String(whole)
  case .number(let number): String(number)
  case .nanoseconds(let nanoseconds): "\(Double(nanoseconds) / 1e9) s"
  case .text(let text), .reference(let text): text
  case .list(let items): items.map { words($0.value) }.joined(separator: " ")
  case .date, .record, .labels: "?"
  }
}
