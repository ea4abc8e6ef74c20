internal import Reporting

extension CommandSpec.Operands {
  /// Architectures, one or many.
  static let architectures = Self(
    name: "PATH",
    doc:
      "A file, a folder (its arch.yaml, *.arch.yaml and .yml files), or - for standard input. Without one, the current folder.",
    count: 0...Int.max, completes: .files)
}

extension OptionSpec {
  /// Which reports are written, and where.
  static func format(_ formats: [ReportFormat]) -> OptionSpec {
    OptionSpec(
      "format",
      .text(placeholder: "FORMAT[=PATH]", completes: .words { formats.map(\.rawValue) }),
      "\(formats.map(\.rawValue).joined(separator: ", ")); to standard output or a file; may be repeated."
    )
  }

  static let summary = OptionSpec(
    "summary", .flag, "Keep a Markdown review short enough for a comment on a pull request.")
}

extension Invocation {
  /// The paths that were given, or the current folder.
  var architectures: [String] { operands.isEmpty ? ["."] : operands }
}
