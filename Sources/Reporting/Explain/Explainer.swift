internal import Analysis
internal import Architecture
package import Auditing
internal import SourceText

/// Finds what a name means: a pattern, an implementation, a field, a fact, a rule.
package struct Explainer {
  private let library: Library

  package init(library: Library) {
    self.library = library
  }

  /// Everything that goes by a name, written in any of its ways.
  package func explanations(of name: String) -> [Explanation] {
    let rows = Knowledge.rows.filter { $0.goes(by: name) }
    let implementations = (Knowledge.components + Knowledge.stores).filter {
      $0.names.contains(name) || $0.fullNames.contains(name)
    }
    let facts = Fact.all.filter {
      isSameWord($0.name, name) || "\($0.owner.path).\($0.name)" == name
    }
    let terms = Glossary.table.filter { $0.words.contains(name.lowercased()) }
    return terms.map(\.explanation) + rows.map(explanation) + implementations.map(explanation)
      + fields(named: name) + fields(at: name).map { explanation($0.field, of: $0.type) }
      + facts.map(explanation)
      + [library.rule(name)].compactMap(\.self).map(explanation)
  }

  /// The rules that speak of what somebody asks about in words of their own; nil where none does.
  ///
  /// - Parameter tellsNames: Whether names that are like the words are told too.
  package func matches(for words: String, tellsNames: Bool = true) -> RuleMatches? {
    let rules = RuleSearch(words).rules(of: library)
    guard !rules.isEmpty else { return nil }
    return RuleMatches(words: words, rules: rules, names: tellsNames ? suggestions(for: words) : [])
  }

  /// Names that somebody may have meant, nearest first.
  package func suggestions(for name: String) -> [String] {
    Array(SourceText.suggestions(for: name, among: names).prefix(12))
  }

  /// Everything that can be explained.
  package var names: [String] {
    let patterns = Knowledge.rows.flatMap {
      [$0.pattern.rawValue, $0.failureMode] + $0.equivalents
    }
    let fields = RecordType.architecture.family.flatMap { $0.fields.map(\.name) }
    let implementations = (Knowledge.components + Knowledge.stores).map(\.fullName)
    var seen: Set<String> = []
    let rules = library.rules.map(\.id)
    let terms = Glossary.table.flatMap(\.words)
    return (patterns + fields + terms + Fact.all.map(\.name) + implementations + rules).filter {
      seen.insert($0).inserted
    }
  }

  // MARK: Patterns

  private func explanation(_ row: MapRow) -> Explanation {
    var blocks: [Explanation.Block] = [
      .heading("In distributed systems"), .paragraph(row.equivalents.joined(separator: ", ")),
      .heading("Why it is the same"), .paragraph(row.why),
      .heading("Both fail by \(row.failureMode)"), .paragraph(row.fails), .heading("What helps"),
    ]
    blocks += row.mitigations.map {
      .item("\($0.name). \($0.how) [\($0.sources.joined(separator: ", "))]", nil)
    }
    blocks += [
      .heading("What it usually gives up"),
      .paragraph(
        "consistency \(row.consistency.rawValue), availability \(row.availability.rawValue), partition tolerance \(row.partitionTolerance.rawValue). \(row.standBecause)"
      ),
      .heading("Other words for it"), .paragraph(row.pattern.aliases.joined(separator: ", ")),
      .heading("Literature"),
    ]
    blocks += row.literature.map { .item("[\($0)]", Citation($0)) }
    return Explanation(
      title: row.name, subtitle: "a memory pattern, \(row.pattern.rawValue)", blocks: blocks)
  }

  // MARK: Implementations

  private func explanation(_ known: Implementation) -> Explanation {
    var blocks: [Explanation.Block] = [.paragraph(known.note), .heading("What is known of it")]
    let patterns = known.patterns.map(\.rawValue).joined(separator: ", ")
    if !patterns.isEmpty { blocks.append(.item("pattern: \(patterns)", nil)) }
    blocks.append(.item("survives a restart of the process: \(answer(known.isDurable))", nil))
    blocks.append(
      .item("shared by several processes: \(answer(known.isSharedAcrossProcesses))", nil))
    if let behaviour = known.behaviour {
      blocks.append(.heading("What it does unless the file says otherwise"))
      blocks += behaviour.type.fields.compactMap { field in
        behaviour.entry(field.name).map {
          .item("\(field.name): \($0.value.map(ValueWords.text) ?? "none")", nil)
        }
      }
    }
    blocks += [
      .heading("Names"), .paragraph((known.names + known.fullNames).joined(separator: ", ")),
      .heading("Source"), .paragraph(known.source),
    ]
    return Explanation(
      title: known.fullName, subtitle: "an implementation, \(known.frameworkName)", blocks: blocks)
  }

  private func answer(_ flag: Bool?) -> String {
    flag.map { $0 ? "yes" : "no" } ?? "it depends"
  }

  // MARK: Fields and facts

  private func fields(named name: String) -> [Explanation] {
    RecordType.architecture.family.flatMap { type in
      type.fields.filter { isSameWord($0.name, name) }.map { explanation($0, of: type) }
    }
  }

  private func explanation(_ field: Field, of type: RecordType) -> Explanation {
    var blocks: [Explanation.Block] = [.paragraph(field.doc), .heading("Value")]
    if let choice = field.type.choice {
      blocks += choice.options.map {
        .item($0.meaning.isEmpty ? $0.name : "\($0.name): \($0.meaning)", nil)
      }
    } else {
      let example = field.type.example.map { ", such as \($0)" } ?? ""
      blocks.append(.paragraph(field.type.noun + example))
    }
    if let record = field.type.recordType {
      blocks.append(.paragraph("with \(record.fields.map(\.name).joined(separator: ", "))"))
    }
    if field.allowsNone, !field.doc.contains("`none`") {
      blocks.append(.paragraph("`none` where there is none."))
    }
    if !field.kinds.isEmpty {
      let kinds = field.kinds.map(\.rawValue).joined(separator: ", ")
      blocks += [.heading("Kinds"), .paragraph("only components of kind \(kinds)")]
    }
    return Explanation(
      title: field.name, subtitle: "a field of \(type.nameInProse)", blocks: blocks)
  }

  private func explanation(_ fact: Fact) -> Explanation {
    var blocks: [Explanation.Block] = [.paragraph(fact.doc)]
    if let formula = fact.formula { blocks += [.heading("Formula"), .paragraph(formula)] }
    blocks += [.heading("In rules"), .code("\(fact.owner.path).facts.\(fact.name)")]
    return Explanation(
      title: fact.name, subtitle: fact.formula == nil ? "a fact" : "a forecast", blocks: blocks)
  }
}

extension RecordType {
  /// What a sentence calls it: a part by its kind, what one field holds by that field.
  var nameInProse: String {
    guard !name.contains(" ") else { return name }
    let owners = RecordType.architecture.family.filter { owner in
      owner !== RecordType.architecture && owner.fields.contains { $0.type.recordType === self }
    }
    guard owners.count == 1, let owner = owners.first else { return "`\(name)`" }
    return "`\(name)` of \(owner.nameInProse)"
  }
}

extension Fact.Owner {
  /// How rules reach the owner.
  var path: String {
    switch self {
    case .system: "system"
    case .part: "subject"
    }
  }
}

extension MapRow {
  fileprivate func goes(by name: String) -> Bool {
    let word = name.lowercased()
    let words =
      [pattern.rawValue, self.name.lowercased(), failureMode] + pattern.aliases + equivalents
    return words.contains {
      $0.lowercased() == word
        || $0.lowercased() == word.map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
    }
  }
}
