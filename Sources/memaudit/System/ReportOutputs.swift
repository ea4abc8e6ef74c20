internal import JSON
internal import Reporting
internal import SourceText

/// Where reports go, and in which form.
struct ReportOutputs {
  enum Format: String, CaseIterable {
    case text
    case json
  }

  private struct Output {
    let format: Format
    /// Nil for standard output.
    let path: String?
  }

  private let outputs: [Output]

  /// - Parameter values: `FORMAT` or `FORMAT=PATH`, as they were given.
  init(_ values: [String]) throws(Complaint) {
    var outputs: [Output] = []
    for value in values.isEmpty ? [Format.text.rawValue] : values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let format = Format(rawValue: name) else {
        let known = Format.allCases.map(\.rawValue)
        throw Complaint(
          "there is no format `\(name)`",
          help: suggestion(for: name, among: known).map { "did you mean `\($0)`?" }
            ?? "write one of \(known.joined(separator: ", "))")
      }
      let path = parts.count > 1 ? String(parts[1]) : nil
      guard path != "" else { throw Complaint("`--format \(value)` names no file") }
      outputs.append(Output(format: format, path: path))
    }
    let toScreen = outputs.filter { $0.path == nil }
    guard toScreen.count <= 1 else {
      throw Complaint(
        "only one format can go to standard output",
        help: "write the others to files: `--format json=report.json`")
    }
    self.outputs = outputs
  }

  func write(_ reports: [Report], on terminal: Terminal) -> ExitCode {
    guard !reports.isEmpty else { return .passed }
    return outputs.reduce(.passed) { exit, output in
      let isPlain = output.path != nil
      let text = text(
        reports, output.format, paint: isPlain ? .plain : terminal.paint,
        width: isPlain ? 100 : terminal.width)
      guard let path = output.path else { return exit | terminal.write(text) }
      do throws(Complaint) {
        try writeFile(text, to: path)
        return exit
      } catch {
        return exit | terminal.complain(error, exit: .defect)
      }
    }
  }

  private func text(_ reports: [Report], _ format: Format, paint: Paint, width: Int) -> String {
    switch format {
    case .text:
      return reports.map { TextReport($0, paint: paint, width: width).rendered }
        .joined(separator: "\n")
    case .json:
      let values = reports.map { JSONReport.json($0, toolVersion: Memaudit.version) }
      return (values.count == 1 ? values[0] : .array(values)).pretty
    }
  }
}
