internal import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

/// What a draft comes to: its audit, or why the reader refuses it.
enum DraftAudit {
  case audited(Audit)
  case refused([Diagnostic])

  init(_ draft: Draft, library: Library, today: CalendarDate) {
    let reading = ArchitectureReading(SourceFile(name: "draft", text: draft.text))
    guard let architecture = reading.architecture else {
      self = .refused(reading.diagnostics)
      return
    }
    let evidence = EvidenceReview(of: architecture, today: today, files: .none)
    let analysis = AnalyzedSystem.analyze(architecture)
    guard let system = analysis.system else {
      self = .refused(analysis.diagnostics)
      return
    }
    self = .audited(
      Audit(
        system, library: library, evidence: evidence, settings: Audit.Settings(today: today)))
  }
}

extension EvidenceFiles {
  /// A draft stands in no repository.
  fileprivate static var none: EvidenceFiles {
    EvidenceFiles(missing: { _ in nil }, read: { _ in .failure(Complaint("is not there")) })
  }
}
