internal import SourceText

extension Function {
  static let dates: [Function] = [
    getter("getFullYear", doc: "The year.", example: "2026") { $0.date.year },
    getter("getMonth", doc: "The month, from 0.", example: "8") { $0.date.month - 1 },
    getter("getDate", doc: "The day of the month, from 1.", example: "1") { $0.date.day },
    getter("getDayOfMonth", doc: "The day of the month, from 0.", example: "0") {
      $0.date.day - 1
    },
    getter("getDayOfWeek", doc: "The day of the week, from 0 for Sunday.", example: "2") {
      $0.dayOfWeek
    },
    getter("getDayOfYear", doc: "The day of the year, from 0.", example: "243") {
      $0.date.dayOfYear
    },
    getter(
      "getHours", doc: "The hour; of a duration, all its hours.", example: "0",
      ofNanoseconds: { $0 / 3_600_000_000_000 }, ofMoment: { $0.hour }),
    getter(
      "getMinutes", doc: "The minute; of a duration, all its minutes.", example: "0",
      ofNanoseconds: { $0 / 60_000_000_000 }, ofMoment: { $0.minute }),
    getter(
      "getSeconds", doc: "The second; of a duration, all its seconds.", example: "0",
      ofNanoseconds: { $0 / 1_000_000_000 }, ofMoment: { $0.second }),
    getter(
      "getMilliseconds", doc: "The milliseconds past the second.", example: "0",
      ofNanoseconds: { $0 / 1_000_000 % 1_000 }, ofMoment: { $0.nanoseconds / 1_000_000 }),
  ]

  /// A part of a timestamp in UTC or at a fixed offset, or of a duration.
  private static func getter(
    _ name: String, doc: String, example: String,
    ofNanoseconds part: (@Sendable (Int64) -> Int64)? = nil,
    ofMoment read: @escaping @Sendable (CivilMoment) -> Int
  ) -> Function {
    var signatures = [
      Signature([.timestamp], .int), Signature([.timestamp, .string], .int),
    ]
    if part != nil { signatures.append(Signature([.duration], .int)) }
    return Function(
      name: name, doc: doc, example: ("timestamp('2026-09-01T00:00:00Z').\(name)()", example),
      form: .member, signatures: signatures
    ) { values, _, span throws(EvaluationError) in
      switch values[0] {
      case .duration(let duration):
        guard let part, values.count == 1 else { return nil }
        return .int(part(duration.nanoseconds))
      case .timestamp(let moment):
        var offset: Int64 = 0
        if values.count > 1 {
          guard case .string(let zone) = values[1] else { return nil }
          guard let fixed = fixedOffset(zone) else {
            throw EvaluationError("the time zone \(quoted(zone)) is not an offset", at: span)
          }
          offset = fixed
        }
        return .int(Int64(read(CivilMoment(moment, offset: offset))))
      default: return nil
      }
    }
  }
}
