import Analysis
import Architecture
import SourceText
import TestSupport

@testable import Auditing

/// Verdicts that no architecture has to be written for.
enum Verdicts {
  /// A rule about components that says of all of them the same, unless it is told what to ask.
  static func rule(
    _ id: String, _ severity: Severity, when condition: String = "true",
    require requirement: String = "true"
  ) -> Rule {
    let text = """
      checklist: test
      title: Test
      about: Rules to count.
      rules:
        - id: \(id)
          title: A rule
          severity: \(severity.rawValue)
          for_each: components
          when: "\(condition)"
          require: "\(requirement)"
          at: subject.id
          message: It fails
          why: It matters.
          fix: Write it.
          examples: {pass: "system:", fail: "system:"}
      """
    guard let rule = checklist(text).rules.first else { fatalError("the rule is not read") }
    return rule
  }

  static func checklist(_ text: String) -> Checklist {
    let reading = ChecklistReading(SourceFile(name: "test.yaml", bytes: Array(text.utf8)))
    guard let checklist = reading.checklist else { fatalError("\(reading.diagnostics)") }
    return checklist
  }

  /// One letter for each subject: a pass P, a fail F, an undeclared verdict U, a pass or not applicable Q, not
  /// applicable N, a pass that rests on a measurement M.
  static func of(_ rule: Rule, _ letters: String, severity: Severity? = nil) -> [Judgement] {
    letters.enumerated().map { index, letter in
      let id = "c\(index)"
      let path = "components.\(id).\(rule.id)"
      let verdict: Verdict =
        switch letter {
        case "P", "M": .pass
        case "F": .fail
        case "U": .undeclared([path])
        case "Q": .passOrNotApplicable([path])
        default: .notApplicable
        }
      return Judgement(
        rule: rule, subject: .part(.components, id: id), verdict: verdict,
        severity: severity ?? rule.severity, place: nil,
        evidence: letter == "M" ? .measured : letter == "P" ? .declared : nil)
    }
  }

  /// `critical: PF` and such, one rule on each line, named by its place.
  static func table(_ text: String) -> [Judgement] {
    text.split(separator: "\n").enumerated().flatMap { index, line -> [Judgement] in
      let words = line.split { $0 == ":" || $0 == " " }.map(String.init)
      guard let severity = words.first.flatMap(Severity.init) else { fatalError("\(line)") }
      return of(rule("r\(index)", severity), words.count > 1 ? words[1] : "")
    }
  }

  static let library: [Rule] = (0..<12).map { rule("r\($0)", Severity.allCases[$0 % 4]) }

  /// Some rules on some subjects, with whatever verdicts.
  static func random(_ random: inout SeededGenerator) -> [Judgement] {
    let letters = Array(
      ["PPPFUQNM", "PPPPPPUQ", "FUQN", "PM", "UQ"].randomElement(using: &random) ?? "")
    let subjects = Int.random(in: 1...4, using: &random)
    return library.prefix(Int.random(in: 1...12, using: &random)).flatMap { rule in
      let raised =
        Int.random(in: 0..<4, using: &random) == 0
        ? Severity.allCases.filter { $0 >= rule.severity }.randomElement(using: &random) : nil
      return of(
        rule, String((0..<subjects).compactMap { _ in letters.randomElement(using: &random) }),
        severity: raised)
    }
  }
}

extension Judgement {
  /// The same judgement with another verdict.
  func with(_ verdict: Verdict) -> Judgement {
    Judgement(
      rule: rule, subject: subject, verdict: verdict, severity: severity,
      severityAtWorst: severityAtWorst, place: place, message: message,
      evidence: verdict == .pass ? .declared : nil)
  }
}

extension Array {
  func replacing(at index: Int, with element: Element) -> [Element] {
    var copy = self
    copy[index] = element
    return copy
  }
}
