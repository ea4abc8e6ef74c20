/// What there is to decide where a rule fails, as the one who decides would put it.
package struct RuleDecision: Sendable, Equatable {
  /// What can be chosen, and what follows from it.
  package struct Choice: Sendable, Equatable {
    package let choose: String
    package let follows: String

    package init(choose: String, follows: String) {
      self.choose = choose
      self.follows = follows
    }
  }

  package let asks: String
  package let choices: [Choice]
}
