internal import Analysis
internal import Architecture
internal import SourceText

/// One piece of evidence while it is looked at.
struct Exhibit {
  /// What a measurement says, and of what.
  struct Reading {
    let record: MeasuredRecord
    let summary: LatencySummary
  }

  private let path: String
  private let source: String
  private let format: Evidence.Format
  private let dated: CalendarDate?
  private let span: Span
  private var status: Evidence.Status
  private var notes: [String] = []
  /// Nil for a document, and for a measurement that does not count.
  private(set) var reading: Reading?
  private var measured: String?

  init(_ record: Record, today: CalendarDate, files: inout MeasuredFiles) {
    path = record.text("for") ?? ""
    source = record.text("file") ?? record.text("url") ?? "none"
    format = record.text("format").flatMap(Evidence.Format.init) ?? .document
    dated = if case .date(let date)? = record.entry("dated")?.value { date } else { nil }
    span = record.entry("for")?.span ?? record.span
    status = .valid
    do throws(Complaint) {
      if format.isMeasurement {
        let reading = try Self.read(record, of: path, as: format, &files)
        self.reading = reading
        measured = reading.summary.name
      } else {
        try Self.look(for: record, files.files)
      }
    } catch {
      status = .unreadable(error)
      return
    }
    if let dated, dated > today { notes.append("it is dated after today") }
    guard case .nanoseconds(let validFor)? = record.entry("valid_for")?.value else { return }
    guard let dated else {
      notes.append("it says how long it holds, and not from when: write `dated`")
      return
    }
    let last = dated.lastDay(validFor: validFor)
    if last < today {
      status = .expired(last)
      reading = nil
    }
  }

  var isReferenced: Bool { format == .document && status == .valid }

  /// Whether another measurement of the same record is to be believed instead.
  func isOutdone(by other: Exhibit) -> Bool {
    if let mine = dated, let its = other.dated, mine != its { return its > mine }
    if (dated == nil) != (other.dated == nil) { return dated == nil }
    return (other.reading?.summary.p95 ?? 0) > (reading?.summary.p95 ?? 0)
  }

  /// Gives way to another measurement.
  mutating func retire() {
    reading = nil
    notes.append("another measurement of the same stands in its place")
  }

  func measurements(of file: ArchitectureFile) -> [Measurement] {
    guard let reading else { return [] }
    return reading.record.percentiles.compactMap { name in
      reading.summary[name].map {
        Measurement($0, at: "\(reading.record.path).\(name)", of: file, source: span)
      }
    }
  }

  func evidence(contradictions: [Measurement]) -> Evidence {
    Evidence(
      path: path, source: source, format: format,
      status: contradictions.isEmpty ? status : .contradicting(contradictions),
      measured: measured, notes: notes, span: span)
  }
}

extension Exhibit {
  private static func look(for record: Record, _ files: EvidenceFiles) throws(Complaint) {
    guard let file = record.text("file") else {
      guard record.text("url") != nil else {
        throw Complaint(
          "is no file and no URL", help: "write the `file` or the `url` that stands behind it")
      }
      return
    }
    if let complaint = files.missing(file) { throw complaint }
  }

  private static func read(
    _ record: Record, of path: String, as format: Evidence.Format, _ files: inout MeasuredFiles
  ) throws(Complaint) -> Reading {
    guard let file = record.text("file") else {
      throw Complaint(
        "is a URL, and measurements are read from files of the repository",
        help: "keep the file in the repository, and name it in `file`")
    }
    guard let measured = MeasuredRecord(path) else {
      throw Complaint(
        "is of `\(format.rawValue)`, which measures latency, and `\(path)` is no latency",
        help: "name one, such as `stores.….latency.p95`")
    }
    let summary = try files.summary(of: file, format)
    if let wanted = measured.wanted, summary[wanted] == nil {
      throw Complaint("tells no \(wanted) of `\(printable(summary.name))`")
    }
    return Reading(record: measured, summary: summary)
  }
}

extension LatencySummary {
  init(_ bytes: [UInt8], _ format: Evidence.Format) throws(Complaint) {
    switch format {
    case .document: throw Complaint("is a document, and no measurement")
    case .k6: try self.init(k6: bytes)
    case .redisBenchmark: try self.init(redisBenchmark: bytes)
    }
  }

  /// A percentile by the name of its field.
  fileprivate subscript(name: String) -> Int64? {
    switch name {
    case "p50": p50
    case "p95": p95
    case "p99": p99
    default: nil
    }
  }
}
