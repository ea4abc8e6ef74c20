import Foundation
import JSON
import SourceText
import TestSupport
import Testing

@testable import Analysis
@testable import Architecture
@testable import Auditing

/// What a baseline knows as decided is not made silent by taking lines out of the file.
@Suite struct SilencedTests {
  private struct Example {
    let library: Library
    let today: CalendarDate
    let lines: [String]
    let baseline: Baseline
    let decided: [FindingKey]

    init() throws {
      library = try #require(BuiltInRulesTests.library)
      today = try #require(BuiltInRulesTests.today)
      let text = String(
        decoding: try TestFiles.read("examples/support.arch.yaml"), as: UTF8.self)
      lines = text.components(separatedBy: "\n")
      let audit = try #require(try Self.audit(text, library, today, nil))
      let passes = audit.judgements.filter(\.verdict.isPass).map(\.key)
      decided = passes
      let report: JSONValue = [
        "report": "baseline/v1", "checklists_hash": .string(library.hash), "findings": .array([]),
        "passes": .array(
          passes.map { ["rule": .string($0.rule), "subject": .string($0.subject)] }),
      ]
      baseline = try BaselineReports(report).baseline(of: nil)
    }

    /// Nil for what is no architecture.
    static func audit(
      _ text: String, _ library: Library, _ today: CalendarDate, _ baseline: Baseline?
    ) throws -> Audit? {
      let reading = ArchitectureReading(SourceFile(name: "arch.yaml", text: text))
      guard let file = reading.architecture else { return nil }
      let evidence = EvidenceReview(
        of: file, today: today,
        files: EvidenceFiles(
          missing: { _ in nil },
          read: { .success((try? TestFiles.read("examples/\($0)")).map(Array.init) ?? []) }))
      guard
        let system = AnalyzedSystem.analyze(file, measurements: evidence.measurements).system
      else { return nil }
      var settings = Audit.Settings(today: today)
      settings.baseline = baseline
      return Audit(system, library: library, evidence: evidence, settings: settings)
    }

    func audit(_ lines: [String], baseline: Baseline? = nil) throws -> Audit? {
      try Self.audit(lines.joined(separator: "\n"), library, today, baseline)
    }

    /// Each line, and each line with those that belong to it.
    var deletions: Set<Range<Int>> {
      var deletions: Set<Range<Int>> = []
      for (index, line) in lines.enumerated() where !line.isEmpty {
        let rest = lines[(index + 1)...].prefix { $0.isEmpty || $0.depth > line.depth }
        deletions.insert(index..<index + 1)
        deletions.insert(index..<rest.endIndex)
      }
      return deletions
    }

    /// The file with something else where a range is.
    func variants(at range: Range<Int>) -> [[String]] {
      guard let colon = lines[range.lowerBound].firstIndex(of: ":") else { return [] }
      let key = lines[range.lowerBound][..<colon]
      let name = key.split(separator: " ").last.map(String.init) ?? ""
      let choices = RecordType.architecture.family.flatMap(\.fields)
        .filter { $0.name == name }.flatMap(\.type.words)
      var values = ["none", "false", "true"]
      values += choices
      values += choices.map { "[\($0)]" }
      return values.map { value in
        var changed = lines
        changed.replaceSubrange(range, with: ["\(key): \(value)"])
        return changed
      }
    }
  }

  @Test func noDeletionIsSilentWhereTheBadValueFails() throws {
    let example = try Example()
    var silenced = 0
    for range in example.deletions {
      var lines = example.lines
      lines.removeSubrange(range)
      guard let audit = try example.audit(lines, baseline: example.baseline) else { continue }
      let told = Set(audit.judgements.map(\.key))
      let silent = Set(audit.silences.map(\.finding))
      silenced += silent.isEmpty ? 0 : 1
      var lost = Set(example.decided).subtracting(told).subtracting(silent)
        .filter { $0.subject == "system" || audit.system.file.element($0.subject) != nil }
      for variant in example.variants(at: range) where !lost.isEmpty {
        let failed = try example.audit(variant)?.judgements.filter { $0.finding == .fail } ?? []
        for key in failed.map(\.key) where lost.contains(key) {
          Issue.record(
            "without line \(range.lowerBound + 1), \(key.rule) on \(key.subject) is not asked")
          lost.remove(key)
        }
      }
    }
    #expect(silenced > 20, "\(silenced)")
  }

  @Test func whatIsSilencedChangesNoVerdictAndNoScore() throws {
    let example = try Example()
    let lines = example.lines.filter { !$0.contains("connection_pool: {size: 32, max_idle") }
    let without = try #require(try example.audit(lines))
    let with = try #require(try example.audit(lines, baseline: example.baseline))
    #expect(!with.silences.isEmpty && without.silences.isEmpty)
    #expect(with.score == without.score)
    #expect(with.judgements.map(\.verdict) == without.judgements.map(\.verdict))
    #expect(with.gate.reasons.contains { if case .silenced = $0 { true } else { false } })
  }
}

extension String {
  fileprivate var depth: Int {
    let spaces = prefix { $0 == " " }.count
    return dropFirst(spaces).hasPrefix("- ") ? spaces + 1 : spaces
  }
}

extension FieldType {
  fileprivate var words: [String] {
    switch self {
    case .choice(let choice): choice.names
    case .list(let item), .listOrSingle(let item): item.words
    default: []
    }
  }
}
