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

  package let content: Content
  /// Where the value is written; for a value that came through an alias, where the alias is.
  package let span: Span
  /// Where the value itself is written, alias or not.
  package let definition: Span

  package init(_ content: Content, at span: Span, definedAt definition: Span? = nil) {
    self.content = content
    self.span = span
    self.definition = definition ?? span
  }
}

/// One key of a mapping with its value.
package struct Entry: Sendable {
  package let key: String
  package let keySpan: Span
  package let value: Node
}

/// Text with the style it was written in: the reader of a field decides what it means.
package struct Scalar: Hashable, Sendable {
  package enum Style: Sendable {
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

extension Node {
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> Node? {
    mapping?.first { $0.key == key }?.value
  }
}
