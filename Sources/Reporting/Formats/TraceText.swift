package import Auditing
internal import Expressions
package import SourceText

/// A trace in the terminal: under each expression its parts, each with its value.
package struct TraceText {
  private let trace: Trace
  private let paint: Paint

  package init(_ trace: Trace, paint: Paint) {
    self.trace = trace
    self.paint = paint
  }

  package var rendered: String {
    "\(paint(trace.rule, .bold)) on \(paint(trace.subject, .cyan))\n"
      + trace.parts.map(section).joined()
  }

  private func section(_ part: Trace.Part) -> String {
    let bytes = Array(part.text.utf8)
    let lines = part.parts.enumerated().map { index, step in
      // A span leaves out the parentheses at its ends.
      let text =
        index == 0
        ? part.text
        : String(
          decoding: bytes[step.span.start..<min(step.span.end, bytes.count)], as: UTF8.self)
      let indent = String(repeating: "  ", count: step.depth + 1)
      let element = step.element.map { paint(" for \(printable($0))", .faint) } ?? ""
      let value = value(step.outcome)
      let margin = "\n" + indent + String(repeating: " ", count: min(displayWidth(value), 12) + 2)
      return
        "\(indent)\(paint(value, tone(step.outcome)))  \(Self.lines(of: text).joined(separator: margin))\(element)\n"
    }
    return "\n\(paint(part.name, .bold))\n" + lines.joined()
  }

  /// The lines of an expression as they are written; those after the first keep how they stand to each other.
  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n").map { line in
      let depth = line.prefix { $0 == " " }.count
      return (depth: depth, text: String(line.dropFirst(depth)))
    }
    while let last = lines.last, last.text.isEmpty { lines.removeLast() }
    let least = lines.dropFirst().map(\.depth).min() ?? 0
    return lines.enumerated().map { index, line in
      String(repeating: " ", count: index == 0 ? 0 : line.depth - least) + printable(line.text)
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
