internal import Architecture
package import SourceText
internal import YAML

/// The outcome of reading a configuration: what it says, unless something is wrong, and everything that is.
package struct ConfigurationReading: Sendable {
  package let configuration: Configuration?
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceFile) {
    let document = Document(file)
    var reader = RecordReader()
    var record = document.diagnostics.isEmpty ? Self.emptyRecord : nil
    // A file that holds only comments says nothing, which is fine.
    if let root = document.root, root.scalar?.isNull != true {
      record = reader.record(root, as: .configuration, path: "", subject: "the configuration")
    }
    let found = document.diagnostics + reader.diagnostics + (record.map(Self.mistakes) ?? [])
    diagnostics = found.inFileOrder
    configuration = found.isEmpty ? record.map { Configuration($0, file: file) } : nil
  }

  private static let emptyRecord = Record(.configuration, path: "", span: Span(at: 0), entries: [])

  /// What the descriptions of the fields cannot tell.
  private static func mistakes(_ record: Record) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    if let entry = record.section("gate")?.entry("min_score"),
      case .number(let score)? = entry.value,
      let objection = GateSettings.objection(toMinScore: score)
    {
      mistakes.append(
        Diagnostic("`min_score` \(objection.message)", at: entry.span, help: objection.help))
    }
    var firstUses = FirstUses()
    for disabled in record.records("disable") {
      guard let rule = disabled.mention("rule"),
        let first = firstUses.earlier(rule.text, at: rule.span)
      else { continue }
      mistakes.append(
        Diagnostic(
          "`\(rule.text)` is disabled twice", at: rule.span, help: "remove one of the two",
          notes: [Diagnostic.Note("first disabled here", at: first)]))
    }
    return mistakes
  }
}

extension Configuration {
  fileprivate init(_ record: Record, file: SourceFile) {
    let gate = record.section("gate")
    self.file = file
    checklists = record.textItems("checklists")
    disabled = record.records("disable").compactMap { disabled in
      disabled.mention("rule").map {
        DisabledRule(rule: $0, reason: disabled.text("reason") ?? "")
      }
    }
    let minimum: Double? =
      if case .number(let score)? = gate?.entry("min_score")?.value { score } else { nil }
    self.gate = GateSettings(
      failOn: gate?.threshold("fail_on"), failOnUndeclared: gate?.threshold("fail_on_undeclared"),
      minScore: minimum)
  }
}

extension Record {
  fileprivate func mention(_ name: String) -> WrittenText? {
    guard let entry = entry(name), let text = text(name) else { return nil }
    return WrittenText(text: text, span: entry.span)
  }

  fileprivate func threshold(_ name: String) -> GateSettings.Threshold? {
    guard let entry = entry(name) else { return nil }
    return text(name).flatMap(Severity.init).map(GateSettings.Threshold.from)
      ?? (entry.value == nil ? .never : nil)
  }
}
