internal import Auditing
internal import SourceText

extension HTMLReview {
  /// Whose review it is, the verdict, and the score with its interval drawn.
  var masthead: Markup {
    let traits = view.traits.map { "\($0.name) \($0.value)" }
    let about = ([report.file.name] + traits + ["audited on \(report.today.written)"])
      .map { "<span>\($0)</span>" as Markup }.joined(separator: " ")
    let description: Markup =
      view.description.map { "<p class=\"lead\">\($0)</p>\n" } ?? ""
    return """
      <header class="masthead">
      <h2 id="\(anchor("title").name)">\(report.name)</h2>
      \(description)<p class="traits">\(about)</p>
      <div class="verdict">
      <p>\(gate) <span class="muted">\(Markup(prose: view.auditedFor))</span></p>
      <p class="told">\(Markup(prose: Report.gateExplained(isPassed: report.isGatePassed)))\(waiting)</p>
      \(figures)\(scale)\(obstacles)\(accepted)\(notes)<p class="muted">\(Markup(prose: Report.caveat))</p>
      </div>
      </header>

      """
  }

  private var gate: Markup {
    report.isGatePassed
      ? "<span class=\"gate passes\">The gate passes</span>"
      : "<span class=\"gate fails\">The gate fails</span>"
  }

  /// How many decisions wait for whom, and the way there.
  private var waiting: Markup {
    let decisions = report.decisions
    let smaller = report.smallerQuestions.count
    let links = SystemView.Owner.allCases.compactMap { owner -> Markup? in
      let count = decisions.first { $0.owner == owner }?.matters.count ?? 0
      let lesser = owner == .product ? smaller : 0
      let counts = [
        count > 0 ? counted(count, "decision") : nil,
        lesser > 0 ? counted(lesser, "smaller question") : nil,
      ].compactMap(\.self)
      guard !counts.isEmpty else { return nil }
      let words = "\(counts.joined(separator: " and ")) for \(owner.rawValue)"
      return "<a href=\"#\(anchor(of: owner).name)\">\(words) ↓</a>"
    }
    return links.isEmpty ? "" : " To be decided: \(links.joined(separator: ", "))."
  }

  private var figures: Markup {
    let score = report.score.map { ScoreWords.interval($0.low, $0.high) }
    let grade = report.score?.grade
    var figures: [(name: String, value: String)] = [("Score", score ?? "none")]
    if let grade { figures.append(("Grade", grade)) }
    figures += [
      ("Fail", "\(report.fails.count)"), ("Undeclared", "\(report.undeclared.count)"),
      ("Described", ScoreWords.percent(report.described)),
      ("Assurance", assurance),
    ]
    let items = figures.map { figure -> Markup in
      "<div><dt>\(figure.name)</dt><dd>\(figure.value)</dd></div>\n"
    }
    let explained: Markup = "<p class=\"muted\">\(Markup(prose: Report.figuresExplained))</p>\n"
    return "<dl class=\"figures\">\n\(items)</dl>\n\(unverified)\(explained)"
  }

  /// A share that is printed as nothing although there is something is told apart from none.
  var assurance: String {
    let share = report.assurance ?? 0
    let isBegun = share > 0 || report.evidence.contains(where: \.isValid)
    return share < 0.01 && isBegun ? "under 1 %" : ScoreWords.percent(share)
  }

  /// A gate that passes proves nothing of what was only declared.
  private var unverified: Markup {
    guard (report.assurance ?? 0) < 0.01 else { return "" }
    return report.evidence.contains(where: \.isValid)
      ? "<p><strong>Hardly anything here has been verified yet:</strong> nearly all of it rests on declarations.</p>\n"
      : "<p><strong>Nothing here has been verified yet:</strong> all of it rests on declarations.</p>\n"
  }

  private var scale: Markup {
    guard let score = report.score else {
      return "<p>No rule applies to what is described: there is no score.</p>\n"
    }
    return """
      <figure>
      \(ScoreScale(score, anchor: anchor("score")).markup)<figcaption>\(Markup(prose: words(score)))\
      </figcaption>
      </figure>

      """
  }

  private func words(_ score: Report.ScoreNote) -> String {
    var text: String
    if score.low < score.high {
      text =
        "The score lies between \(score.low), if everything undeclared fails, and \(score.high), if all of it passes."
    } else {
      text =
        report.totals.undeclared > 0
        ? "The score is \(score.low) of 100, whatever is undeclared."
        : "The score is \(score.low) of 100: all that it depends on is declared."
    }
    if let cap = report.scoreCap { text += " \(cap.uppercasedFirst)." }
    if score.grade == nil {
      text +=
        " With \(ScoreWords.percent(report.described)) described there is no grade: it takes \(ScoreWords.enoughDescribed)."
    }
    return text
  }

  /// What is in the way of the gate, and what would open it.
  private var obstacles: Markup {
    report.obstacles.map { obstacle -> Markup in
      // A row may tell of several findings: what is left is counted as the sentence above counts.
      let rows =
        obstacle.matters.map { (row: line($0), findings: $0.findings.count) }
        + obstacle.names.map {
          (row: "<span></span> <div>\(Markup(prose: $0))</div>" as Markup, findings: 1)
        }
      let most = 4
      let folded = rows.dropFirst(most)
      let left = folded.map(\.findings).reduce(0, +)
      let inRows = left == folded.count ? "" : ", in \(counted(folded.count, "row"))"
      let rest: Markup =
        folded.isEmpty
        ? ""
        : """
        <details>
        <summary>\(left) more\(inRows)</summary>
        \(list(folded.map(\.row)))</details>

        """
      return """
        <div class="obstacle">
        <p><strong>\(Markup(prose: obstacle.claim)).</strong> \(Markup(prose: obstacle.opening))</p>
        \(list(rows.prefix(most).map(\.row)))\(rest)</div>

        """
    }.joined(separator: "")
  }

  private func list(_ items: [Markup]) -> Markup {
    guard !items.isEmpty else { return "" }
    return "<ul class=\"matters\">\n\(items.map { "<li>\($0)</li>\n" as Markup })</ul>\n"
  }

  /// What fails or cannot be told and was accepted: who did, and until when.
  private var accepted: Markup {
    let items = report.accepted.map { finding -> Markup in
      guard let waiver = finding.waiver else { return "" }
      return """
        <li>\(line(Report.Matter(finding)))
        <p class="waiver">\(words(of: waiver))</p></li>

        """
    }
    guard !items.isEmpty else { return "" }
    return """
      <div class="obstacle">
      <p><strong>Accepted for a time.</strong> It counts as failed all the same, and does not close the gate.</p>
      <ul class="matters">
      \(items)</ul>
      </div>

      """
  }

  private var notes: Markup {
    guard !report.reviewNotes.isEmpty else { return "" }
    let items = report.reviewNotes.map { "<li>\(Markup(prose: $0))</li>\n" as Markup }
    return "<ul class=\"reasons\">\n\(items)</ul>\n"
  }
}
