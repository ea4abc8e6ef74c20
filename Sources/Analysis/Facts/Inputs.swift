package import Architecture
internal import SourceText

/// Reads what a fact is computed from, and remembers what was read and what was not declared.
package struct Inputs: Sendable {
  /// What was read, as often as it was: to find out that it was there before would take longer than to tell it again.
  private var used: [Reading] = []
  private var ownMissing: [String] = []
  private var injection: Injection?

  package var missing: [String] {
    guard let injection else { return ownMissing }
    return ownMissing + injection.missing.filter { !ownMissing.contains($0) }
  }
  package var isComplete: Bool { ownMissing.isEmpty && injection?.isComplete ?? true }

  /// Whether the file says that something is not there without which nothing follows, whatever is missing besides.
  private(set) var hasNoResult = false

  init() {}

  /// Says that nothing follows, whatever is missing.
  mutating func haveNoResult() { hasNoResult = true }

  /// Whether something that was read is so.
  package func contains(where isSo: (Reading) -> Bool) -> Bool {
    used.contains(where: isSo) || injection?.contains(where: isSo) ?? false
  }

  /// The number of a value; `none` where the file says that there is none. Nil where it is undeclared.
  mutating func number(_ reading: Reading, none: Double? = nil) -> Double? {
    take(reading, none: none) { $0.number }
  }

  /// A number without which nothing follows: where the file says that there is none, there is no result either.
  mutating func operand(_ reading: Reading) -> Double? {
    if reading.isNone { hasNoResult = true }
    return number(reading)
  }

  mutating func flag(_ reading: Reading, none: Bool? = nil) -> Bool? {
    take(reading, none: none) { $0.flag }
  }

  mutating func text(_ reading: Reading, none: String? = nil) -> String? {
    take(reading, none: none) { $0.text }
  }

  mutating func texts(_ reading: Reading) -> [String]? {
    take(reading, none: []) { $0.texts }
  }

  /// Says that the result depends on several things that are not declared.
  mutating func miss(_ paths: [String]) {
    for path in paths { miss(path) }
  }

  /// Says that the result depends on something that is not declared; what is beyond telling is left out.
  mutating func miss(_ path: String) {
    guard ownMissing.count < FieldPath.mostTold, !ownMissing.contains(path) else { return }
    ownMissing.append(path)
  }

  /// Takes what components inject, at once: one by one they would be read again for each conversation.
  mutating func take(_ injection: Injection) {
    self.injection = injection
  }

  private mutating func take<T>(_ reading: Reading, none: T?, _ read: (Reading) -> T?) -> T? {
    switch reading.content {
    case .undeclared:
      miss(reading.path)
      return nil
    case .none: return none
    case .value:
      used.append(reading)
      return read(reading)
    }
  }
}
