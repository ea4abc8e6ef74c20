/// The lines of a file around a span, with the span underlined: what a good compiler shows.
package struct CodeFrame: Sendable {
  private let file: SourceFile
  private let lines: LineTable
  private let paint: Paint
  private let width: Int

  package init(_ file: SourceFile, paint: Paint = .plain, width: Int = 80) {
    self.file = file
    self.lines = LineTable(file)
    self.paint = paint
    self.width = max(width, 40)
  }

  /// A diagnostic in full: its place and message, the frame, its notes and its help.
  package func rendered(_ diagnostic: Diagnostic) -> String {
    let tone: Paint.Tone = diagnostic.severity == .error ? .red : .yellow
    let heading = paint(diagnostic.severity.rawValue + ":", tone)
    var text =
      "\(place(diagnostic.span)): \(heading) \(paint(printable(diagnostic.message), .bold))\n"
    text += frame(diagnostic.span, tone: tone)
    for note in diagnostic.notes {
      text += "\(place(note.span)): \(paint("note:", .blue)) \(printable(note.message))\n"
      text += frame(note.span, tone: .blue)
    }
    return text + (diagnostic.help.map { helpLines($0, to: width, paint: paint) } ?? "")
  }

  /// `name:line:column` of a span's start.
  package func place(_ span: Span) -> String {
    let position = lines.position(of: span.start)
    return "\(printable(file.name)):\(position.line):\(position.column)"
  }

  /// The span's first line with its number, and carets under what the span covers of it.
  package func frame(_ span: Span, tone: Paint.Tone) -> String {
    let line = lines.position(of: span.start).line
    let lineSpan = lines.span(ofLine: line)
    let number = String(line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let bar = paint("|", .faint)

    let start = min(max(span.start, lineSpan.start), lineSpan.end)
    let end = min(max(span.end, start), lineSpan.end)
    // What is far from the place is never shown, and a line may be as long as the file.
    let far = 4 * width
    var before = shown(Span(max(lineSpan.start, start - far), start))
    var marked = shown(Span(start, min(end, start + far)))
    var after = shown(Span(end, min(end + far, lineSpan.end)))
    clip(before: &before, marked: &marked, after: &after, room: width - number.utf8.count - 3)

    let indent = String(repeating: " ", count: displayWidth(before))
    let carets = String(repeating: "^", count: max(1, min(displayWidth(marked), width)))
    return "\(paint(number, .faint)) \(bar) \(before)\(marked)\(after)\n"
      + "\(margin) \(bar) \(indent)\(paint(carets, tone))\n"
  }

  private func shown(_ span: Span) -> String {
    let spaced = file.text(span).unicodeScalars.flatMap { $0 == "\t" ? [" ", " "] : [$0] }
    return printable(String(String.UnicodeScalarView(spaced)))
  }

  /// Shortens what stands around the marked text, and that as well where it is long, so that the line fits the terminal.
  private func clip(
    before: inout String, marked: inout String, after: inout String, room: Int
  ) {
    guard displayWidth(before) + displayWidth(marked) + displayWidth(after) > room else { return }
    let beside = displayWidth(before) + displayWidth(after)
    let most = max(room - min(beside, Self.around), Self.around)
    if displayWidth(marked) > most { marked = prefix(of: marked, columns: most - 1) + "…" }
    let core = displayWidth(marked)
    let space = max(room - core, 0)
    let kept = max(space / 2, space - displayWidth(after))
    if displayWidth(before) > kept {
      before = "…" + suffix(of: before, columns: max(kept - 1, 0))
    }
    let left = max(room - core - displayWidth(before), 1)
    if displayWidth(after) > left { after = prefix(of: after, columns: left - 1) + "…" }
  }

  /// How much of the line is shown around what is marked, however long that is.
  private static let around = 20

  private func prefix(of text: String, columns: Int) -> String {
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += scalar.displayWidth
      if used > columns { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  private func suffix(of text: String, columns: Int) -> String {
    var kept: [Unicode.Scalar] = []
    var used = 0
    for scalar in text.unicodeScalars.reversed() {
      used += scalar.displayWidth
      if used > columns { break }
      kept.append(scalar)
    }
    return String(String.UnicodeScalarView(kept.reversed()))
  }
}
