internal import SourceText

extension HTMLReview {
  /// What each component is called where it has been studied, how it fails there and here, and what helps.
  var equivalences: Markup {
    let entries = view.map
    guard !entries.isEmpty else { return "<p>The file describes no components.</p>\n" }
    let table = HTMLTable(
      caption: "Each component, its equivalent in distributed systems, and how both fail",
      heading: [
        "Component", "Memory pattern", "In distributed systems", "Both fail by",
      ],
      rows: entries.map(cells),
      below: Dictionary(
        entries.enumerated().compactMap { index, entry in
          explained(entry).map { (index, $0) }
        }, uniquingKeysWith: { first, _ in first }))
    let notes = view.mapNotes.map { "<li>\(Markup(prose: $0))</li>\n" as Markup }
    let list: Markup = notes.isEmpty ? "" : "<ul class=\"notes\">\n\(notes)</ul>\n"
    return table.markup + list
  }

  private func cells(_ entry: SystemView.MapEntry) -> [Markup] {
    let unknown: Markup = "<span class=\"muted\">not known</span>"
    return [
      code(entry.component),
      entry.isMapped
        ? "\(entry.pattern)" : "<span class=\"stand undeclared\">\(entry.pattern)</span>",
      entry.equivalents.isEmpty ? unknown : "\(entry.equivalents.joined(separator: ", "))",
      entry.failureMode.map { "\($0)" } ?? unknown,
    ]
  }

  /// What the failure looks like in an agent and what helps, folded below the row: more than a column has room for.
  private func explained(_ entry: SystemView.MapEntry) -> Markup? {
    guard entry.fails != nil || !entry.mitigations.isEmpty else { return nil }
    let mitigations = counted(entry.mitigations.count, "mitigation")
    let words = [
      entry.fails == nil ? nil : "how it fails", entry.mitigations.isEmpty ? nil : mitigations,
    ].compactMap(\.self).joined(separator: ", and ").uppercasedFirst
    let fails: Markup = entry.fails.map { "<p>\(Markup(prose: $0))</p>\n" } ?? ""
    let helps = entry.mitigations.map { mitigation -> Markup in
      "<div><dt>\(mitigation.name)</dt><dd>\(Markup(prose: mitigation.how))</dd></div>\n"
    }
    let list: Markup = helps.isEmpty ? "" : "<dl>\n\(helps)</dl>\n"
    return """
      <details><summary>\(words)</summary><div class="more">\(fails)\(list)</div></details>
      """
  }
}
