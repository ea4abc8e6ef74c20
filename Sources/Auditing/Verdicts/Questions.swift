internal import Analysis
internal import Architecture
internal import Expressions

/// Rules as they are asked. Whether one applies is asked of many subjects and mostly denied, so what tells it at a glance
/// stands side by side.
struct Questions: Sendable {
  let rules: [Rule]
  /// About the system as a whole.
  let ofSystem: [Question]
  /// About each part of a collection, by the collection's place.
  private let ofParts: [[Question]]

  struct Question {
    /// That of the rule among all.
    let place: Int
    let hasCondition: Bool
    let condition: Glance?
  }

  /// Whom all questions of a kind are put to, one after the other: so what was read of a part is still at hand.
  enum Asked: Sendable {
    case system
    case part(Part)
    /// Nobody, where the file does not say which parts there are.
    case undeclared(Collection)
  }

  init(_ rules: [Rule]) {
    self.rules = rules
    var ofSystem: [Question] = []
    var ofParts = Collection.allCases.map { _ in [Question]() }
    for (place, rule) in rules.enumerated() {
      let question = Question(
        place: place, hasCondition: rule.hasCondition, condition: rule.conditionGlance)
      if let collection = rule.subjects {
        ofParts[collection.index].append(question)
      } else {
        ofSystem.append(question)
      }
    }
    self.ofSystem = ofSystem
    self.ofParts = ofParts
  }

  subscript(collection: Collection) -> [Question] { ofParts[collection.index] }

  /// All of a system that is asked anything, in the order of verdicts about it.
  func asked(of system: AnalyzedSystem) -> [Asked] {
    var all: [Asked] = []
    all.reserveCapacity(1 + Collection.allCases.reduce(0) { $0 + max(1, system.parts($1).count) })
    all.append(.system)
    for collection in Collection.allCases where !self[collection].isEmpty {
      if system.root[collection.rawValue].isUndeclared {
        all.append(.undeclared(collection))
      } else {
        for part in system.parts(collection) { all.append(.part(part)) }
      }
    }
    return all
  }
}
