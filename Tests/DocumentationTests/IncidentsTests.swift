import Analysis
import Architecture
import Auditing
import SourceText
import TestSupport
import Testing

@testable import Documentation

/// What really happened, described as it was and as it was mended.
@Suite struct IncidentsTests {
  private static let library = Library.load().library
  private var noFiles: EvidenceFiles {
    EvidenceFiles(
      missing: { _ in nil }, read: { _ in .failure(Complaint("is not there")) })
  }

  private func audit(_ incident: Incident, _ name: String) throws -> Audit {
    let path = "examples/incidents/\(incident.id)/\(name).yaml"
    let file = SourceFile(name: path, bytes: Array(try TestFiles.read(path)))
    let reading = ArchitectureReading(file)
    let frame = CodeFrame(file)
    let architecture = try #require(
      reading.architecture, "\(reading.diagnostics.map { frame.rendered($0) })")
    let today = try #require(CalendarDate("2026-11-01"))
    let evidence = EvidenceReview(of: architecture, today: today, files: noFiles)
    let system = try #require(
      AnalyzedSystem.analyze(architecture).system)
    return Audit(
      system, library: try #require(Self.library), evidence: evidence,
      settings: Audit.Settings(today: today))
  }

  @Test func theFilesAreAsDescribed() {
    for (file, diagnostic) in Knowledge.diagnostics {
      Issue.record("\(CodeFrame(file).rendered(diagnostic))")
    }
    #expect(Knowledge.incidents.count >= 83)
    #expect(Set(Knowledge.incidents.map(\.id)).count == Knowledge.incidents.count)
    for incident in Knowledge.incidents {
      #expect(Incident.url(of: incident.source) != nil, "\(incident.id): \(incident.source)")
      #expect(incident.happened.count <= 180, "\(incident.id) takes too many words")
      #expect(incident.caughtBy.isEmpty == (incident.unseen != nil), "\(incident.id)")
    }
  }

  @Test func eachFileSaysWhereItComesFrom() throws {
    for incident in Knowledge.incidents where incident.unseen == nil {
      for name in ["before", "after"] {
        let path = "examples/incidents/\(incident.id)/\(name).yaml"
        let text = String(decoding: try TestFiles.read(path), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
          lines.first == "# yaml-language-server: $schema=../../../docs/schema.json", "\(path)")
        #expect(lines.count > 5 && lines[1] == "# \(incident.title)", "\(path)")
        #expect(text.contains("# \(incident.url)"), "\(path)")
        #expect(lines.count <= 80 && lines.allSatisfy { $0.count <= 100 }, "\(path)")
      }
    }
  }

  @Test func whatHappenedIsToldBeforeAndNotAfter() throws {
    var trials: [IncidentsPage.Trial] = []
    for incident in Knowledge.incidents where incident.unseen == nil {
      let before = try audit(incident, "before")
      let after = try audit(incident, "after")
      let trial = IncidentsPage.Trial(incident, before: before, after: after)
      trials.append(trial)
      #expect(trial.isCaught, "\(incident.id) is not caught")
      #expect(trial.after.isEmpty, "\(incident.id) is mended, and still \(trial.after)")
      let failed = Set(before.judgements.filter { $0.verdict == .fail }.map(\.rule.id))
      let failing = Set(after.judgements.filter { $0.verdict == .fail }.map(\.rule.id))
      for rule in incident.caughtBy {
        #expect(failed.contains(rule), "\(rule) does not fail in \(incident.id)")
        #expect(!failing.contains(rule), "\(rule) still fails in \(incident.id), mended")
      }
    }
    let page = IncidentsPage(trials, unseen: Knowledge.incidents.filter { $0.unseen != nil })
    #expect(page.recall >= 0.95)
    #expect(page.falseAlarms <= 0.02)
    Golden.expect(page.markdown, toBe: "docs/incidents.md")
  }

  /// A folder that no incident names would be forgotten.
  @Test func everyFolderIsAnIncident() {
    let folders = Set(Golden.folders(in: "examples/incidents"))
    #expect(folders == Set(Knowledge.incidents.filter { $0.unseen == nil }.map(\.id)))
  }
}
