internal import SourceText

extension HTMLReview {
  /// Whose review it is, the verdict, and the score with its interval drawn.
  var masthead: Markup {
    let traits = view.traits.map { "\($0.name) \($0.value)" }
    let about = ([report.file.name] + traits + ["audited for \(report.today.written)"])
      .map { "<span>\($0)</span>" as Markup }.joined(separator: " ")
    let description: Markup =
      view.description.map { "<p class=\"lead\">\($0)</p>\n" } ?? ""
    return """
      <header class="masthead">
      <h2 id="\(anchor("title").name)">\(report.name)</h2>
      \(description)<p class="traits">\(about)</p>
      <div class="verdict">
      <p>\(gate)</p>
      \(figures)\(scale)\(reasons)<p class="muted">\(Markup(prose: Report.caveat))</p>
      </div>
      </header>

      """
  }

  private var gate: Markup {
    report.isGatePassed
      ? "<span class=\"gate passes\">The gate passes</span>"
      : "<span class=\"gate fails\">The gate fails</span>"
  }

  private var figures: Markup {
    let score = report.score.map { $0.low == $0.high ? "\($0.low)" : "\($0.low)–\($0.high)" }
    let grade = report.score?.grade
    var figures: [(name: String, value: String)] = [("Score", score ?? "none")]
    if let grade { figures.append(("Grade", grade)) }
    figures += [
      ("Fail", "\(report.fails.count)"), ("Undeclared", "\(report.undeclared.count)"),
      ("Described", ScoreWords.percent(report.described)),
      ("Assurance", ScoreWords.percent(report.assurance)),
    ]
    let items = figures.map { figure -> Markup in
      "<div><dt>\(figure.name)</dt><dd>\(figure.value)</dd></div>\n"
    }
    let explained: Markup = "<p class=\"muted\">\(Markup(prose: Report.figuresExplained))</p>\n"
    return "<dl class=\"figures\">\n\(items)</dl>\n\(explained)"
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
    var text =
      score.low == score.high
      ? "The score is \(score.low) of 100: all that it depends on is declared."
      : "The score lies between \(score.low), if everything undeclared fails, and \(score.high), if all of it passes."
    if let cap = score.cap { text += " \(cap.capitalizedFirst)." }
    if score.grade == nil {
      text +=
        " With \(ScoreWords.percent(report.described)) described there is no grade: it takes 60 %."
    }
    return text
  }

  private var reasons: Markup {
    let sentences = report.gateReasons + report.gateNotes
    guard !sentences.isEmpty else { return "" }
    let items = sentences.map { "<li>\(Markup(prose: $0))</li>\n" as Markup }
    return "<ul class=\"reasons\">\n\(items)</ul>\n"
  }
}
