internal import SourceText

/// Builds the tree of nodes from events: resolves aliases, refuses what an architecture file has no use for,
/// and keeps within the limits.
struct Composer {
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private let firstByte: Int
  private let limits: Limits
  private let marks: MarkTable
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0
  private var textBytes = 0

  private struct Anchored {
    let node: Node
    let size: Int
    let textBytes: Int
  }

  /// Reading has to stop here; what is wrong has been reported.
  private struct Stop: Error {}

  init(_ file: SourceFile, firstByte: Int, limits: Limits) {
    self.file = file
    self.firstByte = firstByte
    self.limits = limits
    marks = MarkTable(file.bytes, firstByte: firstByte)
  }

  /// The root, unless the file is empty or cannot be read to its end.
  mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) -> Node? {
    guard var stream = EventStream(reading: bytes) else {
      report("there is no memory left to read the file", at: Span(at: 0))
      return nil
    }
    do throws(Stop) {
      return try document(&stream)
    } catch {
      return nil
    }
  }

  private mutating func document(_ stream: inout EventStream) throws(Stop) -> Node? {
    var root: Node?
    while true {
      let event = try next(&stream)
      switch event.kind {
      case .streamStart, .documentEnd, .collectionEnd: continue
      case .streamEnd: return root
      case .documentStart:
        if root != nil {
          report(
            "a second document begins here", at: span(event),
            help: "keep one document in one file: move what follows `---` to a file of its own")
          throw Stop()
        }
      case .alias, .scalar, .sequenceStart, .mappingStart:
        root = try node(event, &stream, depth: 1)
      }
    }
  }

  private mutating func node(_ event: Event, _ stream: inout EventStream, depth: Int) throws(Stop)
    -> Node
  {
    guard depth <= limits.depth else {
      report(
        "values are nested more than \(limits.depth) deep", at: span(event),
        help: "an architecture needs no more than ten levels")
      throw Stop()
    }
    let sizeBefore = nodeCount
    let textBefore = textBytes
    let properties: Event.Properties
    let node: Node
    switch event.kind {
    case .alias(let name):
      return try aliased(name, at: span(event))
    case .scalar(let scalar, let scalarProperties):
      try count(1, text: scalar.text.utf8.count, at: span(event))
      properties = scalarProperties
      node = Node(.scalar(scalar), at: span(of: scalar, event))
    case .sequenceStart(let itsProperties, let isFlow):
      try count(1, at: span(event))
      properties = itsProperties
      node = try sequence(event, isFlow: isFlow, &stream, depth: depth)
    case .mappingStart(let itsProperties, let isFlow):
      try count(1, at: span(event))
      properties = itsProperties
      node = try mapping(event, isFlow: isFlow, &stream, depth: depth)
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .collectionEnd:
      throw Stop()
    }
    refuseTag(properties.tag, at: node.span)
    if let anchor = properties.anchor {
      anchors[anchor] = Anchored(
        node: node, size: nodeCount - sizeBefore, textBytes: textBytes - textBefore)
    }
    return node
  }

  private mutating func sequence(
    _ start: Event, isFlow: Bool, _ stream: inout EventStream, depth: Int
  ) throws(Stop) -> Node {
    var items: [Node] = []
    while true {
      let event = try next(&stream)
      if case .collectionEnd = event.kind {
        let end = isFlow ? offset(event.end) : items.last?.span.end
        return Node(.sequence(items), at: Span(offset(start.start), end ?? offset(start.end)))
      }
      items.append(try node(event, &stream, depth: depth + 1))
    }
  }

  private mutating func mapping(
    _ start: Event, isFlow: Bool, _ stream: inout EventStream, depth: Int
  ) throws(Stop) -> Node {
    var entries: [Entry] = []
    var firstUses = FirstUses()
    while true {
      let event = try next(&stream)
      if case .collectionEnd = event.kind {
        let end =
          isFlow ? offset(event.end) : entries.last.map { max($0.keySpan.end, $0.value.span.end) }
        return Node(.mapping(entries), at: Span(offset(start.start), end ?? offset(start.end)))
      }
      let key = try node(event, &stream, depth: depth + 1)
      let value = try node(try next(&stream), &stream, depth: depth + 1)
      if isFlow { refuseQuestionMark(before: key) }
      guard let name = keyName(key) else { continue }
      if let first = firstUses.earlier(name, at: key.span) {
        report(
          "the key `\(name)` is written twice", at: key.span, help: "keep one of the two",
          notes: [Diagnostic.Note("first written here", at: first)])
        continue
      }
      if entries.isEmpty { entries.reserveCapacity(4) }
      entries.append(Entry(key: name, keySpan: key.span, value: value))
    }
  }

  /// The text of a key; nil, and said why, for what cannot be one.
  private mutating func keyName(_ key: Node) -> String? {
    switch key.content {
    case .scalar(let scalar) where scalar.text == "<<" && scalar.isPlain:
      report(
        "merge keys are not supported", at: key.span,
        help: "write the fields out, or share a whole value: `store: *name`")
      return nil
    case .scalar(let scalar) where scalar.text.isEmpty && scalar.isPlain:
      report("a key is missing before this `:`", at: key.span, help: "write `name: value`")
      return nil
    case .scalar(let scalar):
      return scalar.text
    case .sequence, .mapping:
      report("a key must be a single word, not a list or a mapping", at: key.span)
      return nil
    case .invalid:
      return nil
    }
  }

  /// libyaml takes the `?` of `{?name: 1}` for an indicator and drops it, which YAML does not.
  private mutating func refuseQuestionMark(before key: Node) {
    let start = key.definition.start
    guard start > 0, file.bytes[start - 1] == UInt8(ascii: "?") else { return }
    report("a key cannot begin with `?`", at: key.span, help: "put the key in quotes")
  }

  private mutating func aliased(_ name: String, at span: Span) throws(Stop) -> Node {
    guard let anchored = anchors[name] else {
      let known = anchors.count > 1_000 ? [] : anchors.keys.sorted()
      let near = suggestion(for: name, among: known)
      report(
        "nothing is named `&\(name)` before this alias", at: span,
        help: near.map { "did you mean `*\($0)`?" }
          ?? "name a value with `&\(name)` earlier in the file, or write the value here")
      try count(1, at: span)
      return Node(.invalid, at: span)
    }
    try count(anchored.size, text: anchored.textBytes, at: span)
    return Node(anchored.node.content, at: span, definedAt: anchored.node.definition)
  }

  private mutating func refuseTag(_ tag: String?, at span: Span) {
    guard let tag else { return }
    let standard = "tag:yaml.org,2002:"
    let written = tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
    report(
      "the tag `\(written)` is not supported", at: span,
      help: "remove it: each field knows the type of its value")
  }

  private mutating func count(_ nodes: Int, text: Int = 0, at span: Span) throws(Stop) {
    nodeCount += nodes
    textBytes += text
    guard textBytes <= limits.text else {
      report(
        "the file holds more than \(limits.text >> 20) MiB of text, aliases expanded", at: span,
        help: "describe one system in one file")
      throw Stop()
    }
    guard nodeCount <= limits.nodes else {
      report(
        "the file holds more than \(grouped(Int64(limits.nodes))) values, aliases expanded",
        at: span,
        help: "describe one system in one file")
      throw Stop()
    }
  }

  private mutating func next(_ stream: inout EventStream) throws(Stop) -> Event {
    if diagnostics.count >= Diagnostic.mostOfAFile, let last = diagnostics.last {
      diagnostics.append(.enough(at: last.span))
      throw Stop()
    }
    do throws(SyntaxFailure) {
      return try stream.next()
    } catch {
      diagnostics.append(
        diagnostic(error, file: file, firstByte: firstByte) { [marks] in marks.byteOffset(of: $0) })
      throw Stop()
    }
  }

  private func offset(_ mark: Int) -> Int { marks.byteOffset(of: mark) }

  private func span(_ event: Event) -> Span { Span(offset(event.start), offset(event.end)) }

  /// libyaml ends a block scalar after the blank lines that follow it.
  private func span(of scalar: Scalar, _ event: Event) -> Span {
    let whole = span(event)
    guard scalar.style == .literal || scalar.style == .folded else { return whole }
    var end = whole.end
    while end > whole.start, file.bytes[end - 1].isBlankOrBreak { end -= 1 }
    return Span(whole.start, end)
  }

  private mutating func report(
    _ message: String, at span: Span, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(message, at: span, help: help, notes: notes))
  }
}

extension UInt8 {
  var isBlankOrBreak: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == .lineFeed
      || self == .carriageReturn
  }
}
