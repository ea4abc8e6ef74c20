internal import SourceText

/// What makes a finding the same in two reports, however much the file between them moved: its rule, its subject, and
/// whether it failed or could not be told.
package struct Fingerprint: Hashable, Sendable {
  package let number: UInt64

  package init(_ kind: FindingKind, _ key: FindingKey) {
    // No name has a byte 0 in it, so that no two lists of names are the same bytes.
    var hash = FNVHash()
    hash.add(key.rule)
    hash.add(0)
    hash.add(key.subject)
    hash.add(0)
    hash.add(kind.rawValue)
    number = hash.state
  }

  /// Sixteen hexadecimal digits.
  package var text: String { FNVHash(state: number).text }
}
