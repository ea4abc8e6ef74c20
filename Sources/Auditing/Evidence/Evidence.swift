package import Analysis
internal import Architecture
internal import Expressions
package import SourceText

/// Something that stands behind a declared value, as it was found.
package struct Evidence: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case document
    case k6
    case redisBenchmark = "redis-benchmark"

    package var isMeasurement: Bool { self != .document }
  }

  package enum Status: Sendable, Equatable {
    case valid
    /// It has held until this day, and no longer.
    case expired(CalendarDate)
    case unreadable(Complaint)
    /// What was measured is worse than what is declared.
    case contradicting([Measurement])
  }

  /// What it stands behind: `stores.redis.latency.p95`.
  package let path: String
  /// The file or the URL, as it is written.
  package let source: String
  package let format: Format
  package let status: Status
  /// What was measured, in the words of the tool: `http_req_duration`, `GET`.
  package let measured: String?
  /// What a reviewer should know of it, though nothing is wrong.
  package let notes: [String]
  /// Where the path is written.
  package let span: Span

  package var isExpired: Bool { if case .expired = status { true } else { false } }
}

/// What is named as evidence and cannot be had, so that nothing can contradict what it is for.
package struct UnreadEvidence: Sendable, Equatable {
  let path: String
  let source: String
  let complaint: String

  /// Nil for what counts.
  init?(_ evidence: Evidence) {
    guard case .unreadable(let complaint) = evidence.status else { return nil }
    path = evidence.path
    source = evidence.source
    self.complaint = complaint.message
  }

  var sentence: String { "`\(source)` \(complaint) (for `\(path)`)" }
}

extension Evidence {
  /// What is wrong with it, or with what it stands behind.
  package var diagnostic: Diagnostic? {
    switch status {
    case .valid: nil
    case .expired(let day):
      Diagnostic(
        "the evidence for `\(path)` has expired: it held until \(day.written)", at: span,
        help: format.isMeasurement
          ? "measure again, and write its date in `dated`"
          : "look whether `\(source)` still holds, and write the date in `dated`")
    case .unreadable(let complaint):
      Diagnostic(
        "the evidence for `\(path)` does not count: `\(source)` \(complaint.message)", at: span,
        help: complaint.help)
    case .contradicting(let measurements):
      Diagnostic(
        measurements.map { measurement in
          let declared = Self.text(measurement.declared ?? 0)
          let measured = Self.text(measurement.nanoseconds)
          return "`\(measurement.path)` is declared as \(declared), and \(measured) was measured"
        }.joined(separator: "; "), at: span,
        help: "declare what was measured, or find out what has become slower")
    }
  }

  private static func text(_ nanoseconds: Int64) -> String {
    ValueText.text(.duration(DurationValue(nanoseconds: nanoseconds)), as: .duration)
  }
}
