internal import Analysis
internal import Architecture
internal import Reporting

/// The page of all forecasts in Markdown, from the facts themselves.
package enum ForecastsPage {
  package static var markdown: String {
    introduction + Fact.Owner.all.map(section).joined(separator: "\n")
  }

  private static let introduction = """
    # Forecasts

    This page is generated from the functions that compute the forecasts.

    A forecast is what the declared numbers imply. Rules read it as `system.facts.NAME` or `subject.facts.NAME`. Where
    an input is undeclared, the forecast is unknown and names the path, unless what is declared decides it already; where
    the file says that an input is none and nothing follows without it, the forecast is none. Probabilities assume that
    events come at random and independently, as a Poisson process: they are estimates to compare designs by.

    Where a formula says history(n), it is what turn n carries of the conversation: all that was said, what a window or a
    limit lets through, or what a compaction left and what was said since. A buffer whose `on_overflow` is `summarize`
    carries what the summary leaves that `summarizes` it. What a summary itself injects is a part of that, and not of
    the fixed_tokens beside it. Where `model_calls_per_turn` is undeclared, what is replayed and its price are those of
    one call per turn: at least so much.


    """

  private static func section(_ owner: Fact.Owner) -> String {
    let forecasts = Fact.all(of: owner).filter { $0.formula != nil }
    guard !forecasts.isEmpty else { return "" }
    var text = "## \(owner.title)\n\n| forecast | value | meaning | formula |\n|---|---|---|---|\n"
    for fact in forecasts {
      text += "| `\(fact.name)` | \(fact.type.noun) | \(fact.doc) | \(fact.formula ?? "") |\n"
    }
    return text
  }
}

extension Fact.Owner {
  fileprivate var title: String {
    switch self {
    case .system: "The system"
    case .part(let collection): collection.article.uppercasedFirst + " " + collection.singular
    }
  }
}
