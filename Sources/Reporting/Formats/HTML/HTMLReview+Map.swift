extension HTMLReview {
  /// What each component is called where it has been studied, how it fails there and here, and what helps.
  var equivalences: Markup {
    let entries = view.map
    guard !entries.isEmpty else { return "<p>The file describes no components.</p>\n" }
    let table = HTMLTable(
      caption: "Each component, its equivalent in distributed systems, and how both fail",
      heading: [
        "Component", "Memory pattern", "In distributed systems", "Both fail by",
        "What can be done about it",
      ],
      rows: entries.map(cells))
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
      entry.failureMode.map { mode in
        explained("\(mode)", entry.fails.map(Markup.init(prose:)))
      } ?? unknown,
      entry.mitigations.isEmpty
        ? unknown
        : explained(
          "\(entry.mitigations.count) mitigations",
          "<dl>\(entry.mitigations.map { "<dt>\($0.name)</dt><dd>\(Markup(prose: $0.how))</dd>" as Markup })</dl>"
        ),
    ]
  }

  /// A few words that unfold to more.
  private func explained(_ words: Markup, _ more: Markup?) -> Markup {
    guard let more else { return words }
    return "<details><summary>\(words)</summary><div class=\"more\">\(more)</div></details>"
  }
}
