internal import Architecture
internal import Reporting

extension Draft {
  /// The file, in the order of the reference, every section under its line of documentation.
  var text: String {
    let sections = Self.ordered(root, as: .architecture).map { pair in
      let field = RecordType.architecture.fields.first { $0.name == pair.name }
      let comment = pair.name == "memaudit" ? "" : field.map { "# \($0.doc)\n" } ?? ""
      return comment + Self.lines(pair, of: .architecture, indent: 0).joined(separator: "\n") + "\n"
    }
    return Self.header + sections.joined(separator: "\n")
  }

  private static let header = """
    # yaml-language-server: $schema=\(Project.schema)
    # What has a value here is declared. What is left out is undeclared: never a pass, never a fail.
    # `none` says that there is none. `memaudit explain FIELD` tells what a field means.

    """

  /// A mapping within a section is written in one line where it fits.
  private static let width = 100

  private static func ordered(_ value: Value, as type: RecordType) -> [Pair] {
    guard case .mapping(let pairs) = value else { return [] }
    return pairs.enumerated().map { ($0.offset, type.index(of: $0.element.name), $0.element) }
      .sorted { ($0.1 ?? Int.max, $0.0) < ($1.1 ?? Int.max, $1.0) }.map(\.2)
  }

  private static func lines(_ pair: Pair, of type: RecordType, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let inner = type.fields.first { $0.name == pair.name }?.type.recordType
    let name = margin + quotedIfNeeded(pair.name) + ":"
    let line = name + " " + inline(pair.value, as: inner)
    guard let inner else { return [line] }
    switch pair.value {
    case .mapping(let pairs) where !pairs.isEmpty && (indent == 0 || line.count > width):
      return [name]
        + ordered(pair.value, as: inner).flatMap { Self.lines($0, of: inner, indent: indent + 2) }
    case .list(let elements) where !elements.isEmpty:
      return [name] + elements.flatMap { element(of: inner, $0, indent: indent + 2) }
    case .scalar, .list, .mapping: return [line]
    }
  }

  private static func element(of type: RecordType, _ value: Value, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let lines = ordered(value, as: type).flatMap {
      Self.lines($0, of: type, indent: indent + 2)
    }
    guard let first = lines.first else { return [margin + "- " + inline(value, as: type)] }
    return [margin + "- " + first.dropFirst(indent + 2)] + lines.dropFirst()
  }

  private static func inline(_ value: Value, as type: RecordType?) -> String {
    switch value {
    case .scalar(let text): return text
    case .list(let items):
      return "[" + items.map { inline($0, as: type) }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let sorted = type.map { ordered(value, as: $0) } ?? pairs
      let members = sorted.map { pair in
        let inner = type?.fields.first { $0.name == pair.name }?.type.recordType
        return "\(quotedIfNeeded(pair.name)): \(inline(pair.value, as: inner))"
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }
}

/// Text as a YAML scalar that stands for nothing else, in a flow or a block.
func quotedIfNeeded(_ text: String) -> String {
  isPlain(text) ? text : quoted(text)
}

func quoted(_ text: String) -> String {
  "\""
    + text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x22, 0x5C: "\\" + String(scalar)
      case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        "\\U" + leadingZeros(String(scalar.value, radix: 16))
      default: String(scalar)
      }
    }.joined() + "\""
}

private func leadingZeros(_ digits: String) -> String {
  String(repeating: "0", count: 8 - digits.count) + digits
}

/// Whether text can go without quotes: letters, digits, and what is between them in ids, numbers and names.
private func isPlain(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last, last != " ",
    text.lowercased() != "null"
  else { return false }
  let begins =
    isWordly(first) || first == "." || first == "/"
    || first == "-" && (scalars.dropFirst().first.map(isWordly) ?? false)
  return begins && scalars.allSatisfy { isWordly($0) || " _-./+%@()".unicodeScalars.contains($0) }
}

private func isWordly(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
