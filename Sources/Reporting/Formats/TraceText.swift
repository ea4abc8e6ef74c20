package import Auditing
internal import Expressions
package import SourceText

/// A trace in the terminal: under each expression its parts, each with its value.
package struct TraceText {
  private let trace: Trace
  private let paint: Paint
  private let width: Int

  package init(_ trace: Trace, paint: Paint, width: Int) {
    self.trace = trace
    self.paint = paint
    self.width = width
  }

  package var rendered: String {
    "\(paint(trace.rule, .bold)) on \(paint(trace.subject, .cyan))\n"
      + lines(of: verdict, to: width, first: "  ", rest: "    ") + trace.parts.map(section).joined()
  }

  private var verdict: String {
    switch trace.verdict {
    case .pass: "pass"
    case .fail: "fail"
    case .undeclared(let paths): "undeclared: \(paths.joined(separator: ", "))"
    case .passOrNotApplicable(let paths):
      "pass, or not applicable: `when` hangs on \(paths.joined(separator: ", "))"
    case .notApplicable: "not applicable: `when` is false, and `require` decides nothing"
    case nil: "no verdict: an expression has no value"
    }
  }

  private func section(_ part: Trace.Part) -> String {
    let bytes = Array(part.text.utf8)
    let lines = part.parts.map { step in
      let written = bytes[step.span.start..<min(step.span.end, bytes.count)]
      return rows(of: step, written: String(decoding: written, as: UTF8.self))
    }
    return "\n\(paint(part.name, .bold))\n" + lines.joined()
  }

  /// The value, and beside it the part as it is written; what is too wide goes on below, further to the right.
  private func rows(of step: TracePart, written: String) -> String {
    let value = value(step.outcome)
    let indent = String(repeating: " ", count: 2 * step.depth + 2)
    let hanging = indent + String(repeating: " ", count: min(displayWidth(value), 12) + 2)
    let element = step.element.map { " for \(printable($0))" } ?? ""
    var texts = Self.broken(
      written + element, to: max(width - hanging.count, Self.leastRoom))[...]
    let values = wrapped(value, to: max(width - indent.count, Self.leastRoom))
    var lines = values.map { indent + paint($0, tone(step.outcome)) }
    if values.count == 1, let first = texts.first,
      indent.count + displayWidth(value) + 2 + displayWidth(first) <= width
    {
      lines = lines.map { $0 + "  " + first }
      texts.removeFirst()
    }
    return (lines + texts.map { hanging + $0 }).map { $0 + "\n" }.joined()
  }

  /// How narrow parts get that stand deep inside others.
  private static let leastRoom = 24

  /// The lines of an expression as they are written; those after the first keep how they stand to each other.
  private static func broken(_ text: String, to width: Int) -> [String] {
    var lines = text.split(separator: "\n").map { line in
      let depth = line.prefix { $0 == " " }.count
      return (depth: depth, text: String(line.dropFirst(depth)))
    }
    while let last = lines.last, last.text.isEmpty { lines.removeLast() }
    let least = lines.dropFirst().map(\.depth).min() ?? 0
    return lines.enumerated().flatMap { index, line in
      let margin = String(repeating: " ", count: index == 0 ? 0 : line.depth - least)
      return wrapped(printable(line.text), to: width - margin.count - 2).enumerated().map {
        margin + ($0 == 0 ? "" : "  ") + $1
      }
    }
  }

  private func value(_ outcome: Result<Value, EvaluationError>) -> String {
    switch outcome {
    case .success(let value): printable(value.description)
    case .failure(let error): "error: \(printable(error.message))"
    }
  }

  private func tone(_ outcome: Result<Value, EvaluationError>) -> Paint.Tone {
    switch outcome {
    case .success(.bool(true)): .green
    case .success(.bool(false)), .failure: .red
    case .success(.unknown): .yellow
    case .success: .cyan
    }
  }
}
