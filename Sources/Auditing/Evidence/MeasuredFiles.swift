internal import SourceText

/// What files of measurements say. Each is read once in a format, however often the architecture names it.
struct MeasuredFiles {
  let files: EvidenceFiles
  private var summaries: [Source: Result<LatencySummary, Complaint>] = [:]

  private struct Source: Hashable {
    let file: String
    let format: Evidence.Format
  }

  init(_ files: EvidenceFiles) {
    self.files = files
  }

  mutating func summary(of file: String, _ format: Evidence.Format) throws(Complaint)
    -> LatencySummary
  {
    let source = Source(file: file, format: format)
    if let known = summaries[source] { return try known.get() }
    let summary = files.read(file).flatMap { bytes in
      Result { () throws(Complaint) in try LatencySummary(bytes, format) }
    }
    summaries[source] = summary
    return try summary.get()
  }
}
