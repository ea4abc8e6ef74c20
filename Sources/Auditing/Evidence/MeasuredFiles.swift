internal import SourceText

/// What files of measurements say. Each is read once in a format, however often the architecture names it.
struct MeasuredFiles {
  let files: EvidenceFiles
  /// By the format and the file.
  private var known: [String: Known] = [:]

  private enum Known {
    case summary(LatencySummary)
    case unreadable(Complaint)
  }

  init(_ files: EvidenceFiles) {
    self.files = files
  }

  mutating func summary(of file: String, _ format: Evidence.Format) throws(Complaint)
    -> LatencySummary
  {
    let key = "\(format.rawValue) \(file)"
    switch known[key] {
    case .summary(let summary): return summary
    case .unreadable(let complaint): throw complaint
    case nil: break
    }
    do throws(Complaint) {
      let summary = try LatencySummary(try files.read(file).get(), format)
      known[key] = .summary(summary)
      return summary
    } catch {
      known[key] = .unreadable(error)
      throw error
    }
  }
}
