internal import Analysis
internal import Expressions

/// How grave a finding is: what its rule's conditions surely raise it to, and what those may which cannot be told.
struct Gravity {
  var surely: Severity
  var atWorst: Severity
  /// What would have to be declared to know, where that is to be told.
  var paths: [String] = []

  /// As grave as a fail of the rule is at least.
  init(of rule: Rule) {
    surely = rule.severity
    atWorst = rule.severity
  }
}

extension Rule {
  /// As grave as a fail of it can be.
  var severityAtWorst: Severity { raises.reduce(severity) { max($0, $1.severity) } }

  /// How grave a fail of it is, and how grave it may be: `medium`, or `medium to high`.
  package var severities: String {
    severityAtWorst == severity
      ? severity.rawValue : "\(severity.rawValue) to \(severityAtWorst.rawValue)"
  }
}

extension RuleWorld {
  /// How grave it is where a rule fails.
  func gravity(
    of rule: Rule, about part: Part?, _ subject: MarkedRecord?, tellsPaths: Bool = false
  ) throws(NoValue) -> Gravity {
    var gravity = Gravity(of: rule)
    for raise in rule.raises where raise.severity > gravity.surely {
      let seen = glance(raise.condition.glance, about: subject)
      switch answer(to: raise.condition, seenAs: seen, about: part) {
      case .success(.yes):
        gravity.surely = raise.severity
        gravity.atWorst = max(gravity.atWorst, raise.severity)
      case .success(.undeclared(let unknown)):
        gravity.atWorst = max(gravity.atWorst, raise.severity)
        if tellsPaths { gravity.paths += paths(of: unknown) }
      case .success(.no): continue
      case .failure(let error): throw NoValue(error: error, span: raise.span)
      }
    }
    if gravity.atWorst == gravity.surely { gravity.paths = [] }
    return gravity
  }
}
