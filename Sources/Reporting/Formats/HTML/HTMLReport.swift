internal import SourceText

/// The review as one page that needs nothing else: no network, no other file, and no script to be read.
enum HTMLReport {
  static func piece(_ outcome: FileOutcome) -> String {
    switch outcome {
    case .audited(let report): HTMLReview(report).article.html
    case .refused(let refusal): article(refusal).html
    }
  }

  static func whole(_ pieces: [String], of run: Run) -> String {
    let reviews = pieces.map(Markup.init(verbatim:))
    let title =
      run.rows.count == 1
      ? run.rows.first.map { $0.audited?.name ?? $0.file } ?? ""
      : "\(run.rows.count) architectures"
    let table: Markup = run.rows.count > 1 ? HTMLScoreTable(run).section : ""
    let notes = run.notes.map { note -> Markup in "<p>\(Markup(prose: note))</p>\n" }
    return HTMLPage(
      title: title, content: table + notes.joined(separator: "") + reviews.joined(separator: "\n"),
      toolVersion: run.toolVersion
    ).markup.html
  }

  /// A file that could not be audited, and why.
  private static func article(_ refusal: Refusal) -> Markup {
    let anchor = Anchor(file: refusal.file)
    let problems = refusal.problems.map { problem -> Markup in
      let place: Markup =
        problem.position.map {
          "<span class=\"place\">line \($0.line), column \($0.column)</span> "
        }
        ?? ""
      let help: Markup =
        problem.help.map { "<br><span class=\"muted\">\(Markup(prose: $0))</span>" } ?? ""
      return "<li>\(place)\(Markup(prose: problem.message))\(help)</li>\n"
    }
    return """
      <article class="review refused" id="\(anchor.name)" aria-labelledby="\(anchor("title").name)">
      <header class="masthead">
      <h2 id="\(anchor("title").name)">\(refusal.file)</h2>
      <p><span class="gate fails">It could not be audited</span></p>
      </header>
      <ul class="plain">
      \(problems)</ul>
      </article>

      """
  }
}
