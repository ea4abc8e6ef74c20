package import Analysis
internal import Architecture
internal import Auditing
internal import SourceText

extension SystemView {
  /// A curve with its words: what is drawn, against what, and what a reader is to see in it.
  package struct Chart: Sendable {
    package enum Kind: String, Sendable {
      case context
      case staleness
      case collisions
    }

    /// How the numbers of an axis are written.
    package enum Scale: Sendable {
      case count
      case tokens
      case seconds
      case share
    }

    package let kind: Kind
    package let subject: String
    package let title: String
    package let across: (label: String, scale: Scale)
    package let up: (label: String, scale: Scale)
    package let curve: Curve
    /// What is drawn, in a sentence.
    package let description: String
    /// Whether the design holds, where there is something to hold it to.
    package let judgement: String?

    /// The chart in words, for those who cannot see it.
    package var summary: String {
      [description, judgement].compactMap(\.self).joined(separator: " ")
    }
  }

  var charts: [Chart] {
    system.components.flatMap { part in
      [contextGrowth(of: part), staleness(of: part), collisions(of: part)].compactMap(\.self)
    }
  }

  private func contextGrowth(of part: Part) -> Chart? {
    guard let curve = system.contextGrowth(of: part), let last = curve.points.last else {
      return nil
    }
    let peak = curve.points.map(\.y).max() ?? last.y
    let description =
      "With \(part.id), a call carries \(Chart.Scale.tokens.text(curve.points[0].y)) tokens in the first turn and at most \(Chart.Scale.tokens.text(peak)) up to turn \(Chart.Scale.count.text(last.x))."
    let judgement =
      curve.limit.map { limit in
        let accepted = Chart.Scale.tokens.text(limit)
        return curve.points.first { $0.y > limit }.map {
          "It overflows: the \(accepted) that the model accepts are exceeded around turn \(Chart.Scale.count.text($0.x))."
        } ?? "It fits: the model accepts \(accepted)."
      } ?? "Whether it fits cannot be told: the file does not say how much the model accepts."
    return Chart(
      kind: .context, subject: part.id, title: "Context growth with \(part.id)",
      across: ("turn", .count), up: ("tokens in the call", .tokens), curve: curve,
      description: description, judgement: judgement)
  }

  private func staleness(of part: Part) -> Chart? {
    guard let curve = system.staleness(of: part), let declared = curve.declared else { return nil }
    let age = Chart.Scale.seconds.text(declared.x)
    let judgement =
      curve.target.map { target in
        let allowed = "the product allows \(Chart.Scale.seconds.text(target))"
        return declared.x > target
          ? "That is too old: \(allowed)." : "That is fresh enough: \(allowed)."
      } ?? "The product does not say how far behind an answer may be."
    return Chart(
      kind: .staleness, subject: part.id, title: "Stale reads from \(part.id)",
      across: ("how old a copy can be", .seconds), up: ("reads that are stale", .share),
      curve: curve,
      description:
        "\(Chart.Scale.share.text(declared.y).uppercasedFirst) of the reads from \(part.id) get a document that has changed since; such an answer is at worst \(age) behind its source.",
      judgement: judgement)
  }

  private func collisions(of part: Part) -> Chart? {
    guard let curve = system.collisions(of: part), let declared = curve.declared else {
      return nil
    }
    return Chart(
      kind: .collisions, subject: part.id, title: "Colliding writes to \(part.id)",
      across: ("other conversations on the same entry", .count),
      up: ("writes that meet another", .share), curve: curve,
      description:
        "With \(Chart.Scale.count.text(declared.x)) other \(declared.x == 1 ? "conversation" : "conversations") on the same entry, \(Chart.Scale.share.text(declared.y)) of the writes to \(part.id) meet another.",
      judgement: nil)
  }
}

extension SystemView.Chart.Scale {
  /// A number as the axis, the summary and the table of forecasts write it.
  package func text(_ number: Double) -> String {
    switch self {
    case .count, .tokens: grouped(number)
    case .share: ValueText.percent(number)
    case .seconds: ValueText.duration(seconds: number)
    }
  }
}
