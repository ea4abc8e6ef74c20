internal import SourceText

/// The words that a field may hold, each with what it means where the word alone does not say it.
package struct Choice: Sendable {
  /// A word that may be written, and what it means.
  package struct Option: Sendable {
    package let name: String
    package let meaning: String
    package let aliases: [String]

    package init(_ name: String, _ meaning: String = "", aliases: [String] = []) {
      self.name = name
      self.meaning = meaning
      self.aliases = aliases
    }
  }

  package let options: [Option]
  private let table: NameTable

  package init(_ options: [Option]) {
    self.options = options
    table = NameTable(options.map(\.name))
  }

  package var names: [String] { table.names }

  /// The place of a name among the names.
  package func place(of name: String) -> Int? { table.place(of: name) }

  /// Every word that may be written: the names, then their aliases.
  package var words: [String] { names + options.flatMap(\.aliases) }

  /// The name that a word stands for.
  package func name(for word: String) -> String? {
    if let place = place(of: word) { return names[place] }
    return options.first { $0.aliases.contains(word) }?.name
  }
}

extension Choice: ExpressibleByArrayLiteral {
  package init(arrayLiteral names: String...) {
    self.init(names.map { Option($0) })
  }
}

extension Choice: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral options: (String, String)...) {
    self.init(options.map { Option($0.0, $0.1) })
  }
}
