internal import Analysis
internal import Architecture
package import Auditing
internal import Reporting
package import SourceText

/// Asks for an architecture, what is worth most to the score first. After every answer there is a file that the
/// reader accepts.
package struct Interview {
  /// Where the questions are asked.
  package struct Console {
    /// One line of an answer; nil at the end of the input.
    let ask: (_ prompt: String) -> String?
    let say: (String) -> Void
    let paint: Paint
    let width: Int

    package init(
      paint: Paint, width: Int, ask: @escaping (String) -> String?, say: @escaping (String) -> Void
    ) {
      self.paint = paint
      self.width = width
      self.ask = ask
      self.say = say
    }
  }

  /// Somebody wants no more questions.
  struct Stop: Error {}

  let console: Console
  private let library: Library
  private let today: CalendarDate
  private var draft = Draft()
  private var isWithoutComponents = true
  private(set) var audit: Audit?
  private var agenda = Agenda()
  /// The fields, by their place in the reference, whose documentation was shown.
  private var told: Set<[Int]> = []

  package init(library: Library, today: CalendarDate, on console: Console) {
    self.library = library
    self.today = today
    self.console = console
    _ = take(draft)
  }

  /// The file, as far as it is told.
  package var text: String { draft.text }

  /// What is described so far, in percent.
  package var described: String { ScoreWords.percent(audit?.score.described) }

  /// Asks until nothing is left or somebody stops.
  package mutating func run() {
    console.say(greeting)
    do throws(Stop) {
      for path in ["system.name", "system.deployment", "system.stage"] { try askField(path) }
      try askElements(of: .components)
      if isWithoutComponents {
        agenda.passAll(below: "components.\(Draft.standIn)")
        console.say(standInNotice)
      }
      while let topic = audit.flatMap({ agenda.next(in: $0) }) {
        if topic.isNew { console.say(heading(topic)) }
        if let collection = Collection(rawValue: topic.path) {
          try askElements(of: collection)
        } else {
          try askField(topic.path)
        }
      }
      console.say("\nThe score waits for nothing else that can be asked here.\n")
    } catch {}
  }

  private func heading(_ topic: Agenda.Topic) -> String {
    let value = topic.rise.map { "worth \(worth($0)) of 100 points" } ?? "decided with others"
    return "\n\(console.paint(topic.record, .bold)), \(value); \(described) described\n"
  }

  // MARK: Questions

  private mutating func askField(_ path: String) throws(Stop) {
    agenda.pass(path)
    guard let (field, place) = Field.at(path) else { return }
    console.say(told.insert(place).inserted ? question(field) : "\n")
    while let line = try answer(to: path, path) {
      switch Misplaced(line, at: path) {
      case .store?:
        console.say(storeAdvice(line))
        continue
      case .kind(let kind, let place)?:
        agenda.pass(place)
        if take(draft.setting(place, to: .scalar(kind))) { return }
      case nil: break
      }
      let answer = Answer(line, for: field.type)
      guard let value = answer.value else {
        refuse(answer.diagnostics)
        continue
      }
      if try offerElement(named: line, for: field), take(draft.setting(path, to: value)) { return }
    }
  }

  private mutating func askElements(of collection: Collection) throws(Stop) {
    let path = collection.rawValue
    agenda.pass(path)
    guard let field = Field.at(path)?.field else { return }
    console.say(elementsQuestion(field, of: collection))
    while let line = try answer(to: collection.singular, path) {
      guard line == "none" else {
        try addElement(line, to: collection)
        continue
      }
      if !draft.elements(of: collection).isEmpty { break }
      if take(draft.setting(path, to: .none)) { return }
    }
  }

  private mutating func addElement(_ id: String, to collection: Collection) throws(Stop) {
    let isFirst = collection == .components && isWithoutComponents
    let base = isFirst ? draft.setting(collection.rawValue, to: .list([])) : draft
    guard take(base.adding(quotedIfNeeded(id), to: collection)) else { return }
    if isFirst { isWithoutComponents = false }
    let path = "\(collection.rawValue).\(id)"
    if collection == .components, try isKnown(afterAsking: path, id) { return }
    if collection.recordType.index(of: "kind") != nil { try askField("\(path).kind") }
  }

  /// Whether the implementation of a component is known, and with it what kind of memory it is: one answer for many.
  private mutating func isKnown(afterAsking path: String, _ id: String) throws(Stop) -> Bool {
    try askField("\(path).implementation")
    guard let part = audit?.system.part(id) else { return false }
    if let unknown = SystemView.UnknownImplementation(part) {
      console.say("  \(printable(unknown.sentence))\n")
    }
    return part.implementation.map { !$0.patterns.isEmpty } ?? !part.reading.kind.isUndeclared
  }

  /// Whether an answer can be taken: a store that it names may first have to be added.
  private mutating func offerElement(named id: String, for field: Field) throws(Stop) -> Bool {
    guard case .reference([.stores]) = field.type, id != "none",
      audit?.system.file.element(id) == nil,
      case .audited = DraftAudit(
        draft.adding(quotedIfNeeded(id), to: .stores), library: library, today: today)
    else { return true }
    console.say("  There is no store `\(printable(id))` yet.\n")
    guard let line = try answer(to: "add it? yes or no", "stores"), line.lowercased().hasPrefix("y")
    else {
      return false
    }
    try addElement(id, to: .stores)
    return true
  }

  /// A line that says something about a path; nil where the question is passed over.
  private func answer(to prompt: String, _ path: String) throws(Stop) -> String? {
    while true {
      guard let line = console.ask("\(console.paint(prompt, .cyan))> ").map(trimmed), line != "q"
      else { throw Stop() }
      if line == "?" {
        console.say(explanation(of: path))
      } else {
        return line.isEmpty ? nil : line
      }
    }
  }

  // MARK: Answers

  /// Makes a draft the file, unless the reader refuses it.
  private mutating func take(_ candidate: Draft) -> Bool {
    switch DraftAudit(candidate, library: library, today: today) {
    case .audited(let audit):
      self.audit = audit
      draft = candidate
      return true
    case .refused(let diagnostics):
      refuse(diagnostics)
      return false
    }
  }

  private func refuse(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      console.say("  \(console.paint("error:", .red)) \(printable(diagnostic.message))\n")
      if let help = diagnostic.help {
        console.say("  \(console.paint("help:", .cyan)) \(printable(help))\n")
      }
    }
    if diagnostics.isEmpty { console.say("  \(console.paint("error:", .red)) no value is there\n") }
  }
}

private func trimmed(_ line: String) -> String {
  var rest = line.drop(while: \.isWhitespace)
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
