internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText
internal import YAML

/// Turns the records of a checklist into rules, and says at their places what is wrong with their expressions.
struct RuleCompiler {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let checklist: String
  private let source: ChecklistSource
  private let scalars: [Span: Scalar]
  private let variables: [[Variable]]
  /// The rules that write what their subjects are.
  private let scoped: Set<Span>

  init(_ file: SourceFile, root: Node, checklist: String, source: ChecklistSource) {
    self.file = file
    self.checklist = checklist
    self.source = source
    var scalars: [Span: Scalar] = [:]
    root.collectScalars(into: &scalars)
    self.scalars = scalars
    scoped = Set(
      (root["rules"]?.sequence ?? []).filter { $0["for_each"] != nil }.map(\.span))
    variables = ([nil] + Collection.allCases.map(Optional.some)).map(RuleSchema.variables)
  }

  /// Nil where something is wrong with it, or too much with those before it.
  mutating func rule(_ record: Architecture.Record) -> Rule? {
    guard !isFull else { return nil }
    let subjects = record.text("for_each").flatMap(Collection.init)
    // Where they are wrong, that is told, and nothing can be said of what is asked of them.
    if subjects == nil, scoped.contains(record.span) { return nil }
    let condition = expression("when", of: record, about: subjects)
    let requirement = expression("require", of: record, about: subjects)
    let raises = raises(of: record, about: subjects)
    let place = place(of: record, about: subjects)
    let message = template("message", of: record, about: subjects)
    checkFigures(of: record, about: subjects)
    guard let requirement, let place, let message, let id = record.text("id"),
      let severity = record.section("severity"),
      let base = severity.text("base").flatMap(Severity.init),
      let examples = record.section("examples"),
      record.entry("when") == nil || condition != nil
    else { return nil }
    return Rule(
      id: id, title: record.text("title") ?? "", checklist: checklist, severity: base,
      raises: raises, subjects: subjects, condition: condition, requirement: requirement,
      place: place, message: message, why: record.text("why") ?? "", fix: record.text("fix") ?? "",
      failureClasses: record.texts("failure_classes"),
      isDecidedByProduct: record.text("decided_by") == "product",
      decision: decision(of: record, at: place, about: subjects), figures: record.texts("figures"),
      sources: record.texts("sources"),
      examples: RuleExample.Kind.allCases.compactMap { kind in
        examples.text(kind.rawValue).map {
          RuleExample(kind, $0, at: examples.entry(kind.rawValue)?.keySpan)
        }
      },
      origin: RuleOrigin(
        source: source, requirement: record.entry("require")?.span ?? record.span,
        condition: record.entry("when")?.span, id: record.entry("id")?.span ?? record.span))
  }

  private mutating func raises(of record: Architecture.Record, about subjects: Collection?)
    -> [Rule.Raise]
  {
    guard let severity = record.section("severity") else { return [] }
    return severity.records("raise").compactMap { raise in
      guard let to = raise.text("to").flatMap(Severity.init),
        let condition = expression("when", of: raise, about: subjects),
        let span = raise.entry("when")?.span
      else { return nil }
      return Rule.Raise(severity: to, condition: condition, span: span)
    }
  }

  /// Where the choices are the words of a field, the vocabulary says them and what they mean.
  private func decision(
    of record: Architecture.Record, at place: Rule.Place, about subjects: Collection?
  ) -> RuleDecision? {
    guard let decision = record.section("decision"), let asks = decision.text("asks") else {
      return nil
    }
    var choices = decision.records("choices").compactMap { choice in
      choice.text("choose").flatMap { choose in
        choice.text("follows").map { RuleDecision.Choice(choose: choose, follows: $0) }
      }
    }
    if choices.isEmpty, case .choice(let words)? = fieldType(place.names, about: subjects) {
      choices = words.options.map {
        RuleDecision.Choice(choose: "`\($0.name)`", follows: $0.meaning)
      }
    }
    return RuleDecision(asks: asks, choices: choices)
  }

  private mutating func checkFigures(of record: Architecture.Record, about subjects: Collection?) {
    let owners = [Fact.Owner.system] + (subjects.map { [.part($0)] } ?? [])
    let forecasts = owners.flatMap(Fact.all).filter { $0.formula != nil }.map(\.name)
    for name in record.texts("figures") where !isFull && !forecasts.contains(name) {
      let near = didYouMean(name, among: forecasts)
      add(
        Diagnostic(
          "there is no forecast `\(name)` here", at: record.entry("figures")?.span ?? record.span,
          help: near ?? "`memaudit explain` knows them"))
    }
  }

  private mutating func expression(
    _ name: String, of record: Architecture.Record, about subjects: Collection?
  ) -> Expression? {
    guard let text = record.text(name), let span = record.entry(name)?.span else { return nil }
    let compiled = Expression.compile(
      text, schema: RuleSchema.schema, variables: variables(about: subjects), expecting: .bool)
    report(compiled.diagnostics, in: span)
    return compiled.expression
  }

  private mutating func place(of record: Architecture.Record, about subjects: Collection?)
    -> Rule.Place?
  {
    guard let text = record.text("at"), let span = record.entry("at")?.span else { return nil }
    return path(text, from: 0, in: span, about: subjects).map { Rule.Place(names: $0.names) }
  }

  private mutating func template(
    _ name: String, of record: Architecture.Record, about subjects: Collection?
  ) -> Template? {
    guard let text = record.text(name), let span = record.entry(name)?.span else { return nil }
    var pieces: [Template.Piece] = []
    var offset = 0
    var isWhole = true
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        pieces.append(.text(String(part)))
        offset = part.utf8.count
        continue
      }
      offset += 1
      guard let end = part.firstIndex(of: "}") else {
        report([Diagnostic("a `}` is missing", at: Span(offset - 1, offset))], in: span)
        return nil
      }
      let name = String(part[..<end])
      if let path = path(name, from: offset, in: span, about: subjects) {
        pieces.append(.value(path))
      } else {
        isWhole = false
      }
      pieces.append(.text(String(part[part.index(after: end)...])))
      offset += part.utf8.count
    }
    return isWhole ? Template(pieces: pieces) : nil
  }

  private mutating func path(
    _ text: String, from offset: Int, in span: Span, about subjects: Collection?
  ) -> Template.Path? {
    let compiled = Expression.compile(
      text, schema: RuleSchema.schema, variables: variables(about: subjects))
    report(
      compiled.diagnostics.map { diagnostic in
        let span = Span(diagnostic.span.start + offset, diagnostic.span.end + offset)
        return Diagnostic(diagnostic.message, at: span, help: diagnostic.help)
      }, in: span)
    guard let expression = compiled.expression else { return nil }
    let names = text.split(separator: ".").map(String.init)
    guard let type = fieldType(names, about: subjects) else {
      report(
        [
          Diagnostic(
            "only the path of a value can stand here", at: Span(offset, offset + text.utf8.count),
            help: "write names joined by dots: `subject.id`")
        ], in: span)
      return nil
    }
    return Template.Path(names: names, expression: expression, form: NumberForm(type))
  }

  /// The type of the field that a path of names leads to.
  private func fieldType(_ names: [String], about subjects: Collection?) -> FieldType? {
    guard let first = names.first else { return nil }
    let root = Architecture.RecordType.architecture
    var type: FieldType? =
      first == "subject"
      ? subjects.map { .record($0.recordType) } : root.index(of: first).map { root.fields[$0].type }
    var owner: Fact.Owner?
    for name in names.dropFirst() {
      if let facts = owner {
        type = Fact.named(name, of: facts)?.type
        owner = nil
        continue
      }
      guard let record = type?.recordLedTo else { return nil }
      switch DerivedField(rawValue: name) {
      case .facts?:
        guard let facts = Fact.Owner(record) else { return nil }
        owner = facts
      case .patterns?: type = .list(.choice(ComponentKind.patterns))
      case nil: type = record.index(of: name).map { record.fields[$0].type }
      }
    }
    return owner == nil ? type : nil
  }

  private func variables(about subjects: Collection?) -> [Variable] {
    variables[subjects.map { $0.index + 1 } ?? 0]
  }

  /// Moves diagnostics from the text of a scalar to its place in the file.
  private mutating func report(_ found: [Diagnostic], in span: Span) {
    guard !found.isEmpty, !isFull, let scalar = scalars[span] else { return }
    let map = ScalarMap(scalar, at: span, in: file)
    for diagnostic in found {
      add(Diagnostic(diagnostic.message, at: map.span(of: diagnostic.span), help: diagnostic.help))
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    guard !isFull else { return }
    diagnostics.append(diagnostic)
    if isFull { diagnostics.append(.enough(at: diagnostic.span)) }
  }

  private var isFull: Bool { diagnostics.count >= Diagnostic.mostOfAFile }
}

extension FieldType {
  /// The record that a value of the type is, or refers to.
  fileprivate var recordLedTo: Architecture.RecordType? {
    switch self {
    case .record(let type): type
    case .reference(let collections): collections.count == 1 ? collections[0].recordType : nil
    case .boolean, .version, .count, .positive, .number, .money, .percentage, .share, .duration,
      .size, .tokens, .rate, .date, .text, .identifier, .path, .choice, .list, .listOrSingle,
      .labels:
      nil
    }
  }
}

extension Node {
  fileprivate func collectScalars(into scalars: inout [Span: Scalar]) {
    switch content {
    case .scalar(let scalar): scalars[span] = scalar
    case .sequence(let items): for item in items { item.collectScalars(into: &scalars) }
    case .mapping(let entries): for entry in entries { entry.value.collectScalars(into: &scalars) }
    case .invalid: break
    }
  }
}
