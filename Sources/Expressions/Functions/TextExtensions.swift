internal import SourceText

extension Function {
  static let textExtensions: [Function] = [
    ascii(
      "lowerAscii", doc: "The text with A to Z in lower case.",
      example: ("'RAG'.lowerAscii()", "\"rag\"")
    ) { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 },
    ascii(
      "upperAscii", doc: "The text with a to z in upper case.",
      example: ("'rag'.upperAscii()", "\"RAG\"")
    ) { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 ? $0 & 0x5F : $0 },
    text(
      "trim", doc: "The text without white space around it.",
      example: ("'  rag '.trim()", "\"rag\"")
    ) { scalars in
      let body = scalars.drop { $0.properties.isWhitespace }
      let trailing = body.reversed().prefix { $0.properties.isWhitespace }.count
      return Array(body.dropLast(trailing))
    },
    text(
      "reverse", doc: "The text's code points, last first.",
      example: ("'abc'.reverse()", "\"cba\"")
    ) { $0.reversed() },
    Function(
      name: "charAt", doc: "The code point at an index; empty at the end.",
      example: ("'abc'.charAt(1)", "\"b\""), form: .member,
      signatures: [Signature([.string, .int], .string)]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span), case .int(let index) = values[1]
      else { return nil }
      let place = try place(index, in: text, at: span)
      return .string(string(text[place...].prefix(1)))
    },
    Function(
      name: "substring", doc: "The text from an index, up to another.",
      example: ("'abcdef'.substring(1, 3)", "\"bc\""), form: .member,
      signatures: [
        Signature([.string, .int], .string), Signature([.string, .int, .int], .string),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span), case .int(let from) = values[1]
      else { return nil }
      let start = try place(from, in: text, at: span)
      guard values.count > 2 else { return .string(string(text[start...])) }
      guard case .int(let to) = values[2] else { return nil }
      let end = try place(to, in: text, at: span)
      guard start <= end else {
        throw EvaluationError("the index \(from) is beyond \(to)", at: span)
      }
      return .string(string(text[start..<end]))
    },
    Function(
      name: "indexOf", doc: "Where a text is first found, from an index on; -1 where it is not.",
      example: ("'banana'.indexOf('an', 2)", "3"), form: .member,
      signatures: [
        Signature([.string, .string], .int), Signature([.string, .string, .int], .int),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span),
        let part = try scalars(values[1], &machine, span)
      else { return nil }
      var start = 0
      if values.count > 2 {
        guard case .int(let index) = values[2] else { return nil }
        start = try place(index, in: text, at: span)
      }
      return .int(Int64(text.firstIndex(of: part, from: start) ?? -1))
    },
    Function(
      name: "lastIndexOf",
      doc: "Where a text is last found, beginning no later than an index; -1 where it is not.",
      example: ("'banana'.lastIndexOf('an')", "3"), form: .member,
      signatures: [
        Signature([.string, .string], .int), Signature([.string, .string, .int], .int),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span),
        let part = try scalars(values[1], &machine, span)
      else { return nil }
      var last = text.count - part.count
      if values.count > 2 {
        guard case .int(let index) = values[2] else { return nil }
        last = min(last, try place(index, in: text, at: span))
      }
      guard last >= 0 else { return .int(-1) }
      let backwards = Array(text[..<(last + part.count)].reversed())
      let found = backwards.firstIndex(of: part.reversed(), from: 0)
      return .int(found.map { Int64(backwards.count - $0 - part.count) } ?? -1)
    },
    Function(
      name: "replace",
      doc: "The text with each finding of a text, or the first so many, replaced by another.",
      example: ("'a-b-c'.replace('-', '+')", "\"a+b+c\""), form: .member,
      signatures: [
        Signature([.string, .string, .string], .string),
        Signature([.string, .string, .string, .int], .string),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span),
        let part = try scalars(values[1], &machine, span),
        let replacement = try scalars(values[2], &machine, span)
      else { return nil }
      var limit = Int64.max
      if values.count > 3 {
        guard case .int(let number) = values[3] else { return nil }
        if number >= 0 { limit = number }
      }
      try machine.charge(4 * text.count, at: span)
      var pieces = split(text, by: part, limit: limit == .max ? .max : limit + 1)
      if part.isEmpty, limit > 0 {
        // Nothing is found in front of each code point, and at the end.
        pieces = [[]] + split(text, by: part, limit: limit)
        if Int64(text.count) < limit { pieces.append([]) }
      }
      try machine.charge(textOf: pieces.count * (replacement.count + 1), at: span)
      return .string(string(pieces.joined(separator: replacement)))
    },
    Function(
      name: "split", doc: "The pieces of a text between a separator, at most so many.",
      example: ("'a,b,c'.split(',')", "[\"a\", \"b\", \"c\"]"), form: .member,
      signatures: [
        Signature([.string, .string], .list(.string)),
        Signature([.string, .string, .int], .list(.string)),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard let text = try scalars(values[0], &machine, span),
        let separator = try scalars(values[1], &machine, span)
      else { return nil }
      var limit = Int64.max
      if values.count > 2 {
        guard case .int(let number) = values[2] else { return nil }
        if number == 0 { return .list(of: []) }
        if number > 0 { limit = number }
      }
      try machine.charge(4 * text.count, at: span)
      return .list(of: split(text, by: separator, limit: limit).map { .string(string($0)) })
    },
    Function(
      name: "join", doc: "A list's texts in one, with a separator between them.",
      example: ("['a', 'b'].join('-')", "\"a-b\""), form: .member,
      signatures: [
        Signature([.list(.string)], .string), Signature([.list(.string), .string], .string),
      ]
    ) { values, machine, span throws(EvaluationError) in
      guard case .list(let list) = values[0] else { return nil }
      var separator = ""
      if values.count > 1 {
        guard case .string(let text) = values[1] else { return nil }
        separator = text
      }
      try machine.charge(list.elements.count, at: span)
      var joined = ""
      var doubts = UnknownUnion()
      if let doubt = list.doubt { doubts.add(doubt) }
      for (index, element) in list.elements.enumerated() {
        switch element {
        case .string(let text):
          try machine.charge(textOf: text.utf8.count + separator.utf8.count, at: span)
          joined += index == 0 ? text : separator + text
        case .unknown(let unknown): doubts.add(unknown)
        default: return nil
        }
      }
      return doubts.result.map { .unknown($0) } ?? .string(joined)
    },
    Function(
      name: "strings.quote", doc: "The text as a literal in double quotes.",
      example: ("strings.quote('a\"b')", "\"\\\"a\\\\\\\"b\\\"\""), form: .global,
      signatures: [Signature([.string], .string)]
    ) { values, machine, span throws(EvaluationError) in
      guard case .string(let text) = values[0] else { return nil }
      try machine.charge(textOf: text.utf8.count, at: span)
      return .string(quoted(text))
    },
  ]

  /// A function that puts letters of ASCII for others: no byte of any other character is one.
  private static func ascii(
    _ name: String, doc: String, example: (String, String),
    _ change: @escaping @Sendable (UInt8) -> UInt8
  ) -> Function {
    changing(name, doc: doc, example: example) { text in
      String(decoding: text.utf8.map(change), as: UTF8.self)
    }
  }

  /// A function that puts code points for others.
  private static func text(
    _ name: String, doc: String, example: (String, String),
    _ change: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> Function {
    changing(name, doc: doc, example: example) { text in
      string(change(Array(text.unicodeScalars)))
    }
  }

  /// A function from text to text.
  private static func changing(
    _ name: String, doc: String, example: (String, String),
    _ change: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(
      name: name, doc: doc, example: example, form: .member,
      signatures: [Signature([.string], .string)]
    ) { values, machine, span throws(EvaluationError) in
      guard case .string(let text) = values[0] else { return nil }
      try machine.charge(textOf: 4 * text.utf8.count, at: span)
      return .string(change(text))
    }
  }
}

/// A text's code points, paid for; nil of what is no text.
private func scalars(_ value: Value, _ machine: inout Machine, _ span: Span)
  throws(EvaluationError) -> [Unicode.Scalar]?
{
  guard case .string(let text) = value else { return nil }
  try machine.charge(textOf: 4 * text.utf8.count, at: span)
  return Array(text.unicodeScalars)
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  for scalar in scalars { text.append(scalar) }
  return String(text)
}

private func place(_ index: Int64, in text: [Unicode.Scalar], at span: Span)
  throws(EvaluationError) -> Int
{
  guard 0...Int64(text.count) ~= index else {
    throw EvaluationError("the index \(index) is out of the text", at: span)
  }
  return Int(index)
}

/// The pieces between a separator; at most `limit`. An empty separator stands between all code
/// points.
private func split(_ text: [Unicode.Scalar], by separator: [Unicode.Scalar], limit: Int64)
  -> [[Unicode.Scalar]]
{
  if text.isEmpty, separator.isEmpty { return [] }
  var pieces: [[Unicode.Scalar]] = []
  var start = 0
  while Int64(pieces.count) < limit - 1 {
    if separator.isEmpty {
      guard start < text.count - 1 else { break }
      pieces.append([text[start]])
      start += 1
    } else {
      guard let found = text.firstIndex(of: separator, from: start) else { break }
      pieces.append(Array(text[start..<found]))
      start = found + separator.count
    }
  }
  return pieces + [Array(text[start...])]
}
