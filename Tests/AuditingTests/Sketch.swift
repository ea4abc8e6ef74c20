import Analysis
import Architecture
import Expressions
import SourceText
import TestSupport

@testable import Auditing

/// An architecture that is being made up: which fields of which records it declares.
struct Sketch {
  /// A line of a record that can be left out.
  struct Line: Hashable {
    let name: String
    let value: String
  }

  struct Element {
    let id: String
    var lines: [Line]
    /// What it could declare besides.
    var open: [Line]

    fileprivate var text: String {
      "  - id: \(id)\n" + lines.map { "    \($0.name): \($0.value)\n" }.joined()
    }
  }

  /// The sections that are mappings, by name.
  var sections: [(name: String, lines: [Line], open: [Line])]
  /// The lists of elements; nil where there is no list.
  var lists: [(name: String, elements: [Element]?)]

  var text: String {
    var text = "memaudit: 1\n"
    for section in sections {
      text += "\(section.name):\n" + (section.name == "system" ? "  name: Test\n" : "")
      text += "  x-own: 1\n"
      for line in section.lines { text += "  \(line.name): \(line.value)\n" }
    }
    for list in lists {
      guard let elements = list.elements else { continue }
      text +=
        elements.isEmpty
        ? "\(list.name): []\n" : "\(list.name):\n" + elements.map(\.text).joined()
    }
    return text
  }

  private static let fields: [String: [(String, [String])]] = [
    "system": [
      ("domain", ["medical", "coding"]), ("stage", ["production", "prototype"]),
      ("safety_critical", ["true", "false"]),
    ],
    "objectives": [
      ("fidelity", ["verbatim", "gist", "none"]), ("fidelity_decided_by", ["product", "none"]),
      ("max_staleness", ["5m", "none"]),
    ],
    "agents": [
      ("replicas", ["1", "4", "{min: 1, max: 3}"]), ("state", ["stateless", "stateful"]),
      ("reads", ["[]", "[c0]"]), ("writes", ["[]", "[c0]", "none"]),
    ],
    "components": [
      ("durability", ["durable", "ephemeral"]), ("retention", ["{max_age: 30d}", "none"]),
      ("scope", ["user", "thread"]), ("isolation", ["[user]", "none"]),
      ("contains_pii", ["true", "false"]),
    ],
    "stores": [
      ("backup", ["none", "{every: 1d}", "{restore_tested: true}"]),
      ("latency", ["{p95: 4ms}", "{p95: 40ms}", "none", "{p50: 1ms}"]),
      ("high_availability", ["none", "{failover: manual}"]), ("timeout", ["1s", "none"]),
    ],
  ]

  private static func lines(
    of name: String, _ random: inout SeededGenerator
  ) -> (lines: [Line], open: [Line]) {
    let share = Int.random(in: 1...4, using: &random)
    var lines: [Line] = []
    var open: [Line] = []
    for (field, values) in fields[name] ?? [] {
      let line = Line(name: field, value: values.randomElement(using: &random) ?? "")
      if Int.random(in: 0...4, using: &random) < share {
        lines.append(line)
      } else {
        open.append(line)
      }
    }
    return (lines, open)
  }

  init(_ random: inout SeededGenerator) {
    sections = ["system", "objectives"].map { name in
      let (lines, open) = Self.lines(of: name, &random)
      return (name, lines, open)
    }
    let kinds = [
      "components": ["conversation_buffer", "rag", "persistent_memory"],
      "stores": ["redis", "postgres", "file"],
    ]
    lists = ["agents", "components", "stores"].map { name in
      let least = name == "components" ? 1 : 0
      guard least == 1 || Int.random(in: 0..<4, using: &random) > 0 else { return (name, nil) }
      let elements = (0..<Int.random(in: least...3, using: &random)).map { index in
        var (lines, open) = Self.lines(of: name, &random)
        if let kind = kinds[name]?.randomElement(using: &random) {
          lines.insert(Line(name: "kind", value: kind), at: 0)
        }
        if name == "components", index == 0 {
          open.append(Line(name: "description", value: "A component"))
        }
        return Element(id: "\(name.prefix(1))\(index)", lines: lines, open: open)
      }
      return (name, elements)
    }
    guard let stores = lists[2].elements, !stores.isEmpty, let components = lists[1].elements else {
      return
    }
    for index in components.indices {
      let store = Line(name: "store", value: stores.randomElement(using: &random)?.id ?? "")
      if Bool.random(using: &random) {
        lists[1].elements?[index].lines.append(store)
      } else {
        lists[1].elements?[index].open.append(store)
      }
    }
  }
}

extension Sketch {
  /// The same with every list in another order.
  func shuffled(_ random: inout SeededGenerator) -> Sketch {
    var other = self
    for index in lists.indices {
      other.lists[index].elements?.shuffle(using: &random)
      for element in (other.lists[index].elements ?? []).indices {
        other.lists[index].elements?[element].lines.shuffle(using: &random)
      }
    }
    return other
  }

  /// The same with one more field, if there is one to declare.
  func declaringOneMore(_ random: inout SeededGenerator) -> Sketch? {
    var more: [Sketch] = []
    for section in sections.indices {
      for line in sections[section].open {
        var other = self
        other.sections[section].lines.append(line)
        more.append(other)
      }
    }
    for list in lists.indices {
      for (index, element) in (lists[list].elements ?? []).enumerated() {
        for line in element.open {
          var other = self
          other.lists[list].elements?[index].lines.append(line)
          more.append(other)
        }
      }
    }
    return more.randomElement(using: &random)
  }

  /// The same without a list, and without what refers to its elements.
  func leavingOut(_ list: Int) -> Sketch {
    var other = self
    other.lists[list].elements = nil
    if lists[list].name == "stores" {
      for index in (lists[1].elements ?? []).indices {
        other.lists[1].elements?[index].lines.removeAll { $0.name == "store" }
      }
    }
    return other
  }

  /// Its verdicts under a checklist.
  func judgements(_ checklist: Checklist) -> [Judgement] {
    let reading = ArchitectureReading(SourceFile(name: "arch.yaml", bytes: Array(text.utf8)))
    guard let architecture = reading.architecture,
      let system = AnalyzedSystem.analyze(architecture).system,
      let today = CalendarDate(year: 2026, month: 1, day: 1)
    else { fatalError("\(text)\n\(reading.diagnostics)") }
    let hearing = Hearing(Questions(checklist.rules), in: RuleWorld(system, today: today.midnight))
    guard hearing.failures.isEmpty else {
      fatalError("\(hearing.failures.map(\.diagnostic.message))")
    }
    return hearing.judgements
  }
}
