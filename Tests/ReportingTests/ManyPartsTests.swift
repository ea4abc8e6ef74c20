import Analysis
import Architecture
import Auditing
import SourceText
import TestSupport
import Testing

@testable import Reporting

/// A system of very many parts of which next to nothing is declared.
@Suite struct ManyPartsTests {
  private static let library = Library.load().library

  private func audit(
    parts: Int, mostSteps: Int = RuleWorld.mostSteps,
    _ part: (Int) -> String = { "implementation: mystery.Thing\($0)" }
  ) throws -> Audit {
    let components = (0..<parts).map { "  - {id: c\($0), \(part($0))}\n" }
    let text =
      "memaudit: 1\nsystem: {name: Many}\nagents: [{id: a, reads: [c0], writes: [c0]}]\n"
      + "components:\n" + components.joined()
    let file = SourceFile(name: "many.yaml", bytes: Array(text.utf8))
    let architecture = try #require(ArchitectureReading(file).architecture)
    let noFiles = EvidenceFiles(
      missing: { _ in nil }, read: { _ in .failure(Complaint("is not there")) })
    let today = try #require(CalendarDate("2026-11-01"))
    var settings = Audit.Settings(today: today)
    settings.mostSteps = mostSteps
    return Audit(
      try #require(AnalyzedSystem.analyze(architecture).system),
      library: try #require(Self.library),
      evidence: EvidenceReview(of: architecture, today: today, files: noFiles),
      settings: settings)
  }

  /// The table of a run has a row for each of its files, which holds on to nothing else of it: else ten thousand files
  /// would all stay in memory.
  @Test func aRowOfTheTableKeepsNoAudit() throws {
    var audit: Audit? = try audit(parts: 3)
    weak let judgement = audit?.judgements.first
    #expect(judgement != nil)
    let row = try #require(audit.map { Run.Row(.audited(Report($0))) })
    audit = nil
    #expect(judgement == nil)
    #expect(row.audited?.score != nil)
  }

  /// One finding never tells of all parts: the report would grow with their square.
  @Test func aFindingTellsOfSoManyPathsAndNoMore() throws {
    let report = Report(try audit(parts: 60))
    let most = report.findings.map(\.missing.count).max()
    #expect(most == FieldPath.mostTold)
    for finding in report.findings {
      #expect(Set(finding.missing).count == finding.missing.count)
      #expect(
        finding.message.hasSuffix(" and perhaps others")
          == (finding.missing.count == FieldPath.mostTold))
    }
  }

  @Test func onlySoManyNamesAreGuessed() throws {
    let unknown = Report(try audit(parts: 60)).unknownImplementations
    #expect(unknown.count == 60)
    #expect(unknown.dropFirst(50).allSatisfy { $0.near.isEmpty })
  }

  /// The map guesses for no more of them than the report does.
  @Test func theMapGuessesNoMoreNames() throws {
    let view = Report(try audit(parts: 200) { _ in "implementation: PostgresStor" }).view
    #expect(view.mapNotes.count { $0.contains("did you mean") } == 50)
    #expect(view.mapNotes.count == 200)
  }

  @Test func whatWouldTakeTooLongIsCutShort() throws {
    #expect(try !audit(parts: 10).isCutShort)
    #expect(try audit(parts: 10, mostSteps: 500).isCutShort)
  }

  /// No rule goes through all components for each: of so many, that alone would take all these steps and more.
  @Test func stepsGrowWithTheNumberOfParts() throws {
    let kinds = ComponentKind.allCases.filter { $0 != .custom }.map(\.rawValue)
    let audit = try audit(parts: 4_000, mostSteps: 2_000 * 4_000) {
      "kind: \(kinds[$0 % kinds.count]), injected_tokens: 1"
    }
    #expect(!audit.isCutShort)
  }
}
