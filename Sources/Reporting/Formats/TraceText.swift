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
    let lines = part.parts.map { step in
      let text = String(
        decoding: bytes[step.span.start..<min(step.span.end, bytes.count)], as: UTF8.self)
      let indent = String(repeating: "  ", count: step.depth + 1)
      let element = step.element.map { paint(" for \(printable($0))", .faint) } ?? ""
      return
        "\(indent)\(paint(value(step.outcome), tone(step.outcome)))  \(printable(text))\(element)\n"
    }
    return "\n\(paint(part.name, .bold))\n" + lines.joined()
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
