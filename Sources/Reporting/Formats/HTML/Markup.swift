internal import SourceText

/// HTML or SVG. A text that is interpolated is escaped, so that no name becomes markup; only markup goes in as it is.
struct Markup: Sendable, ExpressibleByStringInterpolation {
  private(set) var html: String

  init(stringLiteral literal: String) {
    html = literal
  }

  init(stringInterpolation interpolation: Interpolation) {
    html = interpolation.html
  }

  /// Text of our own that is markup already, such as a style sheet.
  init(verbatim html: String) {
    self.html = html
  }

  /// Words in which what stands between backticks is code.
  init(prose text: String) {
    let parts = text.partedByBackticks
    guard parts.count > 2 else {
      self = "\(text)"
      return
    }
    let isOdd = parts.count.isMultiple(of: 2)
    html = ""
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if index.isMultiple(of: 2) {
        self += "\(String(part))"
      } else if isOdd && isLast {
        self += "`\(String(part))"
      } else {
        self += "<code>\(String(part))</code>"
      }
    }
  }

  static func + (left: Markup, right: Markup) -> Markup {
    Markup(verbatim: left.html + right.html)
  }

  static func += (left: inout Markup, right: Markup) {
    left.html += right.html
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ text: String) { html += escapedForMarkup(text) }
    mutating func appendInterpolation(_ whole: Int) { html += String(whole) }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { html += part.html } }

    /// A coordinate, to a tenth.
    mutating func appendInterpolation(_ number: Double) {
      let tenths = (number * 10).rounded()
      guard abs(tenths) < 1e15 else {
        html += "0"
        return
      }
      let whole = Int64(tenths)
      let sign = whole < 0 ? "-" : ""
      let digits = whole.magnitude
      html += "\(sign)\(digits / 10)" + (digits % 10 == 0 ? "" : ".\(digits % 10)")
    }
  }
}

extension [Markup] {
  func joined(separator: Markup) -> Markup {
    Markup(verbatim: map(\.html).joined(separator: separator.html))
  }
}
