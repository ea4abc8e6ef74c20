internal import Glibc
internal import Reporting
internal import SourceText
internal import Synchronization

/// The files that are there and that reports are to replace. What an audit is made of must not be among them.
final class ReplacedFiles: Sendable {
  private let targets: [Identity: ReportOutputs.Target]
  /// The places of reports that are not written, since what stands there is read.
  private let spared: Mutex<Set<ExactText>> = Mutex([])

  /// What a file is read as.
  enum Role: String, Sendable {
    case architecture = "an architecture that is audited"
    case configuration = "the configuration"
    case checklist = "a checklist"
    case evidence
    case baseline = "the baseline"
  }

  /// A file, whatever it is called.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t

    init?(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      number = status.st_ino
    }
  }

  init(by targets: [ReportOutputs.Target] = []) {
    var found: [Identity: ReportOutputs.Target] = [:]
    for target in targets {
      if case .file(let path) = target.destination, let file = Identity(of: path) {
        found[file] = target
      }
    }
    self.targets = found
  }

  /// Whether nothing needs to be checked.
  var isEmpty: Bool { targets.isEmpty }

  /// Complains where a report would replace a file that is read, and spares that. A new baseline may replace an old one.
  func check(_ path: String, readAs role: Role) throws(Complaint) {
    guard !isEmpty, path != "-", let file = Identity(of: path), let target = targets[file],
      case .file(let report) = target.destination,
      role != .baseline || !target.format.keepsBaseline
    else { return }
    spared.withLock { _ = $0.insert(ExactText(report)) }
    throw Complaint(
      "cannot write `\(report)`: it is \(role.rawValue)",
      help: "write the report to a file of its own: `--format \(target.format.rawValue)=report`")
  }

  var sparesAny: Bool { spared.withLock { !$0.isEmpty } }

  /// Whether a report is not written because of what stands there.
  func isSpared(_ destination: ReportOutputs.Destination) -> Bool {
    guard case .file(let path) = destination else { return false }
    return spared.withLock { $0.contains(ExactText(path)) }
  }
}
