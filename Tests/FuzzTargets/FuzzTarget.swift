/// A door through which bytes from outside come in, each tried by itself: with a fuzzer, and by ordinary tests.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case yaml
  case architecture
  case expression
  case checklist
  case evidence
  case configuration
  case report

  /// What is wrong with how the bytes were taken: nothing, where they were understood or refused as they should be, and
  /// no processor had to work on them for longer than is allowed.
  package func complaints(about bytes: [UInt8], allowing limit: Duration) -> [String] {
    let (found, time) = ProcessorTime.measure { complaints(about: bytes) }
    return time < limit ? found : found + ["a processor worked on it for \(time)"]
  }

  private func complaints(about bytes: [UInt8]) -> [String] {
    switch self {
    case .yaml: YAMLTrial.complaints(about: bytes)
    case .architecture: ArchitectureTrial.complaints(about: bytes)
    case .expression: ExpressionTrial.complaints(about: bytes)
    case .checklist: ChecklistTrial.complaints(about: bytes)
    case .evidence: EvidenceTrial.complaints(about: bytes)
    case .configuration: ConfigurationTrial.complaints(about: bytes)
    case .report: ReportTrial.complaints(about: bytes)
    }
  }
}
