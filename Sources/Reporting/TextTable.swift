package import SourceText

/// Rows of cells in columns, broken between words so that a line fits the terminal.
package struct TextTable: Sendable {
  package struct Cell: Sendable {
    let text: String
    let tone: Paint.Tone?

    package init(_ text: String, _ tone: Paint.Tone? = nil) {
      self.text = printable(text)
      self.tone = tone
    }
  }

  private let rows: [[Cell]]

  package init(heading: [String]?, _ rows: [[Cell]]) {
    self.rows = (heading.map { [$0.map { Cell($0, .faint) }] } ?? []) + rows
  }

  /// The table in so many columns; cells that do not fit are broken.
  package func rendered(width: Int, indent: Int = 2, paint: Paint) -> String {
    let widths = columnWidths(fitting: width - indent)
    let margin = String(repeating: " ", count: indent)
    var text = ""
    for row in rows {
      let cells = zip(row, widths).map { cell, width in
        fitted(cell.text, to: max(width, 8))
      }
      for line in 0..<(cells.map { $0.count }.max() ?? 0) {
        var columns = ""
        var pending = 0
        for (index, lines) in cells.enumerated() {
          let part = line < lines.count ? lines[line] : ""
          if !part.isEmpty {
            columns += String(repeating: " ", count: pending)
            columns += row[index].tone.map { paint(part, $0) } ?? part
            pending = 0
          }
          pending += widths[index] - displayWidth(part) + 2
        }
        text += margin + columns + "\n"
      }
    }
    return text
  }

  /// Every column as wide as its widest cell; where that is too much, the widest columns give way: first between words,
  /// and where that is not enough, within them.
  private func columnWidths(fitting width: Int) -> [Int] {
    let count = rows.map { $0.count }.max() ?? 0
    let columns = (0..<count).map { column in
      rows.filter { column < $0.count }.map { $0[column].text }
    }
    var widths = columns.map { $0.map(displayWidth).max() ?? 0 }
    let least = columns.map { texts in
      max(Self.leastWidth, texts.map(widestWord).max() ?? 0)
    }
    let room = width - 2 * (count - 1)
    for least in [least, least.map { min($0, Self.leastWidth) }] {
      while widths.reduce(0, +) > room,
        let widest = widths.indices.filter({ widths[$0] > least[$0] })
          .max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
    return widths
  }

  private static let leastWidth = 10
}
