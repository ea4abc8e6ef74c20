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
}
