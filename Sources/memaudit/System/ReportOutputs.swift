internal import Auditing
internal import Reporting
internal import SourceText

/// Where reports go, and in which form.
struct ReportOutputs: Sendable {
  struct Target: Sendable {
    let format: ReportFormat
    let destination: Destination
    let style: ReportFormat.Style

    /// That a file was written, and what it is for where the name of the format does not say; nil where it is none.
    var sentence: String? {
      guard case .file(let path) = destination else { return nil }
      return format == .baseline
        ? "\(path) is written: with `--baseline \(shellWord(path))` only what is new fails."
        : "\(path) is written."
    }
  }

  enum Destination: Equatable, Sendable {
    case standardOutput
    case file(String)
    case shared(String)

    /// Nil for standard output.
    var path: String? {
      switch self {
      case .standardOutput: nil
      case .file(let path), .shared(let path): path
      }
    }
  }

  let targets: [Target]

  /// - Parameters:
  ///   - values: `FORMAT` or `FORMAT=PATH`, as they were given.
  ///   - formats: Those to choose from; where none is given, it is the first.
  init(
    _ values: [String], among formats: [ReportFormat], isSummary: Bool, on terminal: Terminal
  ) throws(Complaint) {
    var targets: [Target] = []
    for value in values.isEmpty ? formats.prefix(1).map(\.rawValue) : values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let format = formats.first(where: { $0.rawValue == name }) else {
        let known = formats.map(\.rawValue)
        guard ReportFormat(rawValue: name) == nil else {
          throw Complaint(
            "`\(name)` is not a review", help: "`memaudit check --format \(name)` writes it")
        }
        throw Complaint(
          "there is no format `\(name)`",
          help: didYouMean(name, among: known)
            ?? "write one of \(known.joined(separator: ", "))")
      }
      let path = parts.count > 1 ? String(parts[1]) : nil
      guard path != "" else { throw Complaint("`--format \(value)` names no file") }
      let style =
        path == nil
        ? ReportFormat.Style(
          paint: terminal.paint, width: terminal.width, isSummary: isSummary)
        : ReportFormat.Style(isSummary: isSummary)
      let destination = path.map(Destination.file) ?? .standardOutput
      targets.append(Target(format: format, destination: destination, style: style))
    }
    guard targets.count(where: { $0.destination == .standardOutput }) <= 1 else {
      throw Complaint(
        "only one format can go to standard output",
        help: "write the others to files: `--format json=report.json`")
    }
    guard !isSummary || targets.contains(where: \.format.hasSummary) else {
      throw Complaint(
        "`--summary` keeps a Markdown review short, and there is none to be written",
        help: "write `--format markdown` too, or leave `--summary` out")
    }
    self.targets = targets + Self.jobSummary(beside: targets, on: terminal)
    try checkThatPlacesDiffer()
  }

  /// A runner that shows annotations has a page for the job, on which the short review stands.
  private static func jobSummary(beside targets: [Target], on terminal: Terminal) -> [Target] {
    guard let path = terminal.jobSummary, targets.contains(where: { $0.format == .github }) else {
      return []
    }
    let style = ReportFormat.Style(isSummary: true)
    return [Target(format: .markdown, destination: .shared(path), style: style)]
  }

  /// Of two reports in one place, the one that is finished last would be all that is left.
  private func checkThatPlacesDiffer() throws(Complaint) {
    var places = Places()
    var taken: [ExactText: Target] = [:]
    for target in targets {
      guard let path = target.destination.path else { continue }
      guard let other = taken.updateValue(target, forKey: places.place(of: path)) else { continue }
      let formats = [other.format.rawValue, target.format.rawValue]
      throw Complaint(
        "`\(path)` cannot hold both \(formats.map { "`\($0)`" }.joined(separator: " and "))",
        help:
          "write each to a file of its own: `--format \(formats[0])=FILE --format \(formats[1])=OTHER`"
      )
    }
  }

  /// Whether a terminal would show nothing of the reports.
  var goesToFilesOnly: Bool { !targets.contains { $0.destination == .standardOutput } }

  /// What each target is to say about one file.
  func pieces(of outcome: FileOutcome) -> [String] {
    targets.map {
      $0.format.piece(outcome, toolVersion: Memaudit.version, style: $0.style)
    }
  }
}

/// Writes the pieces of reports to their targets: at once where the format lets it, and else when all are there.
final class ReportWriter {
  private struct Sink {
    let target: ReportOutputs.Target
    let file: (any ReportFile)?
    var pieces: [String] = []
    var isBroken = false
  }

  private let outputs: ReportOutputs
  private let terminal: Terminal
  private var sinks: [Sink] = []
  private var rows: [Run.Row] = []

  init(_ outputs: ReportOutputs, on terminal: Terminal) throws(Complaint) {
    self.outputs = outputs
    self.terminal = terminal
    for target in outputs.targets {
      let file: (any ReportFile)? =
        switch target.destination {
        case .standardOutput: nil
        case .file(let path): try OutputFile(path)
        case .shared(let path): try SharedFile(path)
        }
      sinks.append(Sink(target: target, file: file))
    }
  }

  func add(_ row: Run.Row, _ pieces: [String]) -> ExitCode {
    rows.append(row)
    return zip(sinks.indices, pieces).reduce(.passed) { exit, entry in
      let (index, piece) = entry
      guard sinks[index].target.format.isStreamed else {
        sinks[index].pieces.append(piece)
        return exit
      }
      return exit | write(piece, to: index)
    }
  }

  /// Writes what is left, and puts files in their places.
  func finish(
    _ libraries: [Library], sparing replaced: ReplacedFiles, notes: ([Run.Row]) -> [String]
  ) -> ExitCode {
    for index in sinks.indices where replaced.isSpared(sinks[index].target.destination) {
      sinks[index].isBroken = true
    }
    let run = Run(
      toolVersion: Memaudit.version, rows: rows, libraries: libraries, notes: notes(rows))
    let exit = sinks.indices.reduce(ExitCode.passed) { exit, index in
      let sink = sinks[index]
      let rest = sink.target.format.whole(sink.pieces, of: run, style: sink.target.style)
      return exit | write(rest, to: index) | finish(index)
    }
    return outputs.goesToFilesOnly ? exit | tell(run) : exit
  }

  /// Says what came of it where the reports themselves are in files.
  private func tell(_ run: Run) -> ExitCode {
    let written = sinks.filter { !$0.isBroken }.compactMap(\.target.sentence)
    return terminal.tell([run.sentence] + run.notes + written)
  }

  private func write(_ text: String, to index: Int) -> ExitCode {
    guard !sinks[index].isBroken, !text.isEmpty else { return .passed }
    let exit =
      sinks[index].file.map { file in attempt { () throws(Complaint) in try file.write(text) } }
      ?? (sinks[index].target.format.isForPeople ? terminal.show(text) : terminal.write(text))
    sinks[index].isBroken = exit != .passed
    return exit
  }

  private func finish(_ index: Int) -> ExitCode {
    guard !sinks[index].isBroken, let file = sinks[index].file else { return .passed }
    return attempt { () throws(Complaint) in try file.finish() }
  }

  private func attempt(_ work: () throws(Complaint) -> Void) -> ExitCode {
    do throws(Complaint) {
      try work()
      return .passed
    } catch {
      return terminal.complain(error, exit: .defect)
    }
  }
}
