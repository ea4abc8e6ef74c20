internal import SourceText

extension Function {
  static let conversions: [Function] = [
    Function(
      name: "int",
      doc:
        "A whole number: of a double without its fraction, of a text in decimal, of a timestamp its seconds since 1970.",
      example: ("int('42') + int(1.9)", "43"), form: .global,
      signatures: [.int, .double, .string, .timestamp].map { Signature([$0], .int) }
    ) { values, machine, span throws(EvaluationError) in
      switch values[0] {
      case .int: return values[0]
      case .double(let number):
        guard number > -9_223_372_036_854_775_808.0, number < 9_223_372_036_854_775_808.0 else {
          throw EvaluationError("\(number.inWords) is out of the range of int", at: span)
        }
        return .int(Int64(number))
      case .string(let text):
        try machine.charge(textOf: text.utf8.count, at: span)
        guard let number = Int64(text) else {
          throw EvaluationError("the text is not an int", at: span)
        }
        return .int(number)
      case .timestamp(let moment): return .int(moment.seconds)
      default: return nil
      }
    },
    Function(
      name: "double", doc: "A double, of a number or of a text.",
      example: ("double(3) / 2.0", "1.5"), form: .global,
      signatures: [.double, .int, .string].map { Signature([$0], .double) }
    ) { values, machine, span throws(EvaluationError) in
      switch values[0] {
      case .double: return values[0]
      case .int(let number): return .double(Double(number))
      case .string(let text):
        try machine.charge(textOf: text.utf8.count, at: span)
        guard let number = Double(text), number.isFinite || !text.utf8.contains(where: \.isDigit)
        else {
          throw EvaluationError("the text is not a double", at: span)
        }
        return .double(number)
      default: return nil
      }
    },
    Function(
      name: "string", doc: "A text: of a duration in seconds, of a timestamp in RFC 3339.",
      example: ("string(42) + string(true)", "\"42true\""), form: .global,
      signatures: [.string, .int, .double, .bool, .duration, .timestamp].map {
        Signature([$0], .string)
      }
    ) { values, _, _ throws(EvaluationError) in
      switch values[0] {
      case .string: return values[0]
      case .int(let number): return .string(String(number))
      case .double(let number): return .string(number.inWords)
      case .bool(let flag): return .string(flag ? "true" : "false")
      case .duration(let duration): return .string(duration.inSeconds)
      case .timestamp(let moment): return .string(moment.description)
      default: return nil
      }
    },
    Function(
      name: "bool", doc: "True of the texts 1, t, true, TRUE and True; false of their opposites.",
      example: ("bool('true')", "true"), form: .global,
      signatures: [.bool, .string].map { Signature([$0], .bool) }
    ) { values, _, span throws(EvaluationError) in
      switch values[0] {
      case .bool: return values[0]
      case .string(let text):
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
        default: throw EvaluationError("the text is not a bool", at: span)
        }
      default: return nil
      }
    },
    Function(
      name: "duration",
      doc: "A span of time: decimal numbers with the units h, m, s, ms, us, ns. A day is 24h.",
      example: ("duration('1h30m') > duration('5s')", "true"), form: .global,
      signatures: [.duration, .string].map { Signature([$0], .duration) }
    ) { values, machine, span throws(EvaluationError) in
      switch values[0] {
      case .duration: return values[0]
      case .string(let text):
        try machine.charge(textOf: text.utf8.count, at: span)
        guard let duration = DurationValue(text) else {
          throw EvaluationError(DurationValue.refusal, at: span)
        }
        return .duration(duration)
      default: return nil
      }
    },
    Function(
      name: "timestamp",
      doc: "A moment in UTC, of a text in RFC 3339 or of seconds since 1970; the years 1 to 9999.",
      example: (
        "timestamp('2026-09-01T00:00:00Z') - duration('24h')", "timestamp(\"2026-08-31T00:00:00Z\")"
      ),
      form: .global,
      signatures: [.timestamp, .string, .int].map { Signature([$0], .timestamp) }
    ) { values, machine, span throws(EvaluationError) in
      switch values[0] {
      case .timestamp: return values[0]
      case .string(let text):
        try machine.charge(textOf: text.utf8.count, at: span)
        guard let moment = TimestampValue(text) else {
          throw EvaluationError(TimestampValue.refusal, at: span)
        }
        return .timestamp(moment)
      case .int(let seconds):
        guard let moment = TimestampValue(seconds: seconds) else {
          throw EvaluationError("the timestamp is out of range", at: span)
        }
        return .timestamp(moment)
      default: return nil
      }
    },
    Function(
      name: "dyn", doc: "The value with its type forgotten. Not in checklists.",
      example: ("dyn(1) == 1.0", "true"), form: .global, signatures: [Signature([.dyn], .dyn)]
    ) { values, _, _ throws(EvaluationError) in values[0] },
  ]
}
