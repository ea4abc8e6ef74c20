package import SourceText

/// A value of a YAML file and where it stands.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
    /// What stood here was wrong and has been reported; nothing more should be said about it.
    case invalid
  }

  private let tree: NodeTree
  private let place: Int

  init(_ tree: NodeTree, at place: Int) {
    self.tree = tree
    self.place = place
  }

  /// Where the value is written; for a value that came through an alias, where the alias is.
  package var span: Span { tree.nodes[place].span }

  /// Where the value itself is written, alias or not.
  package var definition: Span { tree.nodes[meant].span }

  /// The place of the value itself.
  private var meant: Int {
    let node = tree.nodes[place]
    return node.shape == .alias ? Int(node.textStart) : place
  }
}

/// One key of a mapping with its value.
package struct Entry: Sendable {
  fileprivate let tree: NodeTree
  fileprivate let place: Int

  package var key: String { tree.text(of: tree.key(at: place)) }
  package var keySpan: Span { tree.nodes[place].span }
  package var value: Node { Node(tree, at: Int(tree.nodes[place].next)) }

  /// The place of the key among names.
  package func place(in names: NameTable) -> Int? {
    let key = tree.key(at: place)
    return tree.withText(of: key) { names.place(of: $0, key.stamp) }
  }
}

extension Node {
  package enum Shape {
    case scalar
    case sequence
    case mapping
    case invalid
  }

  package var shape: Shape {
    switch tree.nodes[meant].shape {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    case .alias, .invalid: .invalid
    }
  }

  package var content: Content {
    switch shape {
    case .scalar: scalar.map(Content.scalar) ?? .invalid
    case .sequence: .sequence(Array(items))
    case .mapping: .mapping(Array(entries))
    case .invalid: .invalid
    }
  }

  package var scalar: Scalar? {
    let node = tree.nodes[meant]
    return node.shape == .scalar ? Scalar(tree.text(of: node), node.style) : nil
  }

  /// Whether it is a mapping in braces, which end behind the last that it holds.
  package var isBraced: Bool {
    var last: Node?
    for entry in entries { last = entry.value }
    return shape == .mapping && last.map { $0.span.end < definition.end } ?? true
  }

  /// Whether it is a word in quotes.
  package func isQuoted(_ word: StaticString) -> Bool {
    let node = tree.nodes[meant]
    guard node.shape == .scalar, node.style == .singleQuoted || node.style == .doubleQuoted,
      Int(node.textEnd - node.textStart) == word.utf8CodeUnitCount
    else { return false }
    return tree.text(of: node) == "\(word)"
  }

  /// The first byte of a plain scalar; 0 where it is empty. Nil for anything else.
  package var firstPlainByte: UInt8? {
    let node = tree.nodes[meant]
    guard node.shape == .scalar, node.style == .plain else { return nil }
    return node.textStart == node.textEnd ? 0 : tree.text[Int(node.textStart)]
  }

  package var sequence: [Node]? { shape == .sequence ? Array(items) : nil }

  package var mapping: [Entry]? { shape == .mapping ? Array(entries) : nil }

  /// The value of a key of a mapping.
  package subscript(key: String) -> Node? { entry(key)?.value }

  /// A key of a mapping, with its value.
  package func entry(_ key: String) -> Entry? {
    shape == .mapping ? entries.first { $0.key == key } : nil
  }

  /// What a sequence holds, one after the other.
  package var items: Items { Items(places: Places(tree, holder: meant)) }

  /// What a mapping holds, one after the other.
  package var entries: Entries { Entries(places: Places(tree, holder: meant)) }

  package struct Items: Sequence, IteratorProtocol {
    fileprivate var places: Places

    package mutating func next() -> Node? {
      places.next().map { Node(places.tree, at: $0) }
    }
  }

  package struct Entries: Sequence, IteratorProtocol {
    fileprivate var places: Places

    package mutating func next() -> Entry? {
      while let key = places.next(), places.next() != nil {
        if !places.tree.nodes[key].isDropped { return Entry(tree: places.tree, place: key) }
      }
      return nil
    }
  }

  /// The places of the items of a sequence, or of the keys and values of a mapping.
  fileprivate struct Places {
    let tree: NodeTree
    private var upcoming: Int
    private let end: Int

    init(_ tree: NodeTree, holder: Int) {
      self.tree = tree
      upcoming = holder + 1
      end = Int(tree.nodes[holder].next)
    }

    mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].next) }
      return upcoming
    }
  }
}

/// Text with the style it was written in: the reader of a field decides what it means.
package struct Scalar: Hashable, Sendable {
  package enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  package var isPlain: Bool { style == .plain }

  /// An empty plain value, `~` or `null`.
  package var isNull: Bool {
    isPlain && (text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL")
  }
}
