internal import ExpressionSamples
internal import Expressions
internal import SourceText

/// Understands, checks and evaluates bytes as an expression over a small world, in every way that there is.
enum ExpressionTrial {
  private static let ways = [
    Options(), Options(allowsDyn: true), Options(allowsDyn: true, isChecked: false),
  ]

  static func complaints(about bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let file = SourceFile(name: "input", text: text)
    return ways.flatMap { options in
      let (expression, diagnostics) = Expression.compile(
        text, schema: Sample.schema, variables: Sample.variables, options: options)
      return Expectations.hold(for: diagnostics, in: file, isUsable: expression != nil)
        + (expression.map { evaluated($0, in: file) } ?? [])
    }
  }

  private static func evaluated(_ expression: Expression, in file: SourceFile) -> [String] {
    [Sample.index, Sample.history].flatMap { subject in
      switch expression.evaluate(Sample.values(subject: subject)) {
      case .success(let value): Expectations.hold(forShown: printable(value.description))
      case .failure(let error):
        Expectations.hold(
          for: [Diagnostic(error.message, at: error.span)], in: file, isUsable: false)
      }
    }
  }
}
