internal import Architecture
internal import SourceText

/// Values of an architecture file as people write them.
enum ValueWords {
  static func text(_ value: Value) -> String {
    switch value {
    case .boolean(let flag): String(flag)
    case .whole(let whole): String(whole)
    case .number(let number): String(number)
    case .nanoseconds(let nanoseconds): duration(nanoseconds)
    case .date(let date): date.written
    case .text(let text), .reference(let text): text
    case .list(let items): "[" + items.map { text($0.value) }.joined(separator: ", ") + "]"
    case .record(let record):
      "{"
        + record.type.fields.compactMap { field in
          record.entry(field.name).map { "\(field.name): \($0.value.map(text) ?? "none")" }
        }.joined(separator: ", ") + "}"
    case .labels(let labels):
      "{" + labels.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
    }
  }

  private static func duration(_ nanoseconds: Int64) -> String {
    let units: [(String, Int64)] = [
      ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000),
      ("s", 1_000_000_000), ("ms", 1_000_000),
    ]
    guard nanoseconds != 0 else { return "0s" }
    guard let unit = units.first(where: { nanoseconds % $0.1 == 0 }) else {
      return "\(Double(nanoseconds) / 1e6)ms"
    }
    return "\(nanoseconds / unit.1)\(unit.0)"
  }
}
