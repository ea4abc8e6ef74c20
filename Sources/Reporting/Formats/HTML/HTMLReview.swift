internal import Auditing
internal import SourceText

/// The review of one architecture, in the order in which an architect or a product owner reads it.
struct HTMLReview {
  let report: Report
  let view: SystemView
  let anchor: Anchor

  init(_ report: Report) {
    self.report = report
    view = report.view
    anchor = Anchor(file: report.file.name)
  }

  /// First what somebody who decides wants to know, then what those look up who build.
  enum Section: String, CaseIterable {
    case decisions
    case declareFirst = "declare-first"
    case architecture
    case tradeoffs
    case curves
    case waivers
    case findings
    case next
    case map
    case forecasts
    case checklists
    case evidence
    case method

    /// Whether it starts folded.
    var isForReference: Bool {
      switch self {
      case .decisions, .declareFirst, .architecture, .tradeoffs, .curves, .waivers: false
      case .findings, .next, .map, .forecasts, .checklists, .evidence, .method: true
      }
    }

    var title: String {
      switch self {
      case .declareFirst: "Declare these first"
      case .decisions: "What must be decided, and by whom"
      case .architecture: "The architecture"
      case .map: "The equivalence map"
      case .tradeoffs: "Where it stands in the trilemma"
      case .findings: "Findings"
      case .curves: "What the numbers imply"
      case .forecasts: "Forecasts"
      case .checklists: "Checklists"
      case .next: "What to do next"
      case .waivers: "Waivers and disabled rules"
      case .evidence: "Evidence"
      case .method: "Method and limits"
      }
    }

    /// As the contents call it.
    var shortTitle: String {
      switch self {
      case .declareFirst: "Declare first"
      case .decisions: "Decisions"
      case .architecture: "Architecture"
      case .map: "Equivalence map"
      case .tradeoffs: "Trilemma"
      case .findings: "Findings"
      case .curves: "Charts"
      case .forecasts: "Forecasts"
      case .checklists: "Checklists"
      case .next: "Next"
      case .waivers: "Waivers"
      case .evidence: "Evidence"
      case .method: "Method"
      }
    }
  }

  var article: Markup {
    let sections = Section.allCases.compactMap { section in
      body(of: section).map { (section: section, body: $0) }
    }
    let title = anchor("title").name
    return """
      <article class="review" id="\(anchor.name)" aria-labelledby="\(title)">
      \(masthead)\(contents(sections.map(\.section)))<div class="sections">
      \(sections.map { markup(of: $0.section, $0.body) })</div>
      </article>

      """
  }

  private func contents(_ sections: [Section]) -> Markup {
    let entry = { (section: Section) -> Markup in
      "<li><a href=\"#\(anchor(section).name)\">\(section.shortTitle)</a></li>\n"
    }
    let reference = sections.filter(\.isForReference).map(entry)
    let entries =
      sections.filter { !$0.isForReference }.map(entry)
      + (reference.isEmpty ? [] : ["<li class=\"part\">In detail</li>\n"] + reference)
    return """
      <nav class="contents" aria-label="Contents of \(report.name), \(report.file.name)">
      <ul>
      \(entries)</ul>
      </nav>

      """
  }

  private func markup(of section: Section, _ body: Markup) -> Markup {
    let name = anchor(section).name
    guard section.isForReference else {
      return """
        <section id="\(name)">
        <h3>\(section.title)</h3>
        \(body)</section>

        """
    }
    return """
      <section class="folded" id="\(name)">
      <details>
      <summary><h3>\(section.title)</h3> <span class="muted">\(Markup(prose: extent(of: section)))</span></summary>
      \(body)</details>
      </section>

      """
  }

  /// What a section that starts folded holds.
  private func extent(of section: Section) -> String {
    switch section {
    case .findings: "\(report.fails.count) fail, \(report.undeclared.count) undeclared"
    case .next: "what mending and declaring are worth to the score"
    case .map: "what each component is called elsewhere, and how it fails"
    case .forecasts: "what follows from the declared numbers, with the formulas"
    case .checklists: "every question with its answer"
    case .evidence: "what stands behind the declarations"
    case .method: "how to read this, and what it cannot see"
    case .decisions, .declareFirst, .architecture, .tradeoffs, .curves, .waivers: ""
    }
  }

  /// Nil where there is nothing to say.
  private func body(of section: Section) -> Markup? {
    switch section {
    case .declareFirst: report.isMostlyUndeclared ? declarations : nil
    case .decisions: decisions
    case .architecture: architecture
    case .map: equivalences
    case .tradeoffs: tradeoffs
    case .findings: findings
    case .curves: curves
    case .forecasts: forecasts
    case .checklists: checklists
    case .next: next
    case .waivers: waivers
    case .evidence: evidence
    case .method: method
    }
  }
}

// MARK: What several sections write alike

extension HTMLReview {
  func chip(_ severity: Severity) -> Markup {
    "<span class=\"chip \(severity.rawValue)\">\(severity.rawValue)</span>"
  }

  func link(to finding: Report.Finding, _ text: Markup) -> Markup {
    "<a href=\"#\(anchor(finding).name)\">\(text)</a>"
  }

  /// A place elsewhere; what has no address of the web stays text.
  func link(to url: String?, _ text: Markup) -> Markup {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return text }
    return "<a href=\"\(url)\" rel=\"noreferrer\">\(text)</a>"
  }

  func code(_ names: [String]) -> Markup {
    names.map(code).joined(separator: ", ")
  }

  /// A name that a line may break after its joints.
  func code(_ name: String) -> Markup {
    let parts = Lettering.parts(of: name).map { "\(String($0))" as Markup }
    return "<code>\(parts.joined(separator: "<wbr>"))</code>"
  }
}
