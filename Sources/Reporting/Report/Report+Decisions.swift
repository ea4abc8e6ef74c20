internal import Auditing
internal import SourceText

extension Report {
  /// What one of the owners has to decide: what is new against a baseline first, then the gravest.
  package struct Decision: Sendable {
    package let owner: SystemView.Owner
    /// Who that is, where the file says.
    package let who: String?
    package let matters: [Matter]
  }

  /// How many decisions wait, and where they stand with what there is to choose; nil where there are none.
  package var deciding: String? {
    let counts = decisions.map { "\($0.matters.count) for \($0.owner.rawValue)" }
    guard !counts.isEmpty else { return nil }
    let choices =
      decisions.contains { $0.owner == .product } ? ", with the choices of those for product" : ""
    return
      "Decisions that wait: \(counts.joined(separator: ", ")). `memaudit report \(SourceFile.operand(file.name))` puts them in full\(choices)."
  }

  /// What to say where no decision waits.
  var nothingToDecide: String {
    switch undeclared.count {
    case 0: "Nothing: no finding waits for a decision."
    case 1:
      "Nothing yet: no fail waits for a decision, and one question waits for the file to answer."
    case let count:
      "Nothing yet: no fail waits for a decision, and \(count) questions wait for the file to answer."
    }
  }

  /// What else only product can decide and the file leaves open: lesser questions, which the score counts and the gate
  /// does not.
  var smallerQuestions: [Matter] {
    let open = findings.filter {
      $0.decidedBy == .product && $0.kind == .undeclared && $0.waiver == nil && $0.severity < .high
    }
    return Matter.grouped(open.gravestFirst)
  }

  /// What is waived has been decided. All critical and high matters are here, those that could not be told too where
  /// they are critical or only product can decide them; of product's, also lesser fails.
  package var decisions: [Decision] {
    SystemView.Owner.allCases.compactMap { owner in
      let open = findings.filter { finding in
        guard finding.decidedBy == owner, finding.waiver == nil else { return false }
        switch (owner, finding.kind) {
        case (.product, .fail): return true
        case (.engineering, .fail): return finding.severity >= .high
        case (.product, .undeclared): return finding.severity >= .high
        case (.engineering, .undeclared): return finding.severity == .critical
        }
      }
      guard !open.isEmpty else { return nil }
      let gravestFirst = open.gravestFirst
      let ordered = gravestFirst.filter { !$0.isKnown } + gravestFirst.filter(\.isKnown)
      return Decision(owner: owner, who: view.owner(owner), matters: Matter.grouped(ordered))
    }
  }
}

extension [Report.Finding] {
  fileprivate var gravestFirst: [Report.Finding] {
    Severity.allCases.sorted(by: >).flatMap { severity in filter { $0.severity == severity } }
  }
}
