internal import Auditing
internal import SourceText

/// Reads bytes as `.memaudit.yaml`.
enum ConfigurationTrial {
  private static let rules = Library.load().library?.knownRules.sorted() ?? []

  static func complaints(about bytes: [UInt8]) -> [String] {
    let file = SourceFile(name: ".memaudit.yaml", bytes: bytes)
    let reading = ConfigurationReading(file)
    let unknown = reading.configuration?.unknownRules(among: rules) ?? []
    return Expectations.hold(
      for: reading.diagnostics, in: file, isUsable: reading.configuration != nil)
      + Expectations.hold(for: unknown, in: file, isUsable: unknown.isEmpty)
  }
}
