package import Architecture

/// Reads what a fact is computed from, and remembers what was read and what was not declared.
package struct Inputs: Sendable {
  package struct Input: Sendable {
    package let path: String
    package let value: Value
    package let isKnownByImplementation: Bool
  }

  package private(set) var used: [Input] = []
  package private(set) var missing: [String] = []

  package init() {}

  /// The number of a value; `none` where the file says that there is none. Nil where it is undeclared.
  package mutating func number(_ reading: Reading, none: Double? = nil) -> Double? {
    take(reading, none: none) { $0.number }
  }

  package mutating func flag(_ reading: Reading, none: Bool? = nil) -> Bool? {
    take(reading, none: none) { $0.flag }
  }

  package mutating func text(_ reading: Reading, none: String? = nil) -> String? {
    take(reading, none: none) { $0.text }
  }

  package mutating func texts(_ reading: Reading) -> [String]? {
    take(reading, none: []) { $0.texts }
  }

  /// Says that the result depends on something that is not declared.
  package mutating func miss(_ path: String) {
    if !missing.contains(path) { missing.append(path) }
  }

  private mutating func take<T>(_ reading: Reading, none: T?, _ read: (Reading) -> T?) -> T? {
    switch reading.content {
    case .undeclared:
      miss(reading.path)
      return nil
    case .none: return none
    case .value(let value):
      if !used.contains(where: { $0.path == reading.path }) {
        used.append(
          Input(
            path: reading.path, value: value,
            isKnownByImplementation: reading.isKnownByImplementation))
      }
      return read(reading)
    }
  }
}
