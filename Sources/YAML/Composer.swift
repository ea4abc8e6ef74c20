internal import SourceText

/// Builds the tree of nodes from events: resolves aliases, refuses what an architecture file has no use for,
/// and keeps within the limits.
struct Composer {
  private(set) var diagnostics: [Diagnostic] = []

  let file: SourceFile
  private let firstByte: Int
  private let limits: Limits
  private let marks: MarkTable
  var nodes: [StoredNode] = []
  private(set) var text: [UInt8] = []
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0
  private var textBytes = 0

  private struct Anchored {
    let place: Int
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
    // What is written in a few bytes is one value; a file that holds more of them lets the memory grow.
    nodes.reserveCapacity(min(file.bytes.count / 8 + 8, 4_096))
    text.reserveCapacity(min(file.bytes.count, 1 << 16))
  }

  /// The root, unless the file is empty or cannot be read to its end.
  mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) -> Node? {
    guard var stream = EventStream(reading: bytes) else {
      report("there is no memory left to read the file", at: Span(at: 0))
      return nil
    }
    do throws(Stop) {
      let root = try document(&stream)
      return root.map { Node(NodeTree(nodes, text: text), at: $0) }
    } catch {
      return nil
    }
  }

  private mutating func document(_ stream: inout EventStream) throws(Stop) -> Int? {
    var root: Int?
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

  /// Keeps a value with all that it holds, and says at which place.
  private mutating func node(_ event: Event, _ stream: inout EventStream, depth: Int) throws(Stop)
    -> Int
  {
    guard depth <= limits.depth else {
      report(
        "values are nested more than \(limits.depth) deep", at: span(event),
        help: "an architecture needs no more than ten levels")
      throw Stop()
    }
    let sizeBefore = nodeCount
    let textBefore = textBytes
    let place = nodes.count
    let anchor: String?
    let tag: String?
    switch event.kind {
    case .alias(let name):
      try aliased(name.text ?? "", at: span(event))
      return place
    case .scalar(let bytes, let style, let properties):
      try count(1, text: bytes.count, at: span(event))
      anchor = properties.anchor.text
      tag = properties.tag.text
      let start = text.count
      text.append(contentsOf: bytes)
      nodes.append(
        StoredNode(
          .scalar, at: span(of: style, event), next: place + 1, text: start..<text.count,
          style: style, stamp: NameStamp(bytes)))
    case .sequenceStart(let properties, let isFlow):
      try count(1, at: span(event))
      anchor = properties.anchor.text
      tag = properties.tag.text
      try sequence(event, isFlow: isFlow, &stream, depth: depth)
    case .mappingStart(let properties, let isFlow):
      try count(1, at: span(event))
      anchor = properties.anchor.text
      tag = properties.tag.text
      try mapping(event, isFlow: isFlow, &stream, depth: depth)
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .collectionEnd:
      throw Stop()
    }
    if let tag { refuseTag(tag, at: nodes[place].span) }
    if let anchor {
      anchors[anchor] = Anchored(
        place: place, size: nodeCount - sizeBefore, textBytes: textBytes - textBefore)
    }
    return place
  }

  private mutating func sequence(
    _ start: Event, isFlow: Bool, _ stream: inout EventStream, depth: Int
  ) throws(Stop) {
    let place = begin(.sequence, start)
    var last: Int?
    while true {
      let event = try next(&stream)
      if case .collectionEnd = event.kind {
        end(place, at: isFlow ? offset(event.end) : last.map { nodes[$0].span.end })
        return
      }
      last = try node(event, &stream, depth: depth + 1)
    }
  }

  private mutating func mapping(
    _ start: Event, isFlow: Bool, _ stream: inout EventStream, depth: Int
  ) throws(Stop) {
    let place = begin(.mapping, start)
    var keys = MappingKeys()
    var last: Int?
    while true {
      let event = try next(&stream)
      if case .collectionEnd = event.kind {
        end(place, at: isFlow ? offset(event.end) : last)
        return
      }
      let key = try node(event, &stream, depth: depth + 1)
      let value = try node(try next(&stream), &stream, depth: depth + 1)
      if isFlow { refuseQuestionMark(before: key) }
      guard isKey(key), isFirst(key, &keys) else {
        nodes[key].isDropped = true
        continue
      }
      last = max(nodes[key].span.end, nodes[value].span.end)
    }
  }

  private mutating func begin(_ shape: StoredNode.Shape, _ start: Event) -> Int {
    let place = nodes.count
    nodes.append(
      StoredNode(shape, at: Span(offset(start.start), offset(start.end)), next: place + 1))
    return place
  }

  /// What ends where its last value does stays as it began where it holds none.
  private mutating func end(_ place: Int, at end: Int?) {
    if let end { nodes[place].span = Span(nodes[place].span.start, end) }
    nodes[place].next = Int32(nodes.count)
  }

  private mutating func aliased(_ name: String, at span: Span) throws(Stop) {
    guard let anchored = anchors[name] else {
      let known = anchors.count > 1_000 ? [] : anchors.keys.sorted()
      let near = suggestion(for: name, among: known)
      report(
        "nothing is named `&\(name)` before this alias", at: span,
        help: near.map { didYouMean("*\($0)") }
          ?? "name a value with `&\(name)` earlier in the file, or write the value here")
      try count(1, at: span)
      nodes.append(StoredNode(.invalid, at: span, next: nodes.count + 1))
      return
    }
    try count(anchored.size, text: anchored.textBytes, at: span)
    nodes.append(
      StoredNode(
        .alias, at: span, next: nodes.count + 1, text: anchored.place..<anchored.place,
        stamp: nodes[anchored.place].stamp))
  }

  private mutating func refuseTag(_ tag: String, at span: Span) {
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
  private func span(of style: Scalar.Style, _ event: Event) -> Span {
    let whole = span(event)
    guard style == .literal || style == .folded else { return whole }
    var end = whole.end
    while end > whole.start, file.bytes[end - 1].isBlankOrBreak { end -= 1 }
    return Span(whole.start, end)
  }

  mutating func report(
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
