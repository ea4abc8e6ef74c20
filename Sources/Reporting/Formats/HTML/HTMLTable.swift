/// A table whose first column names its rows. On a narrow screen every row becomes a block of labelled lines; the
/// roles say to a screen reader that it is a table all the same.
struct HTMLTable {
  let caption: Markup
  let heading: [String]
  let rows: [[Markup]]
  /// The columns that hold numbers.
  var numbers: Set<Int> = []
  /// What stands below a row over the whole width, by the place of the row.
  var below: [Int: Markup] = [:]

  var markup: Markup {
    let columns = heading.enumerated().map { index, name -> Markup in
      "<th role=\"columnheader\" scope=\"col\"\(style(index))>\(name)</th>"
    }
    return """
      <table role="table">
      <caption>\(caption)</caption>
      <thead role="rowgroup"><tr role="row">\(columns)</tr></thead>
      <tbody role="rowgroup">
      \(rows.enumerated().map { row($1) + under($0) })</tbody>
      </table>

      """
  }

  private func row(_ cells: [Markup]) -> Markup {
    let cells = zip(cells, heading).enumerated().map { index, cell -> Markup in
      index == 0
        ? "<th role=\"rowheader\" scope=\"row\">\(cell.0)</th>"
        : "<td role=\"cell\" data-label=\"\(cell.1)\"\(style(index))>\(cell.0)</td>"
    }
    return "<tr role=\"row\">\(cells)</tr>\n"
  }

  private func under(_ index: Int) -> Markup {
    below[index].map {
      "<tr role=\"row\" class=\"below\"><td role=\"cell\" colspan=\"\(heading.count)\">\($0)</td></tr>\n"
    } ?? ""
  }

  private func style(_ index: Int) -> Markup {
    numbers.contains(index) ? " class=\"number\"" : ""
  }
}
