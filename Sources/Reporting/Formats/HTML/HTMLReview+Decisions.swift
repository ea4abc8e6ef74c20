internal import Auditing
internal import SourceText

extension HTMLReview {
  /// What the owners have to decide; who that is, where the file says.
  var decisions: Markup {
    let decisions = report.decisions
    let smaller = report.smallerQuestions
    let none: Markup = decisions.isEmpty ? "<p>\(report.nothingToDecide)</p>\n" : ""
    let blocks = SystemView.Owner.allCases.map { owner -> Markup in
      let matters = decisions.first { $0.owner == owner }?.matters ?? []
      return block(owner, matters, smaller: owner == .product ? smaller : [])
    }
    return none + blocks.joined(separator: "")
  }

  /// Where the decisions of somebody stand.
  func anchor(of owner: SystemView.Owner) -> Anchor { anchor(.decisions)(owner.rawValue) }

  private func block(
    _ owner: SystemView.Owner, _ matters: [Report.Matter], smaller: [Report.Matter]
  ) -> Markup {
    guard !matters.isEmpty || !smaller.isEmpty else { return "" }
    let role = owner.rawValue.uppercasedFirst
    let who: Markup =
      view.owner(owner).map { ": \($0)" }
      ?? " <span class=\"muted\">(the file names nobody)</span>"
    let questions = matters.filter { !$0.choices.isEmpty }.map(question)
    let rest = matters.filter(\.choices.isEmpty).map { matter -> Markup in
      "<li>\(line(matter, figures(of: matter.first)))</li>\n"
    }
    let list: Markup = rest.isEmpty ? "" : "<ul class=\"matters\">\n\(rest)</ul>\n"
    return
      "<h4 id=\"\(anchor(of: owner).name)\">\("\(role)" as Markup)\(who)</h4>\n\(questions)\(list)"
      + lesser(smaller) + "\n"
  }

  /// What does not close the gate and is product's to answer all the same, each leading to its finding.
  private func lesser(_ matters: [Report.Matter]) -> Markup {
    guard !matters.isEmpty else { return "" }
    let questions = counted(matters.count, "smaller question")
    let items = matters.map { "<li>\(line($0))</li>\n" as Markup }
    return """
      <details class="lesser">
      <summary>\(questions) that the file leaves open</summary>
      <ul class="matters">
      \(items)</ul>
      </details>

      """
  }

  /// A question with what was found, what can be chosen, and what follows.
  private func question(_ matter: Report.Matter) -> Markup {
    let found = matter.findings.map { finding -> Markup in
      "<li>\(link(to: finding, words(of: finding, missing: finding.missing)))\(figures(of: finding))</li>\n"
    }
    let choices = matter.choices.map { choice -> Markup in
      "<div><dt>\(Markup(prose: choice.choose))</dt>\n<dd>\(Markup(prose: choice.follows))</dd></div>\n"
    }
    return """
      <div class="question">
      <h5>\(chip(matter.severity)) <span>\(Markup(prose: matter.asks))</span></h5>
      <ul class="found">
      \(found)</ul>
      <dl class="choices">
      \(choices)</dl>
      </div>

      """
  }

  /// A matter in a line, which leads to the first of its findings; the parts that it concerns lead to theirs.
  func line(_ matter: Report.Matter, _ more: Markup = "") -> Markup {
    let words: Markup =
      matter.findings.count == 1 || matter.isUndeclared
      ? self.words(of: matter.first, missing: matter.missing)
      : Markup(prose: matter.statement.ended)
    let isNamed = matter.findings.count == 1 && matter.first.isNamed
    let names = matter.findings.map { link(to: $0, code($0.subject)) }
    let subjects: Markup =
      isNamed ? "" : " <span class=\"about\">\(names.joined(separator: ", "))</span>"
    return "\(chip(matter.severity)) <div>\(link(to: matter.first, words))\(subjects)\(more)</div>"
  }

  /// What a finding says to somebody who does not know the rules.
  private func words(of finding: Report.Finding, missing: [String]) -> Markup {
    switch finding.kind {
    case .fail: Markup(prose: finding.message.uppercasedFirst)
    case .undeclared:
      "\(Markup(prose: finding.title.ended)) The file does not say: \(code(missing))."
    }
  }

  /// What the numbers of the file say of how much it matters.
  private func figures(of finding: Report.Finding) -> Markup {
    let figures = report.figures(of: finding).map { figure -> Markup in
      "<strong>\(figure.value)</strong>: \(Markup(prose: figure.meaning))"
    }
    guard !figures.isEmpty else { return "" }
    return "<br><span class=\"muted\">\(figures.joined(separator: "<br>"))</span>"
  }
}

extension Report.Finding {
  /// Whether its message names what it is about.
  fileprivate var isNamed: Bool { kind == .fail && message.contains(subject) }
}
