internal import Analysis
internal import SourceText

/// A commented file to begin with, for one shape of system.
package enum StarterFile: String, CaseIterable, Sendable {
  case generic
  case support
  case langgraph
  case multiAgent = "multi-agent"
  case coding
  case research

  /// The file as it was when the program was built.
  package var text: String {
    String(decoding: EmbeddedFiles.file(path)?.bytes ?? [], as: UTF8.self)
  }

  /// Where it stands in `checklists/`.
  package var path: String { "templates/\(rawValue).arch.yaml" }
}
