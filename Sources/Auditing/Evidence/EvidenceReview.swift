package import Analysis
package import Architecture
package import SourceText

/// Where evidence is looked for: in the repository of the architecture, and nowhere else.
package struct EvidenceFiles {
  /// Why a document cannot be had; nil where it is there. It is not read.
  package let missing: (String) -> Complaint?
  package let read: (String) -> Result<[UInt8], Complaint>

  package init(
    missing: @escaping (String) -> Complaint?,
    read: @escaping (String) -> Result<[UInt8], Complaint>
  ) {
    self.missing = missing
    self.read = read
  }
}

/// All evidence of a file, looked at, and what follows from it.
package struct EvidenceReview: Sendable {
  /// In the order of the file.
  package let evidence: [Evidence]
  /// What stands in place of declared values.
  package let measurements: [Measurement]
  package let levels: EvidenceLevels

  package init(of file: ArchitectureFile, today: CalendarDate, files: EvidenceFiles) {
    var measured = MeasuredFiles(files)
    var exhibits = file.root.records("evidence").map {
      Exhibit($0, today: today, files: &measured)
    }
    Self.retireOutdated(&exhibits)
    var measurements: [Measurement] = []
    var levels = EvidenceLevels()
    evidence = exhibits.map { exhibit in
      let own = exhibit.measurements(of: file)
      measurements += own
      let evidence = exhibit.evidence(contradictions: own.filter(\.isContradiction))
      if exhibit.isReferenced { levels.add(.referenced, at: evidence.path) }
      for measurement in own { levels.add(.measured, at: measurement.path) }
      return evidence
    }
    self.measurements = measurements
    self.levels = levels
  }

  /// The paths of evidence that is out of date.
  package var expired: [String] { evidence.filter(\.isExpired).map(\.path) }

  /// What is named and cannot be had.
  package var unread: [UnreadEvidence] { evidence.compactMap(UnreadEvidence.init) }

  package var diagnostics: [Diagnostic] { evidence.compactMap(\.diagnostic).inFileOrder }

  /// Of several measurements of the same record the last counts; of the same day, the slowest.
  private static func retireOutdated(_ exhibits: inout [Exhibit]) {
    var best: [String: Int] = [:]
    for (index, exhibit) in exhibits.enumerated() {
      guard let path = exhibit.reading?.record.path else { continue }
      guard let rival = best[path] else {
        best[path] = index
        continue
      }
      let isLater = exhibits[rival].isOutdone(by: exhibit)
      exhibits[isLater ? rival : index].retire()
      if isLater { best[path] = index }
    }
  }
}
