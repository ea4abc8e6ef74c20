internal import Auditing
internal import JSON
internal import SourceText

/// An architecture file, with what came of it as a whole.
enum SARIFArtifact {
  static func json(_ report: Report) -> String {
    let line = JSONLine { line in
      line.object("location") { write(ShownFile(report.file.name), to: &$0) }
      line.object("properties") { properties in
        properties.string("system", report.name)
        if let score = report.score {
          properties.int("scoreLow", score.low)
          properties.int("scoreHigh", score.high)
          if let grade = score.grade { properties.string("grade", grade) }
        }
        properties.number("described", report.described)
        properties.bool("gatePassed", report.isGatePassed)
        properties.strings("gateReasons", report.gateReasons)
        if !report.gateNotes.isEmpty { properties.strings("gateNotes", report.gateNotes) }
        properties.string("checklistsHash", report.checklistsHash)
      }
    }
    return line.text
  }

  static func json(_ refusal: Refusal) -> String {
    JSONLine { line in
      line.object("location") { write(ShownFile(refusal.file), to: &$0) }
    }.text
  }

  /// The members of an artifact location. A file outside the folder has no place below its root.
  static func write(_ file: ShownFile, to line: inout JSONLine) {
    line.string("uri", file.uri)
    if !file.isOutside { line.string("uriBaseId", "%SRCROOT%") }
  }
}
